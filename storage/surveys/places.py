"""Services of units and the counters where they are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.surveys.tables import SurveyCounter, SurveyService
from storage.units import Unit
from storage.upsert import insert_new


class Desk(NamedTuple):
    """A counter with its service and the unit that gives it."""

    counter: SurveyCounter
    service: SurveyService
    unit: Unit

    @property
    def is_open(self) -> bool:
        return self.counter.closed_on is None and self.service.closed_on is None


def service(session: Session, service_id: int) -> SurveyService | None:
    return session.get(SurveyService, service_id, populate_existing=True)


def counter(session: Session, counter_id: int) -> SurveyCounter | None:
    return session.get(SurveyCounter, counter_id, populate_existing=True)


def add_service(session: Session, unit_id: int, name: str, kind: str) -> int:
    row = SurveyService(unit_id=unit_id, name=name, kind=kind)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def add_counter(session: Session, service_id: int, name: str, code: str) -> bool:
    """False when the code is taken."""
    values = {"service_id": service_id, "name": name, "code": code}
    return insert_new(session, SurveyCounter, values | {"officer_id": None, "closed_on": None})


def put(session: Session, row: SurveyService | SurveyCounter) -> None:
    session.add(row)
    session.flush()


_DESK = (
    select(SurveyCounter, SurveyService, Unit)
    .join(SurveyService, col(SurveyService.id) == col(SurveyCounter.service_id))
    .join(Unit, col(Unit.id) == col(SurveyService.unit_id))
)


def desk(session: Session, counter_id: int) -> Desk | None:
    found = session.exec(_DESK.where(col(SurveyCounter.id) == counter_id)).first()
    return None if found is None else Desk(*found)


def by_code(session: Session, code: str) -> Desk | None:
    """The counter whose sheet carries this code."""
    found = session.exec(_DESK.where(col(SurveyCounter.code) == code)).first()
    return None if found is None else Desk(*found)


def services(
    session: Session, units: Collection[int] | None, skip: int, limit: int
) -> Sequence[tuple[SurveyService, str, int]]:
    """Services of these units (None: of all), each with the unit's name and its open counters.

    Open ones first, then by unit and name.
    """
    counted = (
        select_columns(func.count())
        .where(
            col(SurveyCounter.service_id) == col(SurveyService.id),
            col(SurveyCounter.closed_on).is_(None),
        )
        .scalar_subquery()
    )
    found = select(SurveyService, Unit.name, counted).join(
        Unit, col(Unit.id) == col(SurveyService.unit_id)
    )
    if units is not None:
        found = found.where(col(SurveyService.unit_id).in_(units))
    order = (col(SurveyService.closed_on).is_not(None), col(Unit.name), col(SurveyService.name))
    rows = session.exec(found.order_by(*order, col(SurveyService.id)).offset(skip).limit(limit))
    return [(row[0], row[1], row[2]) for row in rows]


def count_services(session: Session, units: Collection[int] | None) -> int:
    found = select(func.count()).select_from(SurveyService)
    if units is not None:
        found = found.where(col(SurveyService.unit_id).in_(units))
    return session.exec(found).one()


def counters(session: Session, service_id: int) -> Sequence[SurveyCounter]:
    """Open ones first, then by name."""
    found = select(SurveyCounter).where(SurveyCounter.service_id == service_id)
    order = (col(SurveyCounter.closed_on).is_not(None), col(SurveyCounter.name))
    return session.exec(found.order_by(*order, col(SurveyCounter.id))).all()


def of_officer(session: Session, officer_id: int) -> Sequence[Desk]:
    """Open counters that an employee is linked to."""
    found = _DESK.where(
        col(SurveyCounter.officer_id) == officer_id,
        col(SurveyCounter.closed_on).is_(None),
        col(SurveyService.closed_on).is_(None),
    )
    return [Desk(*row) for row in session.exec(found.order_by(col(SurveyCounter.id)))]


def close(row: SurveyService | SurveyCounter, day: date | None) -> None:
    """Closed since a day, or open again."""
    row.closed_on = day
