"""A person's achievements as lists: a page of them, how many, drafts, what came back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Integer, bindparam, case, func
from sqlmodel import Session, col, select

from bot.rules.achievements import OPEN, State
from storage.achievements import OWNERS, Achievement
from storage.kept import once
from storage.prepared import Prepared
from storage.rows import Rows

SHOWN_ORDER = (
    State.DRAFT,
    State.RETURNED,
    State.SENDING,
    State.SUBMITTED,
    State.APPROVED,
    State.REJECTED,
    State.WITHDRAWN,
)
_RANK = case({str(state): n for n, state in enumerate(SHOWN_ORDER)}, value=Achievement.state)
_PAGE_OF = Rows(
    Achievement,
    select(Achievement)
    .where(OWNERS, col(Achievement.state) != State.WITHDRAWN)
    .order_by(_RANK, col(Achievement.changed_at).desc(), col(Achievement.id).desc())
    .offset(bindparam("skip", type_=Integer))
    .limit(bindparam("most", type_=Integer)),
)
_TALLY = Prepared(
    select(col(Achievement.state), func.count()).where(OWNERS).group_by(col(Achievement.state))
)
CAME_BACK = (
    select(Achievement)
    .where(OWNERS, col(Achievement.state) == State.RETURNED)
    .order_by(col(Achievement.changed_at))
)
_RETURNED = Rows(Achievement, CAME_BACK)
_NEWEST_DRAFT = Rows(
    Achievement,
    select(Achievement)
    .where(OWNERS, col(Achievement.state) == State.DRAFT)
    .order_by(col(Achievement.changed_at).desc(), col(Achievement.id).desc())
    .limit(1),
)


def newest_draft(session: Session, employee_id: int) -> Achievement | None:
    """The draft that was changed last."""
    return _NEWEST_DRAFT.first(session, owner=employee_id)


def by_album(session: Session, employee_id: int, album: str) -> Achievement | None:
    """The open draft that began with a picture of this album."""
    found = select(Achievement).where(
        Achievement.employee_id == employee_id,
        Achievement.album == album,
        col(Achievement.state).in_(OPEN),
    )
    return session.exec(found.order_by(col(Achievement.id).desc())).first()


def of(session: Session, employee_id: int, skip: int, limit: int) -> Sequence[Achievement]:
    """A person's achievements: drafts first, then by state, the newest of each first."""
    return _PAGE_OF.all(session, owner=employee_id, skip=skip, most=limit)


def tally(session: Session, employee_id: int) -> dict[State, int]:
    """How many a person has, by state."""
    rows = _TALLY.all(session, owner=employee_id)
    return {State(state): number for state, number in rows}


@once("achievement")
def returned(session: Session, employee_id: int) -> Sequence[Achievement]:
    """What came back to be mended, oldest first."""
    return _RETURNED.all(session, owner=employee_id)
