"""From which day the agreement of a PPPK runs: HR enters it, and the hours are counted by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, search
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.search import Found
from bot.rules.trainings.catalogue import day_of
from bot.rules.trainings.hours import is_pppk
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import agreements as texts
from storage import audit, employees
from storage.employees import Employee
from storage.trainings import agreements

PAGE = 5


@dataclass(frozen=True, slots=True)
class Agreements:
    """PPPK whose day is not on record, or those found by a search; `missing` counts the first."""

    people: Sequence[Found]
    missing: int
    page: int
    pages: int
    searched: bool = False


@dataclass(frozen=True, slots=True)
class OneAgreement:
    """The day that is on record for one of them, if any."""

    employee_id: int
    name: str
    starts_on: date | None


def listed(session: Session, me: Me, page: int = 0) -> Agreements:
    """Whose day is missing."""
    rights.demand(session, me, "trainings.keep")
    people = [one for one in employees.in_service(session) if is_pppk(one.nip)]
    known = agreements.since(session, [one.id or 0 for one in people])
    missing = [one.id or 0 for one in people if one.id not in known]
    shown = leaf(missing, page, PAGE)
    rights.seen(session, me, "trainings.keep", shown.items)
    return Agreements(search.found(session, shown.items), len(missing), shown.page, shown.pages)


def find(session: Session, me: Me, text: str) -> Place:
    """PPPK by part of their name, or by NIP."""
    rights.demand(session, me, "trainings.keep")
    best = [one for one in search.find(session, text) if is_pppk(_person(session, one).nip)]
    if not best:
        raise Refused(texts.nobody_found(), "nobody_found")
    return place("trainings.agreements_found", *best)


def found(session: Session, me: Me, *numbers: int) -> Agreements:
    rights.demand(session, me, "trainings.keep")
    rights.seen(session, me, "trainings.keep", numbers)
    return Agreements(search.found(session, numbers), 0, 0, 1, searched=True)


def ask(session: Session, me: Me, employee_id: int) -> OneAgreement:
    """From which day does it run?"""
    rights.demand(session, me, "trainings.keep")
    person = _person(session, employee_id)
    known = agreements.since(session, [employee_id]).get(employee_id)
    return OneAgreement(employee_id, person.name, known)


def write(session: Session, me: Me, employee_id: int, text: str) -> Went:
    """Enter the day, or mend it."""
    at = ask(session, me, employee_id)
    day = day_of(text.strip())
    if day is None or not date(2014, 1, 1) <= day <= date(me.today.year + 1, 12, 31):
        raise Refused(texts.day_wanted(), "day_wanted")
    agreements.put(session, employee_id, day, me.employee_id, me.now)
    facts = {"day": day.isoformat()}
    about = f"agreement/{employee_id}"
    audit.record(session, me.now, me.employee_id, "trainings.agreement", about, facts)
    return Went(Place("trainings.agreements"), texts.entered(at.name))


def _person(session: Session, employee_id: int) -> Employee:
    person = employees.get(session, employee_id)
    if person is None or not is_pppk(person.nip):
        raise Refused(words.not_available(), "no_pppk")
    return person
