"""What there is to publish: complete, missing, warnings; afterwards how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import closing, rights
from bot.actions.me import Me
from bot.actions.panel.distribution import warnings
from bot.actions.publication.reaching import READERS, demand_all, reaches_all
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.publication import Readiness
from bot.texts import words
from storage import (
    adjustments,
    duties,
    employees,
    periods,
    proposals,
    publication,
    reachability,
    receipts,
    results,
    supplements,
    workplaces,
)
from storage.duties import DutyKind
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Signed:
    """Afterwards: by whom, when, how many letters are written, how many receipts taken."""

    name: str
    at: datetime
    told: int
    results: int
    missing: int
    finished: bool
    taken: int


@dataclass(frozen=True, slots=True)
class Card:
    """`without_superior` have nobody who rates them; `unreached` cannot be written to;
    `undecided` are award proposals. `may_sign`: it is mine to publish. `late` are results that
    wait to be published after the quarter, and all of that kind; `before` is an earlier quarter
    (number and which) in which such a result waits.
    """

    period_id: int
    year: int
    quarter: int
    publish_on: date
    rate_until: date
    ready: Readiness
    without_superior: int
    unreached: int
    undecided: int
    may_sign: bool
    lists_receipts: bool
    signed: Signed | None
    late: tuple[int, int] = (0, 0)
    before: tuple[int, int] | None = None


def doors_open(session: Session, me: Me) -> bool:
    """Whether publication is any business of mine."""
    return reaches_all(session, me, Role.HEAD, Role.EVALUATION_TEAM)


def card(session: Session, me: Me, period_id: int = 0) -> Card:
    """Where a period stands; the newest that is rated or published when none is named."""
    rights.demand(session, me, "publication.read")
    demand_all(session, me, *READERS)
    period = _newest(session) if not period_id else periods.get(session, period_id)
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    return card_of(session, me, period)


def card_of(session: Session, me: Me, period: Period) -> Card:
    """The same of a period, whoever looks."""
    assert period.id is not None
    adoption = reachability.adoption(session, None)
    waiting = proposals.of_period(session, period.id)
    return Card(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        publish_on=period.publish_on,
        rate_until=period.rate_until,
        ready=readiness(session, period, me.today, me.employee_id),
        without_superior=_without_superior(session, period.id),
        unreached=adoption.never + adoption.blocked,
        undecided=sum(one.state == proposals.WAITING for one in waiting),
        may_sign=reaches_all(session, me, Role.HEAD),
        lists_receipts=me.has(Role.HR),
        signed=_signed(session, me, period.id),
        late=supplements.count(session, period.id),
        before=_waits_before(session, period.id),
    )


def _waits_before(session: Session, period_id: int) -> tuple[int, int] | None:
    """The oldest other quarter in which a late result waits for its signature."""
    others = {one.period_id for one in supplements.waiting(session)} - {period_id}
    found = periods.get(session, min(others)) if others else None
    return (found.id or 0, found.quarter) if found else None


def readiness(session: Session, period: Period, today: date, head_id: int) -> Readiness:
    """How far it is, with what this head has written about it."""
    assert period.id is not None
    spread = warnings(session, period)
    return Readiness(
        PeriodState(period.state),
        results.count(session, period.id),
        duties.count_open(session, period.id, DutyKind.APPRAISE),
        period.calibrate_until,
        today,
        publication.reason_draft(session, period.id, head_id),
        closing.progress(session, period),
        spread.unexplained,
        spread.explained,
        spread.unset and PeriodState(period.state) is PeriodState.CALIBRATION,
        len(adjustments.waiting(session, period.id)),
    )


def _newest(session: Session) -> Period | None:
    opened = periods.recent(session, 4)
    begun = (PeriodState.CALIBRATION, PeriodState.PUBLISHED, PeriodState.FINAL)
    return next((one for one in opened if one.state in begun), opened[0] if opened else None)


def _without_superior(session: Session, period_id: int) -> int:
    """People in service whom nobody in service rates, and who have no result."""
    people, rated = workplaces.posts(session), results.holders(session, period_id)
    here = {one.id for one in people}
    return sum(one.superior_id not in here and one.id not in rated for one in people)


def _signed(session: Session, me: Me, period_id: int) -> Signed | None:
    one = publication.of_period(session, period_id)
    if one is None:
        return None
    signer = employees.get(session, one.signed_by)
    return Signed(
        signer.name if signer else "",
        one.signed_at.astimezone(me.zone),
        one.told,
        one.results,
        one.missing,
        one.finished_at is not None,
        receipts.count_taken(session, period_id),
    )
