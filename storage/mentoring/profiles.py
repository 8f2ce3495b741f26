"""What people offer, wish and do not want."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.mentoring.tables import MentorBar, MentorOffer, MentorWish
from storage.upsert import insert_new


def offer(session: Session, employee_id: int) -> MentorOffer | None:
    return session.get(MentorOffer, employee_id, populate_existing=True)


def wish(session: Session, employee_id: int) -> MentorWish | None:
    return session.get(MentorWish, employee_id, populate_existing=True)


def put_offer(session: Session, employee_id: int, **values: Any) -> None:
    """Make or change an offer."""
    blank = {"strengths": "", "places": 1, "text": "", "active": True}
    if not insert_new(session, MentorOffer, {"employee_id": employee_id, **blank, **values}):
        mine = col(MentorOffer.employee_id) == employee_id
        session.exec(update(MentorOffer).where(mine).values(**values))


def put_wish(session: Session, employee_id: int, **values: Any) -> None:
    """Make or change a wish."""
    blank = {"goals": "", "text": "", "active": True}
    if not insert_new(session, MentorWish, {"employee_id": employee_id, **blank, **values}):
        mine = col(MentorWish.employee_id) == employee_id
        session.exec(update(MentorWish).where(mine).values(**values))


def offers(session: Session) -> Sequence[MentorOffer]:
    """All that stand."""
    return session.exec(select(MentorOffer).where(col(MentorOffer.active).is_(True))).all()


def wishes(session: Session) -> dict[int, str]:
    """The goals of everybody whose wish stands."""
    columns: list[Any] = [MentorWish.employee_id, MentorWish.goals]
    found = select_columns(*columns).where(col(MentorWish.active).is_(True))
    return {row[0]: row[1] for row in session.connection().execute(found)}


def bar(session: Session, employee_id: int, other_id: int) -> None:
    insert_new(session, MentorBar, {"employee_id": employee_id, "other_id": other_id})


def unbar(session: Session, employee_id: int, other_id: int) -> None:
    mine = (col(MentorBar.employee_id) == employee_id, col(MentorBar.other_id) == other_id)
    session.exec(delete(MentorBar).where(*mine))


def bars_of(session: Session, employee_id: int) -> list[int]:
    found = select(MentorBar.other_id).where(MentorBar.employee_id == employee_id)
    return list(session.exec(found.order_by(col(MentorBar.other_id))))


def bars(session: Session) -> set[tuple[int, int]]:
    """Whom anybody does not want: both ways."""
    rows = session.exec(select(MentorBar)).all()
    one_way = {(row.employee_id, row.other_id) for row in rows}
    return one_way | {(other, one) for one, other in one_way}
