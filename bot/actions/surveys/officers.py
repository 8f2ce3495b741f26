"""Who gives tickets at a counter, besides HR and the unit's head."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reach, reaches
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.actions.surveys.keeping import KEEPERS, kept, note
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import counters
from storage import employees, surveys

MOST = 5


def say_officer(session: Session, me: Me, counter_id: int, typed: str) -> Place:
    """A name, mistyped or not, of somebody in my units."""
    kept(session, me, counter_id)
    numbers = find(session, typed, reach(session, me, KEEPERS))
    if not numbers:
        raise Refused(counters.no_officer_found(), "nobody")
    return place("surveys.officers", counter_id, *numbers)


def found_people(
    session: Session, me: Me, counter_id: int, *numbers: int
) -> tuple[int, Sequence[Found]]:
    """Those found."""
    kept(session, me, counter_id)
    return counter_id, found(session, numbers[:MOST], reach(session, me, KEEPERS))


def put_officer(session: Session, me: Me, counter_id: int, employee_id: int) -> Went:
    """Link an employee to the counter; 0: nobody."""
    desk = kept(session, me, counter_id)
    person = employees.get(session, employee_id) if employee_id else None
    if employee_id and (
        person is None
        or person.left_on is not None
        or not reaches(session, me, KEEPERS, person.unit_id)
    ):
        raise Refused(words.not_available(), "foreign_person")
    desk.counter.officer_id = employee_id or None
    surveys.places.put(session, desk.counter)
    facts = {"officer": employee_id}
    note(session, me, "surveys.officer", f"surveycounter/{counter_id}", facts)
    where = place("surveys.counter", counter_id)
    return Went(where, counters.officer_put(bool(employee_id)))
