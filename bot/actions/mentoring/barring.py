"""With whom somebody would rather not be paired; no reason is asked and nobody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from storage import employees, mentoring

MOST_BARS = 5


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers and names of those whom I would rather not be paired with."""

    people: Sequence[tuple[int, str]]


def bars(session: Session, me: Me) -> Bars:
    """With whom I would rather not be paired."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    people = employees.many(session, ids := mentoring.bars_of(session, me.employee_id))
    return Bars([(one, people[one].name) for one in ids if one in people])


def say_bar(session: Session, me: Me, text: str) -> Place:
    """Whom, by name, mistyped or not."""
    bars(session, me)
    found_ones = [one for one in find(session, text) if one != me.employee_id]
    if not found_ones:
        raise Refused(texts.nobody_found(), "nobody")
    return place("mentoring.found", *found_ones)


def choose_bar(session: Session, me: Me, *numbers: int) -> Sequence[Found]:
    """Those found; which of them?"""
    bars(session, me)
    return [one for one in found(session, numbers[:5]) if one.employee_id != me.employee_id]


def bar(session: Session, me: Me, other_id: int) -> Went:
    """With this one rather not; nobody is told."""
    employees.lock(session, me.employee_id)
    there, other = bars(session, me), employees.get(session, other_id)
    if other is None or other.left_on is not None or other_id == me.employee_id:
        raise Refused(texts.nobody_found(), "nobody")
    if len(there.people) >= MOST_BARS:
        raise Refused(texts.enough_bars(MOST_BARS), "enough")
    mentoring.bar(session, me.employee_id, other_id)
    return Went(Place("mentoring.bars"), texts.barred_notice())


def unbar(session: Session, me: Me, other_id: int) -> Place:
    """It is all right again."""
    bars(session, me)
    mentoring.unbar(session, me.employee_id, other_id)
    return Place("mentoring.bars")
