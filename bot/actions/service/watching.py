"""Who is due for Satyalancana Karya Satya, unit by unit; and where one person stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.authority import Role
from bot.rules.awards.service import Noted, NoteKind, Service, is_watched, service
from bot.rules.nip import InvalidNip, NipKind, parse_nip
from bot.screens import Place, place
from bot.texts import words
from bot.texts.service import watching
from storage import employees, service_notes, units
from storage.service_notes import ServiceNote

PAGE, UNITS, NOTES = 4, 5, 6
ROLES = (Role.HR, Role.HEAD)
Reach = frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Due:
    """One person of the list; `unit` by name."""

    employee_id: int
    name: str
    unit_id: int
    unit: str
    service: Service


@dataclass(frozen=True, slots=True)
class Watch:
    """A page of those due now and within a year, the longest due first.

    `unit` is the chosen one ("" for all that my role reaches).
    """

    people: Leaf[Due]
    due: int
    soon: int
    unit_id: int
    unit: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One person; `service` is None where no years count (PPPK). `may_note`: HR, not oneself."""

    employee_id: int
    name: str
    unit: str
    service: Service | None
    notes: Sequence[ServiceNote]
    mine: bool
    may_note: bool


def watch(session: Session, me: Me, unit_id: int = 0, page: int = 0) -> Watch:
    """Whom to propose, and for whom papers should be gathered."""
    rights.demand(session, me, "service.watch")
    everybody = _watched(session, me)
    chosen = units.below(session, unit_id) if unit_id else frozenset()
    shown = [one for one in everybody if not unit_id or one.unit_id in chosen]
    due = sum(one.service.due is not None for one in shown)
    name = units.names(session, [unit_id]).get(unit_id, "") if unit_id else ""
    return Watch(leaf(shown, page, PAGE), due, len(shown) - due, unit_id, name)


def units_(session: Session, me: Me, page: int = 0) -> Leaf[tuple[int, str, int]]:
    """Units with somebody on the list: number, name, how many."""
    rights.demand(session, me, "service.watch")
    counted: dict[tuple[str, int], int] = {}
    for one in _watched(session, me):
        counted[one.unit, one.unit_id] = counted.get((one.unit, one.unit_id), 0) + 1
    rows = [(number, name, many) for (name, number), many in sorted(counted.items())]
    return leaf(rows, page, UNITS)


def ask_name(session: Session, me: Me) -> None:
    """Asks whose service is meant."""
    rights.demand(session, me, "service.watch")


def say_name(session: Session, me: Me, text: str) -> Place:
    """A name, mistyped or not, or a NIP."""
    rights.demand(session, me, "service.watch")
    numbers = find(session, text, _reach(session, me))
    if not numbers:
        raise Refused(watching.nobody_found(), "nobody")
    return place("service.found", *numbers)


def found_people(session: Session, me: Me, *numbers: int) -> Sequence[Found]:
    """Those found."""
    rights.demand(session, me, "service.watch")
    return found(session, numbers[:5], _reach(session, me))


def mine(session: Session, me: Me) -> Standing:
    """My own years, and what was noted of them."""
    return person(session, me, me.employee_id)


def person(session: Session, me: Me, employee_id: int) -> Standing:
    """Where somebody stands, with every note that counts."""
    rights.demand(session, me, "service.read", about=employee_id)
    row = employees.get(session, employee_id)
    if row is None:
        raise Refused(words.not_available(), "nobody")
    notes = service_notes.of_people(session, [employee_id])
    mine, granted = employee_id == me.employee_id, me.roles.get(Role.HR, frozenset())
    return Standing(
        employee_id=employee_id,
        name=row.name,
        unit=units.names(session, [row.unit_id]).get(row.unit_id, ""),
        service=_service(row.nip, notes, me.today),
        notes=notes[-NOTES:],
        mine=mine,
        may_note=not mine and cases.reaches(session, row.unit_id, granted),
    )


def _watched(session: Session, me: Me) -> list[Due]:
    """Everybody of my reach who is due now or soon, the longest due first."""
    noted: dict[int, list[ServiceNote]] = {}
    for note in service_notes.everything(session):
        noted.setdefault(note.employee_id, []).append(note)
    names = {one.id: one.name for one in units.everything(session)}
    people = []
    for row in employees.numbers(session, _reach(session, me)):
        one = _service(row.nip, noted.get(row.id, ()), me.today)
        if one is not None and is_watched(one, me.today):
            people.append(Due(row.id, row.name, row.unit_id, names[row.unit_id], one))
    return sorted(people, key=lambda one: (_day(one), one.name))


def _day(one: Due) -> date:
    day = one.service.due_since or one.service.following_on
    assert day is not None
    return day


def _service(nip: str, notes: Sequence[ServiceNote], today: date) -> Service | None:
    """Years as the NIP tells them: PNS from the month of CPNS; None for PPPK."""
    try:
        number = parse_nip(nip, today)
    except InvalidNip:
        return None
    if number.kind is not NipKind.PNS or number.started_month is None:
        return None
    started = date(number.started_year, number.started_month, 1)
    told = [Noted(NoteKind(one.kind), one.since, one.until) for one in notes]
    return service(started, told, today)


def _reach(session: Session, me: Me) -> Reach:
    """Units my role covers, with all below; None is the whole agency."""
    where = frozenset[int | None]().union(*(me.roles.get(role, frozenset()) for role in ROLES))
    if None in where:
        return None
    return units.below_any(session, [unit for unit in where if unit is not None])
