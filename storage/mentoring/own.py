"""Notes that one side of a mentoring keeps for itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Session, col

from storage.mentoring.tables import MentorNote
from storage.upsert import insert_new


def own_note(session: Session, mentoring_id: int, writer_id: int) -> str:
    """What this writer keeps; "" while nothing."""
    found = session.get(MentorNote, (mentoring_id, writer_id), populate_existing=True)
    return found.text if found else ""


def put_own_note(
    session: Session, mentoring_id: int, writer_id: int, text: str, now: datetime
) -> None:
    """Keep it in place of what was there."""
    values = {"text": text, "written_at": now}
    key = {"mentoring_id": mentoring_id, "writer_id": writer_id}
    if not insert_new(session, MentorNote, {**key, **values}):
        session.exec(update(MentorNote).where(*_of(mentoring_id, writer_id)).values(**values))


def erase_own_note(session: Session, mentoring_id: int, writer_id: int) -> None:
    session.exec(delete(MentorNote).where(*_of(mentoring_id, writer_id)))


def _of(mentoring_id: int, writer_id: int) -> tuple[ColumnElement[bool], ...]:
    return col(MentorNote.mentoring_id) == mentoring_id, col(MentorNote.writer_id) == writer_id
