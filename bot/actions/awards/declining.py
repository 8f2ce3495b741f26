"""The head does not follow: the proposal goes back to the panel, or its candidate is refused."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.actions.awards.card import CaseCard, card_of
from bot.actions.awards.deciding import decidable, settle
from bot.actions.awards.kinds import kind_of
from bot.actions.awards.outcome import first_of
from bot.actions.awards.passing import pass_on
from bot.actions.awards.proposing import owed_by, sentence
from bot.actions.days import agency_days
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.periods import PeriodState
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import agreement, audit, duties, outbox, periods, proposals
from storage.awards import AwardRound, rounds
from storage.columns import vault_of
from storage.outbox import Kind
from storage.proposals import Proposal


def ask_rejection(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """Asks why it is rejected."""
    return card_of(session, me, decidable(session, me, proposal_id))


def write_rejection(session: Session, me: Me, proposal_id: int, text: str) -> Place:
    """Keep my reason against it."""
    decidable(session, me, proposal_id)
    proposals.draft_rejection(session, proposal_id, me.employee_id, sentence(text))
    return place("awards.rejecting", proposal_id)


def confirm_rejection(session: Session, me: Me, proposal_id: int) -> CaseCard:
    """The last look before a proposal is rejected."""
    one = decidable(session, me, proposal_id)
    reason = proposals.rejection_draft(session, proposal_id, me.employee_id)
    if reason is None:
        raise Refused(texts.reason_wanted(), "no_reason")
    return replace(card_of(session, me, one), rejection=reason)


def reject(session: Session, me: Me, proposal_id: int, seen: str = "") -> Went:
    """Refuse the candidate for the reason I have `seen`. Raises ProofWanted.

    In a round the candidate is out of it and learns so; who comes next by the votes is the next
    that can be proposed. Refused for somebody whom something hinders by now: that proposal is
    given back, so that nobody loses a place by an objection.
    """
    one = decidable(session, me, proposal_id)
    if card_of(session, me, one).hindered is not None:
        raise Refused(texts.only_back(), "hindered")
    reason = _reason(session, me, proposal_id)
    if not still(seen, reason):
        return Went(place("awards.rejecting", proposal_id), words.changed_since())
    demand_proof(session, me)
    _end(session, me, one, proposals.REJECTED, reason)
    round_ = rounds.of_case(session, one.kind, one.period_id, one.scope_id)
    if round_ is None or round_.state != rounds.CLOSED:
        _ask_again(session, me, one)
    else:
        _next(session, me, one, round_)
    return Went(place("awards.decide", proposal_id), texts.rejected_notice())


def give_back(session: Session, me: Me, proposal_id: int, seen: str = "") -> Went:
    """Give it back to the panel for the reason I have `seen`; the candidate keeps the place.

    Raises ProofWanted.
    """
    one = decidable(session, me, proposal_id)
    reason = _reason(session, me, proposal_id)
    if not still(seen, reason):
        return Went(place("awards.rejecting", proposal_id), words.changed_since())
    demand_proof(session, me)
    _end(session, me, one, proposals.RETURNED, reason)
    _ask_again(session, me, one)
    return Went(place("awards.decide", proposal_id), texts.returned_notice())


def _reason(session: Session, me: Me, proposal_id: int) -> str:
    reason = proposals.rejection_draft(session, proposal_id, me.employee_id)
    if reason is None:
        raise Refused(texts.reason_wanted(), "no_reason")
    return reason


def _end(session: Session, me: Me, one: Proposal, state: str, reason: str) -> None:
    settle(session, me, one, state, reason)
    verb = "awards.reject" if state == proposals.REJECTED else "awards.give_back"
    facts = {"said": agreement.mark(vault_of(session), reason)}
    audit.record(session, me.now, me.employee_id, verb, f"proposal/{one.id}", facts)


def _next(session: Session, me: Me, one: Proposal, round_: AwardRound) -> None:
    """The candidate learns it, without whoever else is meant; the round goes on to the next."""
    outbox.put(
        session, f"awards.refused/{one.id}", Kind.DECISION, "awards.refused", me.now,
        to=one.employee_id, facts={"proposal": one.id},
        opens=place("awards.round", round_.id or 0),
    )  # fmt: skip
    gone = {each.employee_id for each in proposals.refused(
        session, one.kind, one.period_id, one.scope_id
    )}  # fmt: skip
    if set(first_of(round_)) - gone:
        _ask_again(session, me, one)  # others shared the first place
        return
    period = periods.get(session, one.period_id)
    assert period is not None
    kind, today = kind_of(session, period, one.kind), agency_days(session, me.now)
    pass_on(session, round_, period, kind, me.now, today)


def _ask_again(session: Session, me: Me, one: Proposal) -> None:
    """Whoever was asked for a proposal of this scope is asked again, but not who refused.

    Not once the quarter is final: nobody is asked for an award then, though one may still be
    proposed.
    """
    period = periods.get(session, one.period_id)
    if period is None or period.state == PeriodState.FINAL:
        return
    again = [
        duty.id
        for kind, object_id in owed_by(session, one)
        for duty in duties.of_period(session, one.period_id, (kind,), object_id)
        if duty.owner_id != me.employee_id
    ]
    if again:
        duties.reopen(session, again)
