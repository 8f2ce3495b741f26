"""Proposals, what was decided on them, and the awards given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.awards import Award
from storage.proposals import APPROVED, DRAFT, REJECTED, Proposal

APPROVE, REJECT, PROPOSE = "awards.approve", "awards.reject", "awards.propose"
_STATE: Any = case({APPROVE: APPROVED, REJECT: REJECTED}, value=ENTRIES.c.action)
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
    """Every approval and every rejection."""
    stored = rows(
        col(Proposal.id), "proposal", NOTHING, col(Proposal.decided_by),
        col(Proposal.decided_at), col(Proposal.state),
    ).where(col(Proposal.state).in_((APPROVED, REJECTED)))  # fmt: skip
    return disagreements(reader, Kind.VERDICT, stored, Entries((APPROVE, REJECT), _STATE))


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
