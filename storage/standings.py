"""How a superior stands on one day: in service, away, represented; asked with every rating."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Integer, ScalarSelect, Select, bindparam, exists
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage.absences import Absence, Mandate
from storage.employees import Employee
from storage.kept import once
from storage.prepared import Prepared


class Standing(NamedTuple):
    """`mandate` is who acts for this superior that day, `above_mandate` who for the next level."""

    above: int | None
    left_on: date | None
    away: bool
    mandate: int | None
    above_mandate: int | None

    @property
    def present(self) -> bool:
        return self.left_on is None and not self.away


def _standing() -> Select[*tuple[Any, ...]]:
    day = bindparam("day", type_=Date)
    away = exists().where(
        col(Absence.employee_id) == col(Employee.id),
        col(Absence.since) <= day,
        col(Absence.until) >= day,
    )

    def mandate_for(absent: Any) -> ScalarSelect[int]:
        """Of several the newest counts."""
        acting = (col(Mandate.since) <= day, col(Mandate.until) >= day)
        holder = select_columns(col(Mandate.holder_id)).where(col(Mandate.absent_id) == absent)
        newest = holder.where(*acting).order_by(col(Mandate.id).desc()).limit(1)
        return newest.correlate(Employee).scalar_subquery()

    found: Select[*tuple[Any, ...]] = select_columns(
        col(Employee.superior_id),
        col(Employee.left_on),
        away,
        mandate_for(col(Employee.id)),
        mandate_for(col(Employee.superior_id)),
    )
    return found.where(col(Employee.id) == bindparam("superior", type_=Integer))


_STANDING = Prepared(_standing())


@once("employee", "absence", "mandate")
def of(session: Session, superior_id: int, day: date) -> Standing | None:
    """None when nobody has that number."""
    row = _STANDING.first(session, superior=superior_id, day=day)
    return Standing(*row) if row else None
