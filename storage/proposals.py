"""Proposals of an award: who proposes whom and why, and what the head decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Index, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, WAITING, APPROVED, REJECTED = "draft", "waiting", "approved", "rejected"
RETURNED = "returned"
ALIVE = (WAITING, APPROVED)
LIVING = "state IN ('waiting', 'approved')"


class Proposal(SQLModel, table=True):
    """`scope_id` is the unit for which (with all below) the award is given, 0 the whole agency.

    One proposal of a kind may live in a period and scope; one draft each member of the team.
    """

    __table_args__ = (
        Index(
            "one_living_proposal",
            "kind",
            "period_id",
            "scope_id",
            unique=True,
            sqlite_where=text(LIVING),
            postgresql_where=text(LIVING),
        ),
        Index(
            "one_draft_a_proposer",
            "kind",
            "period_id",
            "scope_id",
            "proposer_id",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    period_id: int = Field(foreign_key="period.id", index=True)
    scope_id: int = 0
    employee_id: int = Field(foreign_key="employee.id", index=True)
    proposer_id: int = Field(foreign_key="employee.id")
    reason: str = sealed("")
    state: str = Field(default=DRAFT, index=True)
    written_at: datetime = moment()
    proposed_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()  # why it was rejected or given back


class RejectionDraft(SQLModel, table=True):
    """What one head is about to write against a proposal, until it is decided."""

    proposal_id: int = Field(foreign_key="proposal.id", primary_key=True)
    head_id: int = Field(foreign_key="employee.id", primary_key=True)
    reason: str = sealed("")


def get(session: Session, proposal_id: int) -> Proposal | None:
    return session.get(Proposal, proposal_id)


def draft(
    session: Session, kind: str, period_id: int, scope_id: int, employee_id: int,
    proposer_id: int, reason: str, now: datetime,
) -> int:  # fmt: skip
    """Keep what a member of the team is about to propose, in place of an earlier draft."""
    values = {
        "kind": kind, "period_id": period_id, "scope_id": scope_id, "employee_id": employee_id,
        "proposer_id": proposer_id, "reason": reason, "state": DRAFT, "written_at": now,
    }  # fmt: skip
    insert_new(session, Proposal, values)
    mine = (
        col(Proposal.kind) == kind,
        col(Proposal.period_id) == period_id,
        col(Proposal.scope_id) == scope_id,
        col(Proposal.proposer_id) == proposer_id,
        col(Proposal.state) == DRAFT,
    )
    changed = update(Proposal).where(*mine).values(values).returning(col(Proposal.id))
    number: int = session.exec(changed).one()[0]
    return number


def living(session: Session, kind: str, period_id: int, scope_id: int) -> Proposal | None:
    """The proposal that waits for its decision or was approved, if any."""
    return session.exec(
        select(Proposal).where(
            Proposal.kind == kind,
            Proposal.period_id == period_id,
            Proposal.scope_id == scope_id,
            col(Proposal.state).in_(ALIVE),
        )
    ).first()


def of_case(session: Session, kind: str, period_id: int, scope_id: int) -> Sequence[Proposal]:
    """Everything that was proposed in one case, oldest first; drafts are nobody's business."""
    found = select(Proposal).where(
        Proposal.kind == kind,
        Proposal.period_id == period_id,
        Proposal.scope_id == scope_id,
        Proposal.state != DRAFT,
    )
    return session.exec(found.order_by(col(Proposal.id))).all()


def refused(session: Session, kind: str, period_id: int, scope_id: int) -> Sequence[Proposal]:
    """Those of a case that a head rejected, oldest first.

    Not of somebody who was proposed again since, as earlier rules allowed.
    """
    there = of_case(session, kind, period_id, scope_id)
    alive = {one.employee_id for one in there if one.state in ALIVE}
    return [one for one in there if one.state == REJECTED and one.employee_id not in alive]


def of_periods(session: Session, period_ids: Collection[int]) -> Sequence[Proposal]:
    """Everything that was proposed in these periods, oldest first."""
    found = select(Proposal).where(
        col(Proposal.period_id).in_(period_ids), Proposal.state != DRAFT
    )
    return session.exec(found.order_by(col(Proposal.id))).all()


def of_period(session: Session, period_id: int) -> Sequence[Proposal]:
    """Everything that was proposed in a period, oldest first."""
    found = select(Proposal).where(Proposal.period_id == period_id, Proposal.state != DRAFT)
    return session.exec(found.order_by(col(Proposal.id))).all()


def waiting(session: Session) -> Sequence[Proposal]:
    """All proposals that wait for a decision, oldest first."""
    found = select(Proposal).where(Proposal.state == WAITING)
    return session.exec(found.order_by(col(Proposal.id))).all()


def propose(session: Session, proposal_id: int, now: datetime) -> bool:
    """Hand a draft over to the heads; False when it was, or when the case has a living one.

    Of two at the same moment the unique index refuses the second.
    """
    mine = (col(Proposal.id) == proposal_id, col(Proposal.state) == DRAFT)
    handing = update(Proposal).where(*mine).values(state=WAITING, proposed_at=now)
    try:
        with session.begin_nested():
            handed = session.exec(handing).rowcount
    except IntegrityError:
        return False
    return handed == 1


def decide(
    session: Session, proposal_id: int, state: str, by: int, now: datetime, answer: str | None
) -> bool:
    """Approve, reject or give back a waiting proposal; False when somebody already did."""
    waits = (col(Proposal.id) == proposal_id, col(Proposal.state) == WAITING)
    values = {"state": state, "decided_by": by, "decided_at": now, "answer": answer}
    decided = session.exec(update(Proposal).where(*waits).values(values)).rowcount
    return decided == 1


def draft_rejection(session: Session, proposal_id: int, head_id: int, reason: str) -> None:
    """Keep why a head is about to reject."""
    values = {"proposal_id": proposal_id, "head_id": head_id, "reason": reason}
    if not insert_new(session, RejectionDraft, values):
        mine = (
            col(RejectionDraft.proposal_id) == proposal_id,
            col(RejectionDraft.head_id) == head_id,
        )
        session.exec(update(RejectionDraft).where(*mine).values(reason=reason))


def rejection_draft(session: Session, proposal_id: int, head_id: int) -> str | None:
    found = session.get(RejectionDraft, (proposal_id, head_id))
    return found.reason if found else None
