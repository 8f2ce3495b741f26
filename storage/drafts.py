"""Who has begun something and not sent it, over all capabilities."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, union
from sqlmodel import Session, col

from bot.rules.achievements import State
from storage import appraisals, forums
from storage.accounts import ACTIVE, Account
from storage.achievements import Achievement
from storage.appraisals import Appraisal
from storage.employees import Employee
from storage.forums import Forum
from storage.peers.drafts import PeerDraft
from storage.peers.replies import ResultReply
from storage.peers.tickets import PeerTicket, TicketState
from storage.reports import Report


def owners(session: Session, most: int) -> Sequence[int]:
    """People who can be reached and have something unsent, or were about to type."""
    begun = union(
        select(col(Achievement.employee_id)).where(col(Achievement.state) == State.DRAFT),
        select(col(Report.employee_id)).where(col(Report.draft).is_not(None)),
        select(col(Forum.host_id)).where(col(Forum.state) == forums.DRAFT),
        select(col(Appraisal.by_id)).where(col(Appraisal.state) == appraisals.DRAFT),
        select(col(PeerTicket.rater_id))
        .join(PeerDraft, col(PeerDraft.ticket_id) == col(PeerTicket.id))
        .where(col(PeerTicket.state) == TicketState.OPEN),
        select(col(ResultReply.employee_id)).where(col(ResultReply.draft).is_not(None)),
        select(col(Account.employee_id)).where(col(Account.typing).is_not(None)),
    ).subquery()
    found = (
        select(col(Account.employee_id))
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .where(
            col(Account.employee_id).in_(select(begun.c[0])),
            col(Account.state) == ACTIVE,
            col(Account.unreachable).is_(None),
            col(Employee.left_on).is_(None),
        )
        .order_by(col(Account.employee_id))
        .limit(most)
    )
    return list(session.connection().scalars(found))
