"""Awards that stand: their certificate was not taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.awards import Award
from storage.certificates.issued import AWARD, REVOKED, Certificate

_OF_AWARD = (col(Certificate.kind) == AWARD, col(Certificate.state) == REVOKED)


def stands() -> ColumnElement[bool]:
    """Of a row of `Award`: nobody took its certificate back."""
    return ~exists().where(*_OF_AWARD, col(Certificate.object_id) == col(Award.id))


def taken_back(session: Session, award_ids: Collection[int]) -> dict[int, datetime]:
    """Since when, of those of these awards whose certificate was taken back."""
    columns: list[Any] = [col(Certificate.object_id), col(Certificate.revoked_at)]
    found = select_columns(*columns).where(*_OF_AWARD, col(Certificate.object_id).in_(award_ids))
    return {row[0]: row[1] for row in session.connection().execute(found)}


def unanswered(session: Session, employee_id: int) -> Sequence[int]:
    """Standing awards of this person who never said whether all may hear of, oldest first."""
    mine = (Award.employee_id == employee_id, Award.consent == "", stands())
    found = select(col(Award.id)).where(*mine).order_by(col(Award.id))
    return [one for one in session.exec(found) if one is not None]


def last_periods(session: Session, kind: str, employee_ids: Sequence[int]) -> dict[int, int]:
    """The newest standing award's period of each of these people who has one of this kind."""
    found = select(Award.employee_id, Award.period_id).where(
        Award.kind == kind, col(Award.employee_id).in_(employee_ids), stands()
    )
    return dict(session.exec(found.order_by(col(Award.year), col(Award.number))).all())
