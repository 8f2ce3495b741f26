"""What shall change because of the survey: by whom, until when, and what was changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.surveys.tables import NUMBER


class SurveyPoint(SQLModel, table=True):
    """A draft of its maker until `settled_at`; then owed until `done_at` or `cancelled_at`.

    It comes of an answer's comment or of an element, `""` for none. `changed` is what was
    changed, in words for the citizen who asked to hear of it.
    """

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    answer_id: int | None = Field(
        default=None,
        foreign_key="surveyanswer.answer_id",
        index=True,
        sa_type=NUMBER,
    )
    element: str = ""
    what: str = sealed("")
    changed: str = sealed("")
    owner_id: int | None = Field(default=None, foreign_key="employee.id")
    due_on: date | None = None
    made_by: int = Field(foreign_key="employee.id")
    made_at: datetime = moment()
    settled_at: datetime | None = moment(nullable=True)
    done_at: datetime | None = moment(nullable=True)
    cancelled_at: datetime | None = moment(nullable=True)


_OPEN = (
    col(SurveyPoint.settled_at).is_not(None), col(SurveyPoint.done_at).is_(None),
    col(SurveyPoint.cancelled_at).is_(None),
)  # fmt: skip


def get(session: Session, number: int) -> SurveyPoint | None:
    return session.get(SurveyPoint, number, populate_existing=True)


def draft(
    session: Session, by: int, unit_id: int, answer_id: int | None, element: str, what: str,
    now: datetime,
) -> int:  # fmt: skip
    """Begin one; a draft of the same person about the same is written anew."""
    found = select(SurveyPoint).where(
        SurveyPoint.made_by == by, SurveyPoint.unit_id == unit_id,
        col(SurveyPoint.settled_at).is_(None), SurveyPoint.element == element,
        col(SurveyPoint.answer_id).is_(None)
        if answer_id is None
        else col(SurveyPoint.answer_id) == answer_id,
    )  # fmt: skip
    row = session.exec(found).first() or SurveyPoint(
        unit_id=unit_id, answer_id=answer_id, element=element, made_by=by, made_at=now
    )
    row.what, row.made_at = what, now
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def settle(session: Session, number: int, **values: Any) -> bool:
    """From a draft to something owed; False when it was."""
    this = (col(SurveyPoint.id) == number, col(SurveyPoint.settled_at).is_(None))
    return session.exec(update(SurveyPoint).where(*this).values(**values)).rowcount == 1


def close(session: Session, number: int, **values: Any) -> bool:
    """Done or called off; False when it was either before."""
    this = (col(SurveyPoint.id) == number, *_OPEN)
    return session.exec(update(SurveyPoint).where(*this).values(**values)).rowcount == 1


def of_units(
    session: Session, units: Collection[int] | None, skip: int, limit: int
) -> Sequence[SurveyPoint]:
    """Those of these units (None: of all): open ones by day, then the others, newest first."""
    order = (
        col(SurveyPoint.done_at).is_not(None) | col(SurveyPoint.cancelled_at).is_not(None),
        col(SurveyPoint.done_at).desc(), col(SurveyPoint.due_on), col(SurveyPoint.id),
    )  # fmt: skip
    found = select(SurveyPoint).where(*_within(units))
    return session.exec(found.order_by(*order).offset(skip).limit(limit)).all()


def count_of(session: Session, units: Collection[int] | None) -> int:
    counted = select(func.count()).select_from(SurveyPoint).where(*_within(units))
    return session.exec(counted).one()


def of_answer(session: Session, answer_id: int) -> SurveyPoint | None:
    """The newest that came of this comment and was not called off."""
    found = select(SurveyPoint).where(
        SurveyPoint.answer_id == answer_id, col(SurveyPoint.settled_at).is_not(None),
        col(SurveyPoint.cancelled_at).is_(None),
    )  # fmt: skip
    return session.exec(found.order_by(col(SurveyPoint.id).desc())).first()


def _within(units: Collection[int] | None) -> list[ColumnElement[bool]]:
    settled = col(SurveyPoint.settled_at).is_not(None)
    return [settled] if units is None else [settled, col(SurveyPoint.unit_id).in_(units)]
