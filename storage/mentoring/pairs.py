"""Pairs from proposal to result, their meetings, what they were worth."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, delete, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from bot.rules.mentoring import LIVING, State
from storage.employees import Employee
from storage.mentoring.tables import Mentoring, MentorMeeting


def get(session: Session, number: int) -> Mentoring | None:
    return session.get(Mentoring, number, populate_existing=True)


def lock(session: Session, number: int) -> Mentoring | None:
    """The pair, nobody else's to change until this transaction ends."""
    found = select(Mentoring).where(Mentoring.id == number).with_for_update(key_share=True)
    return session.exec(found.execution_options(populate_existing=True)).first()


def add(session: Session, row: Mentoring) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def change(session: Session, number: int, states: Collection[State], **values: Any) -> bool:
    """Change a pair that stands in one of these states; whether it did."""
    this = (col(Mentoring.id) == number, col(Mentoring.state).in_(states))
    return session.exec(update(Mentoring).where(*this).values(**values)).rowcount == 1


def of_person(session: Session, employee_id: int) -> Sequence[Mentoring]:
    """Every pair that somebody is one of or that had begun, the living first, newest first."""
    theirs = or_(col(Mentoring.mentor_id) == employee_id, col(Mentoring.mentee_id) == employee_id)
    shown = or_(col(Mentoring.state).in_(LIVING), col(Mentoring.started_on).is_not(None))
    found = select(Mentoring).where(theirs, shown)
    rows = session.exec(found.order_by(col(Mentoring.id).desc())).all()
    return sorted(rows, key=lambda row: row.state not in LIVING)


class Two(NamedTuple):
    """Mentor and mentee of a pair."""

    mentor_id: int
    mentee_id: int
    state: str


def pairs_in(session: Session, states: Collection[State]) -> list[Two]:
    """Between whom there is a pair in one of these states."""
    columns: list[Any] = [Mentoring.mentor_id, Mentoring.mentee_id, Mentoring.state]
    found = select_columns(*columns).where(col(Mentoring.state).in_(states))
    return [Two(*row) for row in session.connection().execute(found)]


def begun(session: Session) -> list[tuple[int, date]]:
    """Who was ever mentored, and since when."""
    columns: list[Any] = [Mentoring.mentee_id, Mentoring.started_on]
    found = select_columns(*columns).where(col(Mentoring.started_on).is_not(None))
    return [(row[0], row[1]) for row in session.connection().execute(found)]


def stale(session: Session, before: datetime, limit: int) -> list[int]:
    """Pairs that were proposed before then and not answered, or of which one has left."""
    gone = select_columns(col(Employee.id)).where(col(Employee.left_on).is_not(None))
    either = or_(
        and_(col(Mentoring.state) == State.PROPOSED, col(Mentoring.proposed_at) < before),
        col(Mentoring.mentor_id).in_(gone),
        col(Mentoring.mentee_id).in_(gone),
    )
    columns: list[Any] = [Mentoring.id]
    found = select_columns(*columns).where(col(Mentoring.state).in_(LIVING), either)
    rows = session.connection().execute(found.order_by(col(Mentoring.id)).limit(limit))
    return [row[0] for row in rows]


def meet(session: Session, meeting: MentorMeeting) -> int:
    session.add(meeting)
    session.flush()
    assert meeting.id is not None
    return meeting.id


def meeting(session: Session, number: int) -> MentorMeeting | None:
    return session.get(MentorMeeting, number, populate_existing=True)


def meetings(session: Session, mentoring_id: int) -> Sequence[MentorMeeting]:
    """Newest first."""
    found = select(MentorMeeting).where(MentorMeeting.mentoring_id == mentoring_id)
    order = (col(MentorMeeting.held_on).desc(), col(MentorMeeting.id).desc())
    return session.exec(found.order_by(*order).execution_options(populate_existing=True)).all()


def to_confirm(session: Session, employee_id: int, pairs: Collection[int]) -> set[int]:
    """Those of these pairs in which the other one noted a meeting that waits for this person."""
    found = select_columns(col(MentorMeeting.mentoring_id)).where(
        col(MentorMeeting.mentoring_id).in_(pairs),
        col(MentorMeeting.confirmed_at).is_(None),
        col(MentorMeeting.noted_by) != employee_id,
    )
    return {row[0] for row in session.connection().execute(found.distinct())}


def confirm(session: Session, number: int, now: datetime) -> bool:
    """The other one says that it was so; False when it was said before."""
    this = (col(MentorMeeting.id) == number, col(MentorMeeting.confirmed_at).is_(None))
    return session.exec(update(MentorMeeting).where(*this).values(confirmed_at=now)).rowcount == 1


def put_text(session: Session, number: int, text: str) -> None:
    session.exec(update(MentorMeeting).where(col(MentorMeeting.id) == number).values(text=text))


def retract(session: Session, number: int) -> bool:
    """Take back a meeting that nobody has confirmed; whether it was so."""
    this = (col(MentorMeeting.id) == number, col(MentorMeeting.confirmed_at).is_(None))
    return session.exec(delete(MentorMeeting).where(*this)).rowcount == 1
