"""Proposals, what was decided on them, and the awards given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case, literal
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.awards import AGREED, DECLINED, Award
from storage.proposals import APPROVED, DRAFT, REJECTED, RETURNED, Proposal

APPROVE, REJECT, PROPOSE = "awards.approve", "awards.reject", "awards.propose"
GIVE_BACK = "awards.give_back"
AGREE, DECLINE, HAND = "awards.agree", "awards.decline", "awards.hand"
_PROPOSED = Entries((PROPOSE,), text(said("employee"), said("period"), said("scope")))


def of_proposals(reader: Reader) -> Iterator[Finding]:
    """Every proposal that was handed over, and for whom."""
    stored = rows(
        col(Proposal.id), "proposal", NOTHING, col(Proposal.proposer_id),
        col(Proposal.proposed_at),
        text(col(Proposal.employee_id), col(Proposal.period_id), col(Proposal.scope_id)),
    ).where(col(Proposal.state) != DRAFT)  # fmt: skip
    return disagreements(reader, Kind.PROPOSAL, stored, _PROPOSED)


def of_verdicts(reader: Reader) -> Iterator[Finding]:
    """Every approval, every rejection, and what was given back.

    A rejection of earlier rules gave back, which migration 0067 calls it: its entry has no facts.
    """
    state, who = col(Proposal.state), (col(Proposal.decided_by), col(Proposal.decided_at))
    given = case((state == APPROVED, APPROVED), else_=REJECTED)
    stored = rows(col(Proposal.id), "proposal", NOTHING, *who, given)
    told: Any = case((ENTRIES.c.action == APPROVE, APPROVED), else_=REJECTED)
    yield from disagreements(
        reader, Kind.VERDICT, stored.where(state.in_((APPROVED, REJECTED, RETURNED))),
        Entries((APPROVE, REJECT, GIVE_BACK), told),
    )  # fmt: skip
    declined = rows(col(Proposal.id), "proposal", NOTHING, *who, state)
    declined = declined.where(state.in_((REJECTED, RETURNED)))
    how: Any = case({REJECT: REJECTED, GIVE_BACK: RETURNED}, value=ENTRIES.c.action)
    since = Entries((REJECT, GIVE_BACK), how, only=ENTRIES.c.commitment.is_not(None))
    for one in disagreements(reader, Kind.VERDICT, declined, since, who=False, both=False):
        if one.fault is Fault.DIFFERS:
            yield one


def of_awards(reader: Reader) -> Iterator[Finding]:
    """Every award: given by whom, with which number; to whom, as it was proposed."""
    stored = rows(
        col(Award.id), "proposal", NOTHING, col(Award.given_by), col(Award.given_at),
        text(col(Award.id), col(Award.year), col(Award.number)), of=col(Award.proposal_id),
    )  # fmt: skip
    given = Entries((APPROVE,), text(said("award"), said("year"), said("number")))
    yield from disagreements(reader, Kind.AWARD, stored, given)
    winners = rows(
        col(Award.id), "proposal", NOTHING, col(Award.given_by), col(Award.given_at),
        text(col(Award.employee_id), col(Award.period_id), col(Award.scope_id)),
        of=col(Award.proposal_id),
    )  # fmt: skip
    yield from disagreements(reader, Kind.AWARD, winners, _PROPOSED, who=False, both=False)


def of_consents(reader: Reader) -> Iterator[Finding]:
    """Whether a winner lets all be told, as the winner said last; and who handed a paper over."""
    said_so: Any = case({AGREE: AGREED, DECLINE: DECLINED}, value=ENTRIES.c.action)
    consents = rows(
        col(Award.id), "award", NOTHING, col(Award.employee_id), col(Award.consent_at),
        col(Award.consent),
    ).where(col(Award.consent) != "")  # fmt: skip
    yield from disagreements(reader, Kind.CONSENT, consents, Entries((AGREE, DECLINE), said_so))
    handed = rows(
        col(Award.id), "award", NOTHING, col(Award.handed_by), col(Award.handed_at), literal(HAND)
    ).where(col(Award.handed_at).is_not(None))
    yield from disagreements(reader, Kind.CONSENT, handed, Entries((HAND,), literal(HAND)))
