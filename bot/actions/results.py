"""My results with every part, what they mean, and what is outstanding before I may see one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights, schemes, scores, visibility
from bot.actions.me import Me
from bot.actions.objections import may_begin
from bot.actions.peers import released
from bot.actions.pending import Pending, pending
from bot.actions.receipts.standing import Standing, standing
from bot.actions.refusals import Refused
from bot.rules.objections import State
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.schemes import Axis, Source, Thresholds
from bot.rules.scoring import Score
from bot.texts import words
from storage import (
    adjustments,
    appraisals,
    editions,
    employees,
    objections,
    periods,
    publication,
    receipts,
    results,
)
from storage.periods import Period
from storage.results import Result

TREND = 4


@dataclass(frozen=True, slots=True)
class Card:
    """One result with all its parts; `trend` holds up to four quarters, oldest first.

    `standing` of the receipt; None before publication. `peers`: colleagues were asked.
    `objection`: its number and state, a draft only for its own person; `may_object` now, or go on
    with a draft.
    `raw` is what it was before it was calibrated. `handing`: the receipt whose hand-over I may
    look at, 0 for none. `surveyed`: the survey of the public decides an indicator.
    """

    period_id: int
    scheme_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    mine: bool
    score: Score
    names: Mapping[str, str]
    axis_weights: Mapping[Axis, Decimal]
    thresholds: Thresholds
    left_out: Sequence[str]
    without_peers: bool
    note: str | None
    trend: Sequence[tuple[int, int, Decimal]]
    standing: Standing | None
    peers: bool
    objection: tuple[int, State] | None = None
    may_object: bool = False
    edition: int = 1
    raw: tuple[Decimal, Predikat] | None = None
    handing: int = 0
    surveyed: bool = False


def mine(session: Session, me: Me) -> Card | Pending | None:
    """My newest result, or what a running quarter still waits for; None before any opened."""
    rights.demand(session, me, "results.list", about=me.employee_id)
    opened = periods.recent(session, 2)
    if not opened:
        return None
    begun = next((period for period in opened if _begun(period, me)), None)
    seen = _seen(session, me.employee_id)
    if seen and (begun is None or seen[0][1].id == begun.id):
        return _card(session, me, seen[0][1], seen[0][0], me.name)
    return pending(session, me, begun or opened[0], seen[0][1] if seen else None)


def card(session: Session, me: Me, period_id: int, employee_id: int) -> Card:
    """One result in full: mine once it is visible, or that of somebody I answer for."""
    period, result = periods.get(session, period_id), results.of(session, period_id, employee_id)
    person = employees.get(session, employee_id)
    if period is None or person is None:
        raise Refused(words.not_available(), "unknown_result")
    shown = result is not None and visibility.is_visible(session, period, employee_id)
    state = "visible" if shown else "sent" if result else "none"
    rights.demand(session, me, "results.read", about=employee_id, state=state)
    if result is None:
        raise Refused(words.not_available(), "unknown_result")
    return _card(session, me, period, result, person.name)


def _card(session: Session, me: Me, period: Period, result: Result, name: str) -> Card:
    scheme, score = schemes.by_number(session, result.scheme_id), scores.read_parts(result)
    sent = appraisals.sent_about(session, result.period_id, result.employee_id)
    mine = result.employee_id == me.employee_id
    trend = (
        _seen(session, me.employee_id)
        if mine
        else results.newest_of(session, result.employee_id, TREND)
    )
    until = (period.year, period.quarter)
    left_out = [scheme.indicator(key).name for key in score.left_out]
    asked = {share.source for i in scheme.indicators for share in i.sources}
    there = {
        group.group for axis in score.axes for part in axis.indicators for group in part.groups
    }
    stands = _standing(session, me, period, result)
    row = objections.of_result(session, result.id or 0)
    state = State(row.state) if row else None
    shown = row is not None and (mine or state is not State.DRAFT)
    return Card(
        period_id=result.period_id,
        scheme_id=result.scheme_id,
        employee_id=result.employee_id,
        year=period.year,
        quarter=period.quarter,
        name=name,
        mine=mine,
        score=score,
        names={i.key: i.name for i in scheme.indicators},
        axis_weights={axis: scheme.axis_weights.of(axis) for axis in Axis},
        thresholds=scheme.thresholds,
        left_out=left_out,
        without_peers=Source.PEERS in asked - there,
        note=next((one.note for one in sent if one.note), None),
        trend=[
            (one.year, one.quarter, Decimal(old.total))
            for old, one in reversed(trend)
            if (one.year, one.quarter) <= until
        ],
        standing=stands,
        objection=(row.id or 0, State(row.state)) if row is not None and shown else None,
        may_object=mine and may_begin(stands, state),
        edition=result.edition,
        peers=released.exists(session, period, result.employee_id),
        raw=_raw(session, result),
        handing=_handing(session, me, stands, result),
        surveyed=Source.SURVEY in asked,
    )


def _seen(session: Session, employee_id: int) -> list[tuple[Result, Period]]:
    """Up to four newest results that their person may see."""
    found = [
        (result, period)
        for result, period in results.newest_of(session, employee_id, 2 * TREND)
        if visibility.is_visible(session, period, employee_id)
    ]
    return found[:TREND]


def _standing(session: Session, me: Me, period: Period, result: Result) -> Standing | None:
    release = publication.of_period(session, result.period_id)
    if release is None:
        return None
    those = result.employee_id, result.edition, release.signed_at
    return standing(session, period, *those, me.now)


def _handing(session: Session, me: Me, at: Standing | None, result: Result) -> int:
    """The receipt that somebody whom I lead has not taken."""
    person = employees.get(session, result.employee_id)
    if at is None or at.taken_at is not None or person is None or person.superior_id is None:
        return 0
    if not rights.acts_for(session, me, person.superior_id):
        return 0
    row = receipts.of(session, result.period_id, result.employee_id, result.edition)
    return row.id or 0 if row is not None else 0


def _raw(session: Session, result: Result) -> tuple[Decimal, Predikat] | None:
    """What the formula came to, where the evaluation team's adjustment was signed since."""
    if result.edition == 1 or not adjustments.applied(session, result.id or 0):
        return None
    first = editions.of_result(session, result.id or 0)[0]
    return Decimal(first.total), Predikat(first.predikat)


def _begun(period: Period, me: Me) -> bool:
    """Whether a running quarter has come so far that people ask for its result."""
    if period.state != PeriodState.OPEN:
        return True
    quarter = schemes.quarter_of(period)
    return me.today > quarter.last_day
