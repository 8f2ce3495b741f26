"""The head's decision: another person than the proposer and the candidate, and only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.actions import cases, rights, schemes, scores
from bot.actions.awards.proposing import sentence
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.proposals import conflict_of_decider
from bot.rules.scoring import Score
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, awards, duties, employees, outbox, periods, proposals, results, units
from storage.awards import Award
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.proposals import Proposal


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A proposal with its reason and the candidate's parts; `may_decide` is about me, now."""

    proposal_id: int
    name: str
    unit: str
    year: int
    quarter: int
    proposer: str
    reason: str
    proposed_at: datetime | None
    state: str
    decider: str
    answer: str
    score: Score | None
    names: Mapping[str, str]
    may_decide: bool
    rejection: str | None = None


def case(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """A proposal as those of the case see it."""
    one = _shared(session, proposal_id)
    about = one.employee_id if one else 0
    rights.demand(session, me, "awards.read", about=about)
    assert one is not None
    _demand_reach(session, me, one)
    return _card(session, me, one)


def confirm_approval(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """The last look before an award is given."""
    return _card(session, me, _decidable(session, me, proposal_id))


def ask_rejection(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """Asks why it is rejected."""
    return _card(session, me, _decidable(session, me, proposal_id))


def write_rejection(session: Session, me: Me, proposal_id: int, text: str) -> Place:
    """Keep my reason against it."""
    _decidable(session, me, proposal_id)
    proposals.draft_rejection(session, proposal_id, me.employee_id, sentence(text))
    return place("awards.rejecting", proposal_id)


def confirm_rejection(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """The last look before a proposal is rejected."""
    one = _decidable(session, me, proposal_id)
    reason = proposals.rejection_draft(session, proposal_id, me.employee_id)
    if reason is None:
        raise Refused(texts.reason_wanted(), "no_reason")
    return replace(_card(session, me, one), rejection=reason)


def approve(session: Session, me: Me, proposal_id: int) -> Went:
    """Give the award: a number of the year, a letter to the winner and to the proposer."""
    one = _decidable(session, me, proposal_id)
    _close(session, me, one, proposals.APPROVED, None)
    number = awards.next_number(session, me.now.year)
    award = Award(
        kind=one.kind,
        year=me.now.year,
        number=number,
        period_id=one.period_id,
        scope_id=one.scope_id,
        employee_id=one.employee_id,
        proposal_id=proposal_id,
        given_by=me.employee_id,
        given_at=me.now,
    )
    awards.give(session, award)
    assert award.id is not None
    facts = {"award": award.id, "year": award.year, "number": number}
    audit.record(
        session, me.now, me.employee_id, "awards.approve", f"proposal/{proposal_id}", facts
    )
    outbox.put(
        session, f"awards.won/{award.id}", Kind.DECISION, "awards.won", me.now,
        to=one.employee_id, facts={"award": award.id}, opens=place("awards.honour", award.id),
    )  # fmt: skip
    return Went(place("awards.honour", award.id), texts.given_notice())


def reject(session: Session, me: Me, proposal_id: int, seen: str = "") -> Went:
    """Reject it with the reason I have `seen`; the team owes a new proposal."""
    one = _decidable(session, me, proposal_id)
    reason = proposals.rejection_draft(session, proposal_id, me.employee_id)
    if reason is None:
        raise Refused(texts.reason_wanted(), "no_reason")
    if not still(seen, reason):
        return Went(place("awards.rejecting", proposal_id), words.changed_since())
    _close(session, me, one, proposals.REJECTED, reason)
    audit.record(session, me.now, me.employee_id, "awards.reject", f"proposal/{proposal_id}")
    again = [
        duty.id
        for duty in duties.of_period(session, one.period_id, (DutyKind.PROPOSE_AWARD,))
        if duty.object_id == one.scope_id and duty.owner_id != me.employee_id
    ]
    if again:
        duties.reopen(session, again)
    return Went(place("awards.decide", proposal_id), texts.rejected_notice())


def _close(session: Session, me: Me, one: Proposal, state: str, answer: str | None) -> None:
    """End the case's waiting, once, and tell the proposer."""
    assert one.id is not None
    if not proposals.decide(session, one.id, state, me.employee_id, me.now, answer):
        raise Refused(texts.already_decided(), "already_decided")
    duties.done(
        session, DutyKind.DECIDE_AWARD, me.now,
        period_id=one.period_id, about_id=one.employee_id, object_id=one.id,
    )  # fmt: skip
    outbox.put(
        session, f"awards.decided/{one.id}", Kind.DECISION, "awards.decided", me.now,
        to=one.proposer_id, facts={"proposal": one.id}, opens=place("awards.decide", one.id),
    )  # fmt: skip


def _shared(session: Session, proposal_id: int) -> Proposal | None:
    one = proposals.get(session, proposal_id)
    return None if one is None or one.state == proposals.DRAFT else one


def _decidable(session: Session, me: Me, proposal_id: int) -> Proposal:
    """A proposal that I may decide now; Refused with the reason otherwise."""
    one = _shared(session, proposal_id)
    rights.demand(session, me, "awards.decide", about=one.employee_id if one else 0)
    assert one is not None
    if not cases.reaches(session, one.scope_id, me.roles.get(Role.HEAD, frozenset())):
        raise Refused(words.not_available(), "foreign_scope")
    if conflict := conflict_of_decider(cases.of_proposal(session, one), me.employee_id):
        raise Refused(texts.conflict(), conflict.value)
    if one.state != proposals.WAITING:
        raise Refused(texts.already_decided(), "already_decided")
    return one


def _demand_reach(session: Session, me: Me, one: Proposal) -> None:
    granted = me.roles.get(Role.HEAD, frozenset()) | me.roles.get(
        Role.EVALUATION_TEAM, frozenset()
    )
    if not cases.reaches(session, one.scope_id, granted):
        raise Refused(words.not_available(), "foreign_scope")


def _card(session: Session, me: Me, one: Proposal) -> CaseCard:
    ids = [n for n in (one.employee_id, one.proposer_id, one.decided_by) if n is not None]
    people, period = employees.many(session, ids), periods.get(session, one.period_id)
    result = results.of(session, one.period_id, one.employee_id)
    assert period is not None
    assert one.id is not None
    scheme = schemes.of_period(session, period)
    person = people[one.employee_id]
    proposed_at = one.proposed_at.astimezone(me.zone) if one.proposed_at else None
    conflict = conflict_of_decider(cases.of_proposal(session, one), me.employee_id)
    head = cases.reaches(session, one.scope_id, me.roles.get(Role.HEAD, frozenset()))
    return CaseCard(
        proposal_id=one.id,
        name=person.name,
        unit=units.names(session, [person.unit_id]).get(person.unit_id, ""),
        year=period.year,
        quarter=period.quarter,
        proposer=people[one.proposer_id].name,
        reason=one.reason,
        proposed_at=proposed_at,
        state=one.state,
        decider=people[one.decided_by].name if one.decided_by else "",
        answer=one.answer or "",
        score=scores.read_parts(result) if result else None,
        names={i.key: i.name for i in scheme.indicators},
        may_decide=head and one.state == proposals.WAITING and conflict is None,
    )
