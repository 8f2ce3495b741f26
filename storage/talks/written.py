"""What was written of talks: notes, and what is to follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.rules.talks import State
from storage.talks.tables import FollowUp, Talk, TalkNote
from storage.upsert import insert_new

_LIVING = (col(FollowUp.done_at).is_(None), col(FollowUp.dropped_at).is_(None))


def notes(session: Session, talk_id: int, reader_id: int) -> Sequence[TalkNote]:
    """What this reader may read of it: what is for both, and their own."""
    readable = (col(TalkNote.private).is_(False)) | (col(TalkNote.writer_id) == reader_id)
    found = select(TalkNote).where(TalkNote.talk_id == talk_id, readable)
    order = (col(TalkNote.private), col(TalkNote.written_at))
    return session.exec(found.order_by(*order).execution_options(populate_existing=True)).all()


def put_note(
    session: Session, talk_id: int, writer_id: int, text: str, now: datetime, *, private: bool
) -> None:
    """Keep what somebody wrote, in place of what they had written."""
    values = {"text": text, "written_at": now}
    key = {"talk_id": talk_id, "writer_id": writer_id, "private": private}
    if not insert_new(session, TalkNote, {**key, **values}):
        mine = [getattr(TalkNote, name) == value for name, value in key.items()]
        session.exec(update(TalkNote).where(*mine).values(**values))


def follow_up(session: Session, number: int) -> FollowUp | None:
    return session.get(FollowUp, number, populate_existing=True)


def draft_follow_up(session: Session, talk_id: int, made_by: int, text: str) -> int:
    """A new one, in place of what its maker had not finished; its number."""
    unfinished = (
        col(FollowUp.talk_id) == talk_id,
        col(FollowUp.made_by) == made_by,
        col(FollowUp.settled_at).is_(None),
    )
    session.exec(delete(FollowUp).where(*unfinished))
    row = FollowUp(talk_id=talk_id, made_by=made_by, text=text)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def settle(session: Session, number: int, **values: Any) -> bool:
    """Complete a draft; False when it was complete already."""
    draft = (col(FollowUp.id) == number, col(FollowUp.settled_at).is_(None))
    return session.exec(update(FollowUp).where(*draft).values(**values)).rowcount == 1


def finish(session: Session, number: int, now: datetime) -> bool:
    """Note that it is done; False when it was."""
    open_one = (
        col(FollowUp.id) == number,
        col(FollowUp.settled_at).is_not(None),
        *_LIVING,
    )
    return session.exec(update(FollowUp).where(*open_one).values(done_at=now)).rowcount == 1


def drop(session: Session, number: int, **values: Any) -> bool:
    """Note what is said of dropping it; False when it was done or dropped meanwhile."""
    living = update(FollowUp).where(col(FollowUp.id) == number, *_LIVING)
    return session.exec(living.values(**values)).rowcount == 1


def of_talk(session: Session, talk_id: int) -> Sequence[FollowUp]:
    found = select(FollowUp).where(
        FollowUp.talk_id == talk_id, col(FollowUp.settled_at).is_not(None)
    )
    return session.exec(found.order_by(col(FollowUp.due_on), col(FollowUp.id))).all()


def open_with(session: Session, employee_id: int) -> Sequence[FollowUp]:
    """What is still to be done from talks with this person, by either side."""
    found = (
        select(FollowUp)
        .join(Talk, col(Talk.id) == col(FollowUp.talk_id))
        .where(
            col(Talk.employee_id) == employee_id,
            col(Talk.state) == State.HELD,
            col(FollowUp.settled_at).is_not(None),
            *_LIVING,
        )
    )
    return session.exec(found.order_by(col(FollowUp.due_on), col(FollowUp.id))).all()
