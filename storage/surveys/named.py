"""Services by number: what they are called and how many use them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from storage.surveys.tables import SurveyService


class Named(NamedTuple):
    """`visitors`: users a year, None where nobody has stated them."""

    service_id: int
    unit_id: int
    name: str
    kind: str
    visitors: int | None
    is_open: bool


def of_units(session: Session, units: Collection[int]) -> dict[int, Named]:
    """Every service of these units, by number."""
    return _found(session, col(SurveyService.unit_id).in_(units))


def many(session: Session, numbers: Collection[int]) -> dict[int, Named]:
    """These services, by number."""
    return _found(session, col(SurveyService.id).in_(numbers))


def _found(session: Session, which: Any) -> dict[int, Named]:
    columns: list[Any] = [
        col(SurveyService.id), col(SurveyService.unit_id), col(SurveyService.name),
        col(SurveyService.kind), col(SurveyService.visitors), col(SurveyService.closed_on),
    ]  # fmt: skip
    rows = session.connection().execute(select(*columns).where(which).order_by(columns[2]))
    return {row[0]: Named(row[0], row[1], row[2], row[3], row[4], row[5] is None) for row in rows}
