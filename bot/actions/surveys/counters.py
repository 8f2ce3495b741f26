"""Counters of a service: each with a code that hangs there, perhaps with an officer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reaches
from bot.actions.refusals import Refused
from bot.actions.surveys.keeping import KEEPERS, handed, kept, named, note, owned
from bot.rules.surveys.codes import COUNTER, counter_code
from bot.screens import Place, Went, place
from bot.texts.surveys import counters
from bot.texts.surveys import desk as texts
from storage import employees, surveys
from storage.surveys import Standing
from storage.surveys.places import Desk

MOST_COUNTERS = 30
LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter. Answers of the last 30 days: with a ticket, without, held, left out."""

    counter_id: int
    name: str
    code: str
    service_id: int
    service: str
    unit: str
    officer: str
    closed: bool
    service_closed: bool
    ticketed: int
    loose: int
    held: int
    out: int
    keeps: bool


def add_counter(session: Session, me: Me, service_id: int, typed: str) -> Place:
    """A counter with a code of its own. Raises Refused for one too many."""
    owned(session, me, service_id)
    if len(surveys.places.counters(session, service_id)) >= MOST_COUNTERS:
        raise Refused(counters.too_many(MOST_COUNTERS), "too_many")
    name = named(typed)
    while True:
        code = counter_code(secrets.token_bytes(COUNTER))
        if surveys.places.add_counter(session, service_id, name, code):
            break
    found = surveys.places.by_code(session, code)
    assert found is not None
    number = found.counter.id or 0
    facts = {"service": service_id, "code": code}
    note(session, me, "surveys.add_counter", f"surveycounter/{number}", facts)
    return place("surveys.counter", number)


def counter(session: Session, me: Me, number: int) -> Counter:
    """Raises Refused for whoever may not give tickets there."""
    return _told(session, me, handed(session, me, number))


def changing(session: Session, me: Me, number: int) -> Counter:
    """The same for whoever may change it. Raises Refused."""
    return _told(session, me, kept(session, me, number))


def rename_counter(session: Session, me: Me, number: int, typed: str) -> Place:
    row = kept(session, me, number).counter
    row.name = named(typed)
    surveys.places.put(session, row)
    note(session, me, "surveys.rename_counter", f"surveycounter/{number}")
    return place("surveys.counter", number)


def close_counter(session: Session, me: Me, number: int, closed: int) -> Went:
    row = kept(session, me, number).counter
    surveys.places.close(row, me.today if closed else None)
    surveys.places.put(session, row)
    act = "surveys.close_counter" if closed else "surveys.open_counter"
    note(session, me, act, f"surveycounter/{number}")
    return Went(place("surveys.counter", number), texts.closed(bool(closed)))


def _told(session: Session, me: Me, desk: Desk) -> Counter:
    number = desk.counter.id or 0
    since = me.today - LOOKED_BACK
    counted = surveys.answers.count_of(session, number, since)
    keeps = reaches(session, me, KEEPERS, desk.service.unit_id)
    person = employees.get(session, desk.counter.officer_id) if desk.counter.officer_id else None
    held, out = (
        sum(counted.get((with_one, standing), 0) for with_one in (True, False))
        for standing in (Standing.HELD, Standing.OUT)
    )
    return Counter(
        number, desk.counter.name, desk.counter.code, desk.service.id or 0, desk.service.name,
        desk.unit.name, person.name if person else "", desk.counter.closed_on is not None,
        desk.service.closed_on is not None,
        counted.get((True, Standing.COUNTS), 0), counted.get((False, Standing.COUNTS), 0), held,
        out, keeps,
    )  # fmt: skip
