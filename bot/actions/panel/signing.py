"""The second person: a head applies an adjustment with the security code, or refuses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import cases, rights, schemes, scores
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.panel.hands import raters_of
from bot.actions.panel.scope import SHORTEST, demand_working, sentence
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.panel import adjusted, against, read_levels
from bot.rules.predikat import Predikat
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import panel as texts
from bot.texts import words
from storage import (
    adjustments,
    audit,
    duties,
    editions,
    employees,
    outbox,
    periods,
    results,
    units,
)
from storage.adjustments import Adjustment
from storage.duties import DutyKind
from storage.outbox import Kind


@dataclass(frozen=True, slots=True)
class AdjustmentCase:
    """A proposed adjustment: before and after, the levels by name, why. `may_sign`: me, now."""

    adjustment_id: int
    period_id: int
    year: int
    quarter: int
    name: str
    unit: str
    proposer: str
    before: tuple[Decimal, Predikat]
    after: tuple[Decimal, Predikat]
    levels: Sequence[tuple[str, int]]
    reason: str
    state: str
    decider: str
    answer: str
    may_sign: bool
    refusal: str = ""


def case(session: Session, me: Me, adjustment_id: int) -> AdjustmentCase:
    """An adjustment as those who decide or proposed it see it."""
    one = _shared(session, adjustment_id)
    rights.demand(session, me, "panel.case", about=one.employee_id if one else 0)
    assert one is not None
    return _case(session, me, one)


def confirm_sign(session: Session, me: Me, adjustment_id: int) -> AdjustmentCase:
    """The last look before it is applied."""
    return _case(session, me, _signable(session, me, adjustment_id))


def ask_refusal(session: Session, me: Me, adjustment_id: int) -> AdjustmentCase:
    """Asks why it is refused."""
    return _case(session, me, _signable(session, me, adjustment_id))


def write_refusal(session: Session, me: Me, adjustment_id: int, text: str) -> Place:
    """Keep why I refuse it."""
    _signable(session, me, adjustment_id)
    adjustments.draft_refusal(session, adjustment_id, me.employee_id, sentence(text))
    return place("panel.refusing", adjustment_id)


def sign(session: Session, me: Me, adjustment_id: int) -> Went:
    """Apply it: the next edition of the result, the one before kept. Raises ProofWanted."""
    one = _signable(session, me, adjustment_id)
    demand_proof(session, me)
    result = results.of(session, one.period_id, one.employee_id)
    known = result and (result.id, result.edition, result.total)
    if result is None or known != (one.result_id, one.edition, one.total_before):
        raise Refused(texts.result_changed(), "result_changed")
    period = periods.get(session, one.period_id)
    assert period is not None
    scheme = schemes.of_period(session, period)
    score = adjusted(scores.read_parts(result), read_levels(one.levels), scheme)
    _close(session, me, one, adjustments.APPLIED, None)
    values = {**scores.values_of(score), "raters": result.raters, "computed_at": me.now}
    edition = editions.replace(session, result, values, me.employee_id, me.now, one.reason)
    if edition is None:
        raise Refused(words.changed_since(), "changed")
    facts = {"edition": edition, "total": str(score.total), "predikat": str(score.predikat)}
    audit.record(session, me.now, me.employee_id, "panel.apply", f"result/{one.result_id}", facts)
    return Went(place("panel.case", adjustment_id), texts.applied())


def refuse(session: Session, me: Me, adjustment_id: int, seen: str = "") -> Went:
    """Refuse it with the reason I have `seen`. Raises ProofWanted."""
    one = _signable(session, me, adjustment_id)
    reason = adjustments.refusal_draft(session, adjustment_id, me.employee_id)
    if reason is None:
        raise Refused(texts.too_short(SHORTEST), "no_reason")
    if not still(seen, reason):
        return Went(place("panel.refusing", adjustment_id), words.changed_since())
    demand_proof(session, me)
    _close(session, me, one, adjustments.REFUSED, reason)
    return Went(place("panel.case", adjustment_id), texts.refused())


def _close(session: Session, me: Me, one: Adjustment, state: str, answer: str | None) -> None:
    """End its waiting, once, and tell the proposer."""
    assert one.id is not None
    if not adjustments.decide(session, one.id, state, me.employee_id, me.now, answer):
        raise Refused(texts.decided_already(), "decided")
    facts = {"state": state}
    about = f"adjustment/{one.id}"
    audit.record(session, me.now, me.employee_id, "panel.decide", about, facts)
    duties.done(
        session, DutyKind.SIGN_ADJUSTMENT, me.now, period_id=one.period_id,
        about_id=one.employee_id, object_id=one.id,
    )  # fmt: skip
    outbox.put(
        session, f"panel.decided/{one.id}", Kind.DECISION, "panel.decided", me.now,
        to=one.proposed_by, facts={"adjustment": one.id}, opens=place("panel.case", one.id),
    )  # fmt: skip


def _shared(session: Session, adjustment_id: int) -> Adjustment | None:
    one = adjustments.get(session, adjustment_id)
    return None if one is None or one.state == adjustments.DRAFT else one


def _signable(session: Session, me: Me, adjustment_id: int) -> Adjustment:
    """One that I may decide now; Refused with the reason otherwise."""
    one = _shared(session, adjustment_id)
    rights.demand(session, me, "panel.sign", about=one.employee_id if one else 0)
    assert one is not None
    if why := against(me.employee_id, one.employee_id, one.proposed_by, raters_of(session, one)):
        raise Refused(texts.another_signer(), why.value)
    period = periods.get(session, one.period_id)
    assert period is not None
    demand_working(period)
    if one.state != adjustments.WAITING:
        raise Refused(texts.decided_already(), "decided")
    return one


def _case(session: Session, me: Me, one: Adjustment) -> AdjustmentCase:
    ids = [n for n in (one.employee_id, one.proposed_by, one.decided_by) if n is not None]
    people, period = employees.many(session, ids), periods.get(session, one.period_id)
    assert period is not None
    assert one.id is not None
    scheme, person = schemes.of_period(session, period), people[one.employee_id]
    mine = me.roles.get(Role.HEAD, frozenset())
    free = against(me.employee_id, one.employee_id, one.proposed_by, raters_of(session, one))
    return AdjustmentCase(
        adjustment_id=one.id,
        period_id=one.period_id,
        year=period.year,
        quarter=period.quarter,
        name=person.name,
        unit=units.names(session, [person.unit_id]).get(person.unit_id, ""),
        proposer=people[one.proposed_by].name,
        before=(Decimal(one.total_before), Predikat(one.predikat_before)),
        after=(Decimal(one.total_after), Predikat(one.predikat_after)),
        levels=[
            (scheme.indicator(key).name, level) for key, level in read_levels(one.levels).items()
        ],
        reason=one.reason,
        state=one.state,
        decider=people[one.decided_by].name if one.decided_by else "",
        answer=one.answer or "",
        may_sign=one.state == adjustments.WAITING
        and free is None
        and cases.reaches(session, person.unit_id, mine),
        refusal=adjustments.refusal_draft(session, one.id, me.employee_id) or "",
    )
