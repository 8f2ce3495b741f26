"""HR, and heads for their own units, keep the services that citizens are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reach, reaches
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.surveys.keeping import KEEPERS, named, note, owned
from bot.rules.surveys.collecting import MOST_VISITORS, ServiceKind
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import desk as texts
from bot.texts.surveys.services import no_number
from storage import surveys, units

PAGE = 4


@dataclass(frozen=True, slots=True)
class Services:
    """A page of services: number, name, unit, open counters, whether closed."""

    items: Sequence[tuple[int, str, str, int, bool]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Units:
    items: Sequence[tuple[int, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class NewService:
    unit_id: int
    unit: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service with a page of its counters: number, name, whether closed."""

    service_id: int
    name: str
    unit: str
    kind: str
    visitors: int | None
    closed: bool
    counters: Sequence[tuple[int, str, bool]]
    page: int
    pages: int


def services(session: Session, me: Me, page: int = 0) -> Services:
    """Services of the units that my roles reach."""
    demand(session, me, "surveys.keep")
    mine = reach(session, me, KEEPERS)
    total = surveys.places.count_services(session, mine)
    at = nearest(page, total, PAGE)
    rows = surveys.places.services(session, mine, at * PAGE, PAGE)
    items = [
        (row.id or 0, row.name, unit, many, row.closed_on is not None) for row, unit, many in rows
    ]
    return Services(items, at, pages_of(total, PAGE))


def choose_unit(session: Session, me: Me, page: int = 0) -> Units:
    """Which unit gives the new service."""
    demand(session, me, "surveys.keep")
    mine = reach(session, me, KEEPERS)
    every = [
        (unit.id, unit.name)
        for unit in units.everything(session)
        if unit.id is not None and (mine is None or unit.id in mine)
    ]
    at = nearest(page, len(every), PAGE)
    return Units(every[at * PAGE : (at + 1) * PAGE], at, pages_of(len(every), PAGE))


def choose_kind(session: Session, me: Me, unit_id: int, kind: str = "") -> NewService:
    """What kind of service it is; with a kind, asks for its name."""
    demand(session, me, "surveys.keep")
    unit = units.get(session, unit_id)
    known = not kind or kind in set(ServiceKind)
    if unit is None or not known or not reaches(session, me, KEEPERS, unit_id):
        raise Refused(words.not_available(), "foreign_unit")
    return NewService(unit_id, unit.name, kind)


def add_service(session: Session, me: Me, unit_id: int, kind: str, typed: str) -> Place:
    at = choose_kind(session, me, unit_id, kind)
    number = surveys.places.add_service(session, at.unit_id, named(typed), ServiceKind(kind).value)
    note(session, me, "surveys.add_service", f"surveyservice/{number}", {"unit": unit_id})
    return place("surveys.service", number, 0)


def service(session: Session, me: Me, number: int, page: int = 0) -> Service:
    row = owned(session, me, number)
    unit = units.names(session, [row.unit_id])[row.unit_id]
    every = [
        (one.id or 0, one.name, one.closed_on is not None)
        for one in surveys.places.counters(session, number)
    ]
    at = nearest(page, len(every), PAGE)
    shown = every[at * PAGE : (at + 1) * PAGE]
    closed = row.closed_on is not None
    return Service(
        number, row.name, unit, row.kind, row.visitors, closed, shown, at,
        pages_of(len(every), PAGE),
    )  # fmt: skip


def rename_service(session: Session, me: Me, number: int, typed: str) -> Place:
    row = owned(session, me, number)
    row.name = named(typed)
    surveys.places.put(session, row)
    note(session, me, "surveys.rename_service", f"surveyservice/{number}")
    return place("surveys.service", number, 0)


def count_visitors(session: Session, me: Me, number: int, typed: str) -> Place:
    """How many use the service a year, as the unit states it: for the size of the sample."""
    row = owned(session, me, number)
    digits = typed.replace(".", "").replace(" ", "")
    if (
        not digits.isascii()
        or not digits.isdecimal()
        or not 1 <= int(digits[:12]) <= MOST_VISITORS
    ):
        raise Refused(no_number(), "no_number")
    row.visitors = int(digits[:12])
    surveys.places.put(session, row)
    note(
        session, me, "surveys.visitors", f"surveyservice/{number}", {"visitors": row.visitors}
    )  # fmt: skip
    return place("surveys.service", number, 0)


def close_service(session: Session, me: Me, number: int, closed: int) -> Went:
    """No answer is taken at any of its counters from now on, or again."""
    row = owned(session, me, number)
    surveys.places.close(row, me.today if closed else None)
    surveys.places.put(session, row)
    act = "surveys.close_service" if closed else "surveys.open_service"
    note(session, me, act, f"surveyservice/{number}")
    return Went(place("surveys.service", number, 0), texts.closed(bool(closed)))
