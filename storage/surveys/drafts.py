"""Forms that chats are filling in, and marks that may be used once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.surveys.suspicion import SurveySeen
from storage.surveys.tables import SurveyDraft
from storage.upsert import insert_new


def begin(session: Session, row: SurveyDraft) -> int:
    """A form in place of whatever this chat had not sent; its number."""
    session.exec(delete(SurveyDraft).where(col(SurveyDraft.mark) == row.mark))
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def of_chat(session: Session, mark: bytes) -> SurveyDraft | None:
    """What a chat is filling in; nobody else changes it until this transaction ends."""
    found = select(SurveyDraft).where(SurveyDraft.mark == mark).with_for_update()
    return session.exec(found.execution_options(populate_existing=True)).first()


def change(session: Session, number: int, values: Mapping[str, Any]) -> bool:
    """False when it is gone."""
    this = update(SurveyDraft).where(col(SurveyDraft.id) == number).values(**values)
    return session.exec(this).rowcount == 1


def drop(session: Session, number: int) -> bool:
    """False when it was gone."""
    gone = delete(SurveyDraft).where(col(SurveyDraft.id) == number)
    return session.exec(gone).rowcount == 1


def sweep(session: Session, before: datetime) -> int:
    """Forget forms that nobody touched since."""
    gone = delete(SurveyDraft).where(col(SurveyDraft.touched_at) < before)
    return session.exec(gone).rowcount


def once(session: Session, mark: bytes, until: date) -> bool:
    """Use a mark; False when it was used."""
    return insert_new(session, SurveySeen, {"mark": mark, "until": until})


def was_used(session: Session, mark: bytes) -> bool:
    return session.get(SurveySeen, mark, populate_existing=True) is not None


def forget_marks(session: Session, before: date) -> int:
    return session.exec(delete(SurveySeen).where(col(SurveySeen.until) < before)).rowcount
