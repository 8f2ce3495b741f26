"""Proposing somebody: a written reason, a last look, then it is the heads' to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.awards.barring import why_no_proposal
from bot.actions.awards.kinds import KIND, kind_of
from bot.actions.awards.panel import demand_scope
from bot.actions.awards.ranking import row_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.awards import AwardKind
from bot.rules.periods import PeriodState
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, duties, employees, outbox, periods, proposals
from storage.awards import rounds
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.periods import Period
from storage.proposals import Proposal

SHORTEST, LONGEST = 20, 400


@dataclass(frozen=True, slots=True)
class Draft:
    """`proposal_id` is 0 while nothing is written."""

    proposal_id: int
    period_id: int
    scope_id: int
    employee_id: int
    name: str
    year: int
    quarter: int
    reason: str
    kind: AwardKind


def ask_reason(
    session: Session, me: Me, period_id: int, scope_id: int, employee_id: int, key: str = KIND
) -> Draft:
    """Whom I am about to propose; asks why."""
    period = _possible(session, me, period_id, scope_id, employee_id, key)
    return _draft(session, period, 0, scope_id, employee_id, "", key)


def write_reason(
    session: Session,
    me: Me,
    period_id: int,
    scope_id: int,
    employee_id: int,
    key: str,
    text: str,
) -> Place:
    """Keep the reason in a draft of mine."""
    _possible(session, me, period_id, scope_id, employee_id, key)
    said = sentence(text)
    number = proposals.draft(
        session, key, period_id, scope_id, employee_id, me.employee_id, said, me.now
    )
    return place("awards.confirm", number)


def confirm(session: Session, me: Me, proposal_id: int) -> Draft:
    """The last look before it goes to the heads."""
    one = _mine(session, me, proposal_id)
    period = _possible(session, me, one.period_id, one.scope_id, one.employee_id, one.kind)
    return _draft(
        session, period, proposal_id, one.scope_id, one.employee_id, one.reason, one.kind
    )


def propose(session: Session, me: Me, proposal_id: int, seen: str = "") -> Went:
    """Hand the proposal I have `seen` over to those who may decide it."""
    one = _mine(session, me, proposal_id)
    if not still(seen, one.employee_id, one.reason):
        return Went(place("awards.confirm", proposal_id), words.changed_since())
    held = rounds.of_case(session, one.kind, one.period_id, one.scope_id)
    if held is not None:
        rounds.lock(session, held.id or 0)  # it does not end without a winner meanwhile
    period = _possible(session, me, one.period_id, one.scope_id, one.employee_id, one.kind)
    if not proposals.propose(session, proposal_id, me.now):
        raise Refused(texts.living(), "living")
    heads = cases.deciders(session, one, me.today)
    if not heads:
        raise Refused(texts.no_decider(), "no_decider")
    settle_proposals(session, one, me.now)
    for head in heads:
        duties.owe(
            session, DutyKind.DECIDE_AWARD, head, me.today, period.publish_on,
            period_id=one.period_id, about_id=one.employee_id, object_id=proposal_id,
        )  # fmt: skip
        outbox.put(
            session, f"awards.proposed/{proposal_id}/{head}", Kind.DECISION, "awards.proposed",
            me.now, to=head, facts={"proposal": proposal_id},
            opens=place("awards.decide", proposal_id),
        )  # fmt: skip
    facts = {"employee": one.employee_id, "period": one.period_id, "scope": one.scope_id}
    audit.record(
        session, me.now, me.employee_id, "awards.propose", f"proposal/{proposal_id}", facts
    )
    return Went(place("awards.decide", proposal_id), texts.proposed_notice())


def settle_proposals(session: Session, one: Proposal, now: datetime) -> None:
    """Nobody owes a proposal in this case any more."""
    for kind, object_id in owed_by(session, one):
        duties.done(session, kind, now, period_id=one.period_id, object_id=object_id)


def owed_by(session: Session, one: Proposal) -> list[tuple[DutyKind, int]]:
    """The kind of duty that asks for a proposal in this case, and its object."""
    if one.kind == KIND:
        return [(DutyKind.PROPOSE_AWARD, one.scope_id)]
    round_ = rounds.of_case(session, one.kind, one.period_id, one.scope_id)
    return [(DutyKind.NAME_WINNER, round_.id or 0)] if round_ else []


def sentence(text: str) -> str:
    """A reason fit to be kept. Raises Refused when it is too short or too long."""
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def _mine(session: Session, me: Me, proposal_id: int) -> Proposal:
    one = proposals.get(session, proposal_id)
    if one is None or one.proposer_id != me.employee_id:
        raise Refused(words.not_available(), "foreign_draft")
    if one.state != proposals.DRAFT:
        raise Refused(texts.living(), "not_a_draft")
    return one


def _possible(
    session: Session, me: Me, period_id: int, scope_id: int, employee_id: int, key: str
) -> Period:
    """The period, if I may propose this person now."""
    rights.demand(session, me, "awards.propose", about=employee_id)
    demand_scope(session, me, scope_id)
    period = periods.get(session, period_id)
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    row = row_of(session, period, scope_id, employee_id, key)
    if why_not := why_no_proposal(session, me, period, scope_id, row, key):
        raise Refused(texts.why_not(why_not), why_not)
    return period


def _draft(
    session: Session,
    period: Period,
    number: int,
    scope_id: int,
    employee_id: int,
    reason: str,
    key: str,
) -> Draft:
    person = employees.get(session, employee_id)
    assert person is not None
    assert period.id is not None
    return Draft(
        number, period.id, scope_id, employee_id, person.name, period.year, period.quarter, reason,
        kind_of(session, period, key),
    )  # fmt: skip
