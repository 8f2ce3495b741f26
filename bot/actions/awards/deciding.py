"""The head's decision: another person than the proposer and the candidate, and only once."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.awards.card import CaseCard, card_of
from bot.actions.awards.certifying import certify
from bot.actions.awards.handing import ask_hr
from bot.actions.awards.prizes import Seats, demand_seat, reserve, seats
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.proposals import conflict_of_decider
from bot.screens import Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, awards, duties, outbox, proposals
from storage.awards import Award
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.proposals import Proposal
from storage.trainings import training


def case(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """A proposal as those of the case see it."""
    one = shared(session, proposal_id)
    about = one.employee_id if one else 0
    rights.demand(session, me, "awards.read", about=about)
    assert one is not None
    _demand_reach(session, me, one)
    return card_of(session, me, one)


def confirm_approval(session: Session, me: Me, proposal_id: int, training_id: int = 0) -> CaseCard:
    """The last look before an award is given, with a seat in this course if one was chosen."""
    case_ = card_of(session, me, decidable(session, me, proposal_id))
    course = training.get(session, training_id) if training_id else None
    return replace(case_, course=course)


def choose_seat(session: Session, me: Me, proposal_id: int, page: int = 0) -> Seats:
    """Asks in which course a seat is to be the prize."""
    return seats(session, card_of(session, me, decidable(session, me, proposal_id)), me.now, page)


def approve(session: Session, me: Me, proposal_id: int, training_id: int = 0) -> Went:
    """Give the award: a number of the year, its certificate, letters to winner and proposer.

    With `training_id` a seat in that course is reserved too, or nothing is given: Refused as
    `trainings.reserve_seat` says. Refused, too, where something keeps the candidate from it by
    now. Raises ProofWanted.
    """
    one = decidable(session, me, proposal_id)
    card = card_of(session, me, one)
    if card.hindered is not None:
        raise Refused(texts.hindered(card.name, card.hindered), "obstacles")
    if training_id:
        demand_seat(card)
    demand_proof(session, me)
    settle(session, me, one, proposals.APPROVED, None)
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
    certify(session, award, me.employee_id, me.now)
    if training_id:
        reserve(session, award, training_id, me.employee_id, me.now)
    ask_hr(session, me, award)
    outbox.put(
        session, f"awards.won/{award.id}", Kind.DECISION, "awards.won", me.now,
        to=one.employee_id, facts={"award": award.id}, opens=place("awards.honour", award.id),
    )  # fmt: skip
    return Went(place("awards.honour", award.id), texts.given_notice())


def settle(session: Session, me: Me, one: Proposal, state: str, answer: str | None) -> None:
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


def shared(session: Session, proposal_id: int) -> Proposal | None:
    """A proposal that was handed over."""
    one = proposals.get(session, proposal_id)
    return None if one is None or one.state == proposals.DRAFT else one


def decidable(session: Session, me: Me, proposal_id: int) -> Proposal:
    """A proposal that I may decide now; Refused with the reason otherwise."""
    one = shared(session, proposal_id)
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
