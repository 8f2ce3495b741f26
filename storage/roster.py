"""The whole roster read and written in bulk, as an import needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, update
from sqlmodel import Session, col, or_, select

from storage.employees import Employee
from storage.grants import Grant
from storage.units import Unit

CHUNK = 1000


class Listed(NamedTuple):
    """One person as the roster has it now; number and NIP only by their blind indexes."""

    id: int
    name: str
    nip_index: bytes
    phone_index: bytes | None
    post: str
    post_level: str
    rank: str
    unit_id: int
    superior_id: int | None
    left_on: date | None


def everybody(session: Session) -> list[Listed]:
    """All people ever listed, those who left too."""
    columns = [col(getattr(Employee, name)) for name in Listed._fields]
    return [Listed(*row) for row in session.connection().execute(select(*columns))]


def add_people(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    for chunk in chunks(rows):
        session.connection().execute(insert(Employee), [dict(row) for row in chunk])


def change_people(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows with `id` and the same other columns throughout."""
    if not rows:
        return
    fields: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    statement = update(Employee).where(col(Employee.id) == bindparam("row_id")).values(fields)
    statement = statement.execution_options(synchronize_session=False)
    for chunk in chunks(rows):
        values = [
            {"row_id" if key == "id" else f"new_{key}": value for key, value in row.items()}
            for row in chunk
        ]
        session.connection().execute(statement, values)


def add_unit(session: Session, name: str, zone: str, parent_id: int | None) -> int:
    written = session.connection().execute(
        insert(Unit)
        .values(name=name, zone=zone, parent_id=parent_id, days_per_week=5)
        .returning(col(Unit.id))
    )
    return int(written.scalar_one() or 0)


def change_unit(session: Session, unit_id: int, zone: str, parent_id: int | None) -> None:
    session.connection().execute(
        update(Unit).where(col(Unit.id) == unit_id).values(zone=zone, parent_id=parent_id)
    )


def leave(session: Session, employee_ids: Sequence[int], day: date) -> None:
    """These people are no longer in service."""
    session.connection().execute(
        update(Employee).where(col(Employee.id).in_(employee_ids)).values(left_on=day)
    )


class Held(NamedTuple):
    id: int
    employee_id: int
    role: str
    unit_id: int | None
    since: date


def held_roles(session: Session, day: date) -> list[Held]:
    """Every grant valid that day."""
    columns = [col(getattr(Grant, name)) for name in Held._fields]
    valid = (col(Grant.since) <= day, or_(col(Grant.until).is_(None), col(Grant.until) >= day))
    return [Held(*row) for row in session.connection().execute(select(*columns).where(*valid))]


def grant_roles(
    session: Session, rows: Iterable[tuple[int, str, int | None]], since: date
) -> None:
    """Give (employee, role, unit) from that day on."""
    values = [
        {"employee_id": who, "role": role, "unit_id": unit, "since": since}
        for who, role, unit in rows
    ]
    for chunk in chunks(values):
        session.connection().execute(insert(Grant), list(chunk))


def end_roles(session: Session, held: Sequence[Held], day: date) -> None:
    """From that day on these grants no longer hold; one of the same day leaves no trace."""
    fresh = [grant.id for grant in held if grant.since >= day]
    older = [grant.id for grant in held if grant.since < day]
    for chunk in chunks(fresh):
        session.connection().execute(delete(Grant).where(col(Grant.id).in_(chunk)))
    for chunk in chunks(older):
        session.connection().execute(
            update(Grant).where(col(Grant.id).in_(chunk)).values(until=day - timedelta(days=1))
        )


def chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """In pieces small enough for one statement."""
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk
