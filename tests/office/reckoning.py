"""What the pages of leaders show, reckoned once more in plain Python from whole rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlmodel import Session, col, select

from bot.actions import overview, participation
from bot.actions.me import Me, read_me
from bot.actions.overview import AGENCY, TEAM, debts
from bot.actions.surveys import reading
from bot.office.desk import NOW
from bot.rules.achievements import SENT
from bot.rules.participation import GOOD, GOOD_DEEDS, LOOKED_BACK
from bot.rules.quarters import Quarter
from bot.rules.surveys.tallies import NONE, Tally, tally
from storage import periods
from storage.accounts import Account
from storage.achievements import Achievement
from storage.awards import Award, Nomination
from storage.duties import Duty
from storage.employees import Employee
from storage.proposals import Proposal
from storage.results import Result
from storage.surveys import SurveyAnswer
from storage.trainings.learning import Learning

SCOPES = ((5, AGENCY), (4, 1), (12, 2), (9, 4), (2, TEAM), (3, TEAM))
"""Whose view, and of what: HR, heads of the agency and of units, and superiors."""


def differences(session: Session) -> list[str]:
    """Where what is shown is not what comes of the rows; nothing, if all is well."""
    found = []
    for who, scope in SCOPES:
        me = _me(session, who)
        people = _people(session, me, scope)
        for check in (_owing, _radar, _spread, _taking_part, _access, _survey):
            shown, reckoned = check(session, me, scope, people)
            if shown != reckoned:
                found.append(f"{who} {scope} {check.__name__}: {shown} is not {reckoned}")
    return found


def _me(session: Session, who: int) -> Me:
    account = select(Account.telegram_id).where(Account.employee_id == who)
    me = read_me(session, session.exec(account).one(), NOW)
    assert me is not None
    return me


def _all(session: Session, table: Any, keep: Callable[[Any], object]) -> list[Any]:
    return [row for row in session.exec(select(table).order_by(col(table.id))) if keep(row)]


def _people(session: Session, me: Me, scope: int) -> dict[int, Employee]:
    def belongs(one: Employee) -> bool:
        if scope == TEAM:
            return one.superior_id == me.employee_id and one.left_on is None
        return scope in (AGENCY, 1, one.unit_id)  # the units of the office stand below the first

    return {one.id: one for one in _all(session, Employee, belongs)}


def _owing(session: Session, me: Me, scope: int, people: Collection[int]) -> tuple[Any, Any]:
    at = overview.listed(session, me, scope)
    period = periods.of_quarter(session, at.year, at.quarter or 4)
    assert period is not None
    kinds = debts._kinds(period)
    due = _all(
        session, Duty,
        lambda one: one.period_id == period.id and one.kind in kinds and one.owner_id in people
        and one.opens_on <= me.today and one.cancelled_at is None,
    )  # fmt: skip
    still = [one for one in due if one.done_at is None]
    each: dict[str, list[Duty]] = {}
    for one in still:
        each.setdefault(one.kind, []).append(one)
    owed = sorted(
        (min(one.due_on for one in those), kind, len({one.owner_id for one in those}), len(those))
        for kind, those in each.items()
    )
    lines = len({(one.owner_id, one.kind) for one in still})
    shown = [(one.due_on, one.kind, one.people, one.many) for one in at.owed]
    listed = at.more + len(at.owners)
    return (at.done, at.of, shown, listed), (len(due) - len(still), len(due), owed, lines)


def _radar(session: Session, me: Me, scope: int, people: Collection[int]) -> tuple[Any, Any]:
    at = overview.radar(session, me, scope)
    period = periods.of_quarter(session, at.year, at.quarter)
    assert period is not None
    results = _all(
        session, Result, lambda one: one.period_id == period.id and one.employee_id in people
    )
    values: dict[str, list[Decimal]] = {}
    for one in results:
        for axis in json.loads(one.parts)["axes"]:
            for part in axis["indicators"]:
                values.setdefault(part["key"], []).append(Decimal(part["value"]))
    means = sorted(
        (sum(some, Decimal()) / len(some)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        for some in values.values()
        if len(some) >= overview.FEWEST
    )
    return (at.people, sorted(one for *_, one in at.values)), (len(results), means)


def _spread(session: Session, me: Me, scope: int, people: Collection[int]) -> tuple[Any, Any]:
    if scope == TEAM:
        return None, None
    at = overview.spread(session, me, scope)
    counted = Counter(
        one.predikat
        for one in _all(session, Result, lambda one: one.period_id == at.period_id)
        if one.employee_id in people
    )
    return {key.value: count for key, count in at.counts.items() if count}, dict(counted)


def _taking_part(
    session: Session, me: Me, scope: int, people: dict[int, Employee]
) -> tuple[Any, Any]:
    at, since = participation.home(session, me, scope), NOW - LOOKED_BACK
    there = {number for number, one in people.items() if one.left_on is None}
    begins = datetime.combine(Quarter.of(me.today).first_day, time(), me.zone)
    sent = _all(session, Achievement, lambda one: one.state in SENT and one.sent_at is not None)
    year = {one.employee_id for one in sent if one.sent_at >= since}
    quarter = {one.employee_id for one in sent if one.sent_at >= begins}
    given = {one.employee_id for one in _all(session, Award, lambda one: one.given_at >= since)}
    named = given | {
        one.employee_id
        for table, moment in ((Proposal, "proposed_at"), (Nomination, "written_at"))
        for one in _all(session, table, lambda one: True)
        if (at_ := getattr(one, moment)) is not None and at_ >= since
        and (table is Proposal or one.state == "sent")
    }  # fmt: skip
    deeds = Counter(
        one.employee_id for one in sent if one.state == "approved" and one.sent_at >= since
    )
    published = periods.of_quarter(session, 2026, 2)  # the newest of the office
    assert published is not None
    good = {
        one.employee_id
        for one in _all(session, Result, lambda one: one.period_id == published.id)
        if one.predikat in GOOD
    }
    here = there & good - named - {me.employee_id}  # nobody calls themselves overlooked
    missed = {one for one in here if deeds[one] >= GOOD_DEEDS}
    lists = tuple(
        _everybody(read, session, me, scope)
        for read in (participation.silent, participation.honoured, participation.overlooked)
    )
    shown = (at.people, at.sent, at.silent, at.honoured, at.overlooked, at.learned)
    learned = there & _learners(session, me)
    counts = tuple(
        map(len, (there, there & quarter, there - year, there & given, missed, learned))
    )
    return (shown, lists), (counts, (there - year, there & given, missed))


def _everybody(read: Any, session: Session, me: Me, scope: int) -> set[int]:
    first = read(session, me, scope, 0)
    pages = [first, *(read(session, me, scope, at) for at in range(1, first.pages))]
    assert read(session, me, scope, 99).page == max(0, first.pages - 1)
    return {one.employee_id for page in pages for one in page.rows}


def _learners(session: Session, me: Me) -> set[int]:
    year: Sequence[date] = date(me.today.year, 1, 1), date(me.today.year, 12, 31)
    return {
        one.employee_id
        for one in _all(session, Learning, lambda one: one.state == "confirmed" and one.ended_on)
        if year[0] <= one.ended_on <= year[1]
    }


def _access(session: Session, me: Me, scope: int, people: dict[int, Employee]) -> tuple[Any, Any]:
    at, learners = participation.access(session, me, scope), _learners(session, me)
    there = [one for one in people.values() if one.left_on is None]
    sexes = Counter((str(one.sex), one.id in learners) for one in there)
    shown = {
        (one.key, learned): many
        for one in at.groups
        if one.trait.value == "sex"
        for learned, many in ((True, one.given), (False, one.asked - one.given))
        if many
    }
    return shown, dict(sexes)


def _survey(session: Session, me: Me, scope: int, people: Collection[int]) -> tuple[Any, Any]:
    if scope in (AGENCY, TEAM):
        return None, None
    at, quarters = reading.course(session, me, scope)
    shown = {one.quarter: one.figure.count if one.figure else 0 for one in quarters}
    found = {one.quarter: _tally(session, scope, one.quarter).count for one in quarters}
    (last, own), *_ = reading._course(session, at, 1)
    return (shown, own), (found, _tally(session, scope, last))


def _tally(session: Session, scope: int, quarter: Quarter) -> Tally:
    rows = [
        one.model_dump()
        for one in session.exec(select(SurveyAnswer))
        if scope in (1, one.unit_id)
        and quarter.first_day <= one.answered_on <= quarter.last_day
        and one.standing == "counts"
        and (one.ticketed or one.origin in ("paper", "import"))
    ]
    return tally(rows) if rows else NONE
