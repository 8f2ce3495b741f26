"""Who owes what of a yearly report: kept with the year's last quarter, days as its scheme says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.appraisals.ratees import Reached, reached_by
from bot.actions.me import Me
from bot.rules.appraisals import Tie
from bot.rules.authority import Role
from bot.rules.schemes.yearly import QUARTERS
from storage import absences, duties, employees, grants, periods
from storage.duties import DutyKind
from storage.workplaces import Post
from storage.years import YearReport


@dataclass(frozen=True, slots=True)
class Member:
    """One of the evaluation team: for which units, and whom they are tied to."""

    reached: Reached
    tie: Tie


def to_review(session: Session, me: Me, report: YearReport, superior_id: int) -> None:
    """The superior owes a signature."""
    _owe(session, DutyKind.YEAR_REVIEW, me, report, [superior_id])


def to_judge(session: Session, me: Me, report: YearReport, members: Collection[int]) -> None:
    """Each of these owes a judgement until one has given it."""
    _owe(session, DutyKind.YEAR_JUDGE, me, report, sorted(members))


def to_write_again(session: Session, today: date, report: YearReport) -> None:
    """The writer owes it anew, with as many days as a superior has to sign."""
    period = periods.of_quarter(session, report.year, QUARTERS[-1])
    if period is not None:
        due = today + timedelta(schemes.of_period(session, period).year.signing_days)
        duties.owe_anew(
            session, DutyKind.YEAR_WRITE, report.employee_id, today, due,
            period_id=period.id or 0, about_id=0, object_id=report.year,
        )  # fmt: skip


def written(session: Session, me: Me, year: int) -> None:
    """My report of a year is signed."""
    period = periods.of_quarter(session, year, QUARTERS[-1])
    if period is not None:
        duties.done(
            session, DutyKind.YEAR_WRITE, me.now, owner_id=me.employee_id,
            period_id=period.id or 0, object_id=year,
        )  # fmt: skip


def done(session: Session, me: Me, report: YearReport) -> None:
    """Nobody waits for this step any more; a later one may wait anew."""
    period = periods.of_quarter(session, report.year, QUARTERS[-1])
    for kind in (DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE):
        duties.done(
            session, kind, me.now, period_id=(period.id or 0) if period else 0,
            about_id=report.employee_id, object_id=report.id or 0,
        )  # fmt: skip


def withdrawn(session: Session, now: datetime, report: YearReport) -> None:
    """Nobody owes the step that the report waited for."""
    period = periods.of_quarter(session, report.year, QUARTERS[-1])
    if period is None:
        return
    for kind in (DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE):
        duties.withdraw(
            session, kind, now, period.id or 0,
            about_id=report.employee_id, object_id=report.id or 0,
        )  # fmt: skip


def team(session: Session, today: date) -> Sequence[Member]:
    """Whoever is on the evaluation team and in service."""
    where: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today):
        where.setdefault(grant.employee_id, set()).add(grant.unit_id)
    known = employees.many(session, sorted(where))
    return [
        Member(reached_by(session, where[number]), _tie(session, number, today))
        for number, one in known.items()
        if one.left_on is None
    ]


def judges(
    members: Sequence[Member], post: Post, above: int | None, signed: Collection[int | None]
) -> frozenset[int]:
    """Those who may judge somebody's year: for their unit, no tie, not among who `signed` it.

    `above` is the superior's superior.
    """
    return frozenset(
        one.tie.member
        for one in members
        if one.reached(post)
        and one.tie.member not in signed
        and not one.tie.conflicts(post.id, post.superior_id, above)
    )


def _tie(session: Session, number: int, today: date) -> Tie:
    held = absences.mandates_held(session, number, today)
    acting = {number, *(one.absent_id for one in held)}
    return Tie(number, acting, employees.chain(session, number))


def _owe(
    session: Session, kind: DutyKind, me: Me, report: YearReport, owners: Sequence[int]
) -> None:
    period = periods.of_quarter(session, report.year, QUARTERS[-1])
    assert period is not None
    due = me.today + timedelta(schemes.of_period(session, period).year.signing_days)
    for owner in owners:
        duties.owe_anew(
            session, kind, owner, me.today, due, period_id=period.id or 0,
            about_id=report.employee_id, object_id=report.id or 0,
        )  # fmt: skip
