"""Pairs from proposal to result, their meetings, what they were worth."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from bot.rules.mentoring import LIVING, State
from storage.mentoring.tables import Mentoring, MentorMeeting, MentorWorth
from storage.upsert import insert_new


def get(session: Session, number: int) -> Mentoring | None:
    return session.get(Mentoring, number, populate_existing=True)


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
    """Every pair somebody is or was one of, the living first, newest first."""
    theirs = or_(col(Mentoring.mentor_id) == employee_id, col(Mentoring.mentee_id) == employee_id)
    found = select(Mentoring).where(theirs, Mentoring.state != State.DECLINED)
    rows = session.exec(found.order_by(col(Mentoring.id).desc())).all()
    return sorted(rows, key=lambda row: row.state not in LIVING)


def everything(session: Session) -> Sequence[Mentoring]:
    return session.exec(select(Mentoring).order_by(col(Mentoring.id))).all()


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


def confirm(session: Session, number: int, now: datetime) -> bool:
    """The other one says that it was so; False when it was said before."""
    this = (col(MentorMeeting.id) == number, col(MentorMeeting.confirmed_at).is_(None))
    return session.exec(update(MentorMeeting).where(*this).values(confirmed_at=now)).rowcount == 1


def put_text(session: Session, number: int, text: str) -> None:
    session.exec(update(MentorMeeting).where(col(MentorMeeting.id) == number).values(text=text))


def put_worth(session: Session, mentoring_id: int, person_id: int, level: int) -> None:
    """Keep how useful it was; the last word stands."""
    key = {"mentoring_id": mentoring_id, "person_id": person_id}
    if not insert_new(session, MentorWorth, {**key, "level": level}):
        mine = [getattr(MentorWorth, name) == value for name, value in key.items()]
        session.exec(update(MentorWorth).where(*mine).values(level=level))


def worth(session: Session, mentoring_id: int, person_id: int) -> int:
    """What somebody said, 0 before they did."""
    row = session.get(MentorWorth, (mentoring_id, person_id), populate_existing=True)
    return row.level if row else 0


def worths(session: Session, *, mentors: bool) -> tuple[int, int]:
    """How many mentors (or mentees) said how useful it was, and the sum of their levels."""
    whose = Mentoring.mentor_id if mentors else Mentoring.mentee_id
    columns: list[Any] = [func.count(), func.coalesce(func.sum(col(MentorWorth.level)), 0)]
    found = (
        select_columns(*columns)
        .select_from(MentorWorth)
        .join(Mentoring, col(Mentoring.id) == col(MentorWorth.mentoring_id))
        .where(col(MentorWorth.person_id) == col(whose))
    )
    count, total = session.connection().execute(found).one()
    return int(count), int(total)
