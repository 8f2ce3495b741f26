"""How useful mentoring was: each answer until there are enough, then what all said together."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage.mentoring.tables import Mentoring, MentorWorth
from storage.upsert import insert_new


class Said(NamedTuple):
    mentoring_id: int
    person_id: int


def put_worth(session: Session, mentoring_id: int, person_id: int, level: int) -> bool:
    """Keep how useful it was; the last word stands until it is told. Whether it was kept."""
    key = {"mentoring_id": mentoring_id, "person_id": person_id}
    if insert_new(session, MentorWorth, {**key, "level": level, "told": False}):
        return True
    mine = [getattr(MentorWorth, name) == value for name, value in key.items()]
    untold = update(MentorWorth).where(*mine, col(MentorWorth.told).is_(False))
    return session.exec(untold.values(level=level)).rowcount == 1


def worth(session: Session, mentoring_id: int, person_id: int) -> int:
    """What somebody said, 0 before they did."""
    row = session.get(MentorWorth, (mentoring_id, person_id), populate_existing=True)
    return row.level if row else 0


def untold(session: Session, *, mentors: bool) -> list[Said]:
    """What mentors (or mentees) said and was not told yet; held until the end."""
    columns: list[Any] = [MentorWorth.mentoring_id, MentorWorth.person_id]
    found = (
        select_columns(*columns)
        .join(Mentoring, col(Mentoring.id) == col(MentorWorth.mentoring_id))
        .where(_side(mentors=mentors), col(MentorWorth.told).is_(False))
        .order_by(*columns)
        .with_for_update(of=MentorWorth)
    )
    return [Said(*row) for row in session.connection().execute(found)]


def tell(session: Session, said: Collection[Said]) -> None:
    """From now on these are part of the mean, and stand."""
    for one in said:
        this = (
            col(MentorWorth.mentoring_id) == one.mentoring_id,
            col(MentorWorth.person_id) == one.person_id,
        )
        session.exec(update(MentorWorth).where(*this).values(told=True))


def worths(session: Session, *, mentors: bool) -> tuple[int, int]:
    """How many answers of mentors (or mentees) are told, and the sum of their levels."""
    columns: list[Any] = [func.count(), func.coalesce(func.sum(col(MentorWorth.level)), 0)]
    found = (
        select_columns(*columns)
        .select_from(MentorWorth)
        .join(Mentoring, col(Mentoring.id) == col(MentorWorth.mentoring_id))
        .where(_side(mentors=mentors), col(MentorWorth.told).is_(True))
    )
    count, total = session.connection().execute(found).one()
    return int(count), int(total)


def _side(*, mentors: bool) -> Any:
    whose = Mentoring.mentor_id if mentors else Mentoring.mentee_id
    return col(MentorWorth.person_id) == col(whose)
