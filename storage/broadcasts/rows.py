"""The broadcast itself: drafted, asked for, sent; its file and its questions."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from bot.rules.broadcasts import GONE, State
from storage.broadcasts.tables import Broadcast, BroadcastFile, BroadcastQuestion
from storage.upsert import insert_new


def begin(session: Session, row: Broadcast) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def get(session: Session, number: int) -> Broadcast | None:
    return session.get(Broadcast, number, populate_existing=True)


def change(
    session: Session, number: int, states: Collection[str], values: dict[str, Any],
    version: int = 0,
) -> bool:  # fmt: skip
    """Whether it stood in one of these states, and (if given) in this version."""
    this = update(Broadcast).where(col(Broadcast.id) == number, col(Broadcast.state).in_(states))
    if version:
        this = this.where(col(Broadcast.version) == version)
    done = session.connection().execute(this.values(**values)).rowcount == 1
    session.expire_all()
    return done


def listed(
    session: Session, author_id: int | None, limit: int, offset: int
) -> tuple[Sequence[Broadcast], int]:
    """Newest first, and how many there are: of an author with what others have sent (None), or
    of the author alone.
    """
    found = select(Broadcast)
    if author_id is not None:
        found = found.where(Broadcast.author_id == author_id)
    else:
        found = found.where(col(Broadcast.state) != State.DRAFT)
    total = session.connection().scalar(select_columns(func.count()).select_from(found.subquery()))
    page = found.order_by(col(Broadcast.id).desc()).offset(offset).limit(limit)
    return session.exec(page).all(), int(total or 0)


def drafts(session: Session, author_id: int, limit: int) -> Sequence[Broadcast]:
    """Newest first."""
    mine = (Broadcast.author_id == author_id, Broadcast.state == State.DRAFT)
    found = select(Broadcast).where(*mine).order_by(col(Broadcast.id).desc()).limit(limit)
    return session.exec(found).all()


def asked(session: Session, but: int) -> Sequence[Broadcast]:
    """Those that wait for a second person who is not their author, oldest first."""
    asked_for = or_(col(Broadcast.state) == State.ASKED, col(Broadcast.correcting).is_(True))
    waits = (asked_for, col(Broadcast.author_id) != but)
    return session.exec(select(Broadcast).where(*waits).order_by(col(Broadcast.asked_at))).all()


def busy(session: Session) -> Sequence[Broadcast]:
    """Those for which the tick has something to do, oldest first."""
    return session.exec(
        select(Broadcast).where(col(Broadcast.busy).is_(True)).order_by(col(Broadcast.id))
    ).all()


def with_quiz(session: Session, limit: int) -> Sequence[Broadcast]:
    """The newest that went out with a quiz."""
    found = select(Broadcast).where(
        col(Broadcast.state).in_((State.SENDING, State.SENT)), col(Broadcast.mark) > 0
    )
    return session.exec(found.order_by(col(Broadcast.id).desc()).limit(limit)).all()


def newest_sent(session: Session) -> Broadcast | None:
    found = select(Broadcast).where(col(Broadcast.state).in_((State.SENDING, State.SENT)))
    return session.exec(found.order_by(col(Broadcast.id).desc()).limit(1)).first()


def to_remind(session: Session, until: date) -> Sequence[Broadcast]:
    """Those whose quiz ends by that day, and of which nobody has been reminded yet."""
    found = select(Broadcast).where(
        col(Broadcast.state).in_((State.SENDING, State.SENT)),
        col(Broadcast.quiz_until) <= until,
        Broadcast.reminders == 0,
        col(Broadcast.mark) > 0,
    )
    return session.exec(found.order_by(col(Broadcast.id))).all()


def delete_draft(session: Session, number: int) -> bool:
    """Whether it still was one."""
    this = (col(Broadcast.id) == number, col(Broadcast.state) == State.DRAFT)
    if session.connection().scalar(select_columns(func.count()).where(*this)) != 1:
        return False
    for table in (BroadcastQuestion, BroadcastFile):
        session.connection().execute(delete(table).where(col(table.broadcast_id) == number))
    session.connection().execute(delete(Broadcast).where(*this))
    session.expire_all()
    return True


def file_of(session: Session, number: int) -> BroadcastFile | None:
    found = select(BroadcastFile).where(BroadcastFile.broadcast_id == number)
    return session.exec(found.execution_options(populate_existing=True)).first()


def file(session: Session, file_id: int) -> BroadcastFile | None:
    return session.get(BroadcastFile, file_id, populate_existing=True)


def put_file(session: Session, number: int, values: dict[str, Any] | None) -> None:
    """In place of the one before; None takes it away."""
    session.connection().execute(
        delete(BroadcastFile).where(col(BroadcastFile.broadcast_id) == number)
    )
    session.expire_all()
    if values is not None:
        blank = {"fault": "", "tries": 0, "sha256": "", "file_type": "", "look": ""}
        insert_new(session, BroadcastFile, blank | values | {"broadcast_id": number})


def named(session: Session) -> frozenset[str]:
    """The names of all files that some broadcast needs."""
    found = select(BroadcastFile.sha256).where(col(BroadcastFile.sha256) != "").distinct()
    return frozenset(session.exec(found))


def used(
    session: Session, employee_id: int, since: datetime, until: datetime, states: Collection[str]
) -> int:
    """Bytes in these states that this person sent from `since` to before `until`."""
    found = (
        select(func.coalesce(func.sum(BroadcastFile.size), 0))
        .join(Broadcast, col(Broadcast.id) == col(BroadcastFile.broadcast_id))
        .where(
            Broadcast.author_id == employee_id,
            col(BroadcastFile.state).in_(states),
            col(BroadcastFile.added_at) >= since,
            col(BroadcastFile.added_at) < until,
        )
    )
    return int(session.exec(found).one() or 0)


def questions(session: Session, number: int) -> Sequence[BroadcastQuestion]:
    """In their order."""
    found = select(BroadcastQuestion).where(BroadcastQuestion.broadcast_id == number)
    ordered = found.order_by(col(BroadcastQuestion.id))
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def add_question(session: Session, number: int, text: str) -> None:
    session.add(BroadcastQuestion(broadcast_id=number, text=text))
    session.flush()


def set_question(session: Session, question_id: int, **values: Any) -> None:
    this = update(BroadcastQuestion).where(col(BroadcastQuestion.id) == question_id)
    session.connection().execute(this.values(**values))
    session.expire_all()


def drop_question(session: Session, number: int, question_id: int) -> bool:
    mine = (
        col(BroadcastQuestion.broadcast_id) == number,
        col(BroadcastQuestion.id) == question_id,
    )
    gone = session.connection().execute(delete(BroadcastQuestion).where(*mine)).rowcount == 1
    session.expire_all()
    return gone


def options_of(row: BroadcastQuestion) -> list[str]:
    found: list[str] = json.loads(row.options) if row.options else []
    return found


def pack(options: Sequence[str]) -> str:
    return json.dumps(list(options), ensure_ascii=False)


def may_be_read(session: Session, numbers: Collection[int]) -> Sequence[Broadcast]:
    """Those of these of which somebody may have got a copy."""
    found = select(Broadcast).where(
        col(Broadcast.id).in_(numbers), or_(*(col(Broadcast.state) == one for one in GONE))
    )
    return session.exec(found).all()
