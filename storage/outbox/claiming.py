"""Letters whose turn it is, and leasing them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, and_, col, or_

from storage.outbox.delivery import change
from storage.outbox.letter import Kind, Letter, State
from storage.prepared import Prepared

CANDIDATES = 5


class Claimed(NamedTuple):
    """A leased letter and whom it goes to: an employee's number, or a chat's id as `chat`."""

    id: int
    recipient: tuple[str, int]


_DUE = Prepared(
    select(col(Letter.id))
    .where(
        or_(
            col(Letter.state).in_((State.LEASED, State.SENDING)),
            and_(col(Letter.state) == State.WAITING, col(Letter.not_before) <= bindparam("now")),
        )
    )
    .limit(1)
)


def due(session: Session, now: datetime) -> bool:
    """Whether the courier has anything to do."""
    return _DUE.first(session, now=now) is not None


def oldest_due(session: Session, now: datetime) -> datetime | None:
    """Since when the letter has been due that has waited longest."""
    waiting = (col(Letter.state) == State.WAITING, col(Letter.not_before) <= now)
    return session.connection().scalar(select(func.min(col(Letter.not_before))).where(*waiting))


def claim(
    session: Session, now: datetime, limit: int, avoid: Collection[tuple[str, int]] = ()
) -> Sequence[Claimed]:
    """Lease the letters whose turn it is, one a recipient, none to those to be avoided now.

    Broadcasts only where nothing else is left to fill the batch.
    """
    waiting = col(Letter.state) == State.WAITING
    change(session, waiting, col(Letter.expires_at) <= now, state=State.EXPIRED)
    found = (
        select(col(Letter.id), col(Letter.employee_id), col(Letter.chat_id))
        .where(waiting, col(Letter.not_before) <= now)
        .order_by(col(Letter.not_before), col(Letter.id))
        .limit(limit * CANDIDATES)
    )
    people = [number for kind, number in avoid if kind == "employee"]
    if people:
        found = found.where(
            or_(col(Letter.employee_id).is_(None), col(Letter.employee_id).not_in(people))
        )
    taken: dict[tuple[str, int], int] = {}
    last = col(Letter.kind) == Kind.BROADCAST
    for which in (~last, last):
        if len(taken) >= limit:
            break
        for number, employee_id, chat_id in session.connection().execute(found.where(which)):
            recipient = ("employee", employee_id or 0)
            if chat_id is not None:
                recipient = ("chat", chat_id)
            if recipient not in avoid and len(taken) < limit:
                taken.setdefault(recipient, number or 0)
    mine = col(Letter.id).in_(list(taken.values()))
    if taken:
        change(session, mine, waiting, state=State.LEASED)
    return [Claimed(number, recipient) for recipient, number in taken.items()]
