"""Whom people answer to, where, in which roles, and who acts for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, String, and_, cast, or_, select, true
from sqlmodel import col

from storage.absences import Mandate
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.audit.entries import ENTRIES
from storage.employees import Employee
from storage.grants import Grant

STAND, CHANGE = "roster.stand", "desk.change_superior"
MANDATE, END = "desk.record_mandate", "desk.end_mandate"


class Standing(NamedTuple):
    """A person's place: `superior` is 0 for nobody; `roles` as `role:unit`, sorted, by commas."""

    unit: int
    superior: int
    roles: str
    left: bool


def now(connection: Connection, today: date, only: int | None = None) -> dict[int, Standing]:
    """Everybody's standing as the tables have it, or this person's alone."""
    held: dict[int, list[str]] = {}
    valid = or_(col(Grant.until).is_(None), col(Grant.until) >= today)
    if only is not None:
        valid = and_(valid, col(Grant.employee_id) == only)
    roles = select(col(Grant.employee_id), col(Grant.role), col(Grant.unit_id)).where(valid)
    for who, role, unit in connection.execute(roles):
        held.setdefault(who, []).append(f"{role}:{unit or ''}")
    columns = (col(Employee.id), col(Employee.unit_id), col(Employee.superior_id))
    gone = col(Employee.left_on).is_not(None)
    return {
        who or 0: Standing(unit, superior or 0, ",".join(sorted(held.get(who or 0, ()))), left)
        for who, unit, superior, left in connection.execute(
            select(*columns, gone).where(true() if only is None else col(Employee.id) == only)
        )
    }


def recorded(connection: Connection) -> dict[int, tuple[int, Standing | None]]:
    """Everybody's standing as the trail has it, by its newest entry; None where it was erased."""
    said: dict[int, tuple[int, Standing | None]] = {}
    for entry in entries(connection, (STAND, CHANGE)):
        who, facts = int(entry.about), entry.facts
        before = said.get(who, (0, None))[1]
        if facts is None:
            said[who] = (entry.number, None)
        elif entry.action == STAND:
            said[who] = (entry.number, Standing(*(facts[name] for name in Standing._fields)))
        elif before is not None:
            said[who] = (entry.number, before._replace(superior=facts["to"]))
    return said


def lists_people(connection: Connection) -> bool:
    """Whether there is nobody yet, or an import has written down where everybody stands."""
    if connection.execute(select(col(Employee.id)).limit(1)).first() is None:
        return True
    stands = select(ENTRIES.c.id).where(ENTRIES.c.action == STAND).limit(1)
    return connection.execute(stands).first() is not None


def of_standings(connection: Connection, today: date) -> Iterator[Finding]:
    """Everybody's unit, superior and roles; nothing before the first import that lists them."""
    said = recorded(connection)
    if not said:
        return
    for who, standing in sorted(now(connection, today).items()):
        told = said.pop(who, None)
        if told is None:
            yield Finding(Kind.STANDING, Fault.UNRECORDED, str(who), "", None)
        elif told[1] is not None and told[1] != standing:
            yield Finding(Kind.STANDING, Fault.DIFFERS, str(who), "", told[0])
    for who, told in said.items():
        yield Finding(Kind.STANDING, Fault.GONE, str(who), "", told[0])


def of_mandates(connection: Connection) -> Iterator[Finding]:
    """Every mandate: for whom, whose, of which kind, on which days."""
    said: dict[tuple[str, ...], tuple[int, str]] = {}
    erased = set()
    for entry in entries(connection, (MANDATE, END)):
        if entry.facts is None:
            erased.add(entry.about)
            continue
        facts = entry.facts
        key = (entry.about, str(facts["holder"]), facts["kind"], _day(facts["since"]).isoformat())
        if entry.action == MANDATE:
            said[key] = (entry.number, _day(facts["until"]).isoformat())
        elif facts["from"] <= facts["since"]:
            said.pop(key, None)
        else:
            last = _day(facts["from"]) - timedelta(1)
            said[key] = (entry.number, last.isoformat())
    names = ("absent_id", "holder_id", "kind", "since", "until")
    columns = [cast(getattr(Mandate, name), String) for name in names]
    for *one, until in connection.execute(select(*columns).order_by(col(Mandate.id))):
        parts = tuple(map(str, one))
        told = said.pop(parts, None)
        if told is None and parts[0] not in erased:
            yield Finding(Kind.MANDATE, Fault.UNRECORDED, parts[0], parts[1], None)
        elif told is not None and told[1] != until:
            yield Finding(Kind.MANDATE, Fault.DIFFERS, parts[0], parts[1], told[0])
    for parts, told in said.items():
        yield Finding(Kind.MANDATE, Fault.GONE, parts[0], parts[1], told[0])


def _day(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)
