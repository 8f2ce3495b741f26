"""HR's way to a person: those long in a rank, and whoever is found by name or NIP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.career.known import known_of
from bot.actions.me import Me
from bot.actions.overview import reach
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.authority import Role
from bot.rules.career import Fact, Promotion, promotion
from bot.rules.career.promotion import FUNCTIONAL_YEARS, years_before
from bot.screens import Place, place
from bot.texts import career as texts
from storage import career, employees

PAGE = 5
LOOKING = (Role.HR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of those who are two years or longer in their rank, and their next step."""

    rows: Sequence[tuple[int, str, date, Promotion]]
    total: int
    page: int
    pages: int
    keeps: bool


def desk(session: Session, me: Me, page: int = 0) -> Desk:
    """Who is long in a rank, of the units that my role reaches."""
    rights.demand(session, me, "career.desk")
    mine, until = reach(session, me, LOOKING), years_before(me.today, FUNCTIONAL_YEARS)
    total, _ = career.long_in_rank(session, Fact.RANK_SINCE, until, mine, 0, 0)
    at = nearest(page, total, PAGE)
    _, rows = career.long_in_rank(session, Fact.RANK_SINCE, until, mine, at * PAGE, PAGE)
    people = employees.many(session, [one.employee_id for one in rows])
    rights.seen(session, me, "career.desk", people)
    known = known_of(session, list(people.values()), me.today)
    shown = [
        (number, people[number].name, since, promotion(*known[number], me.today))
        for number, since in rows
    ]
    return Desk(shown, total, at, pages_of(total, PAGE), me.has(Role.HR))


def say_whom(session: Session, me: Me, _: int, text: str) -> Place:
    """A name or NIP, of the units that my role reaches."""
    rights.demand(session, me, "career.desk")
    numbers = find(session, text, reach(session, me, LOOKING))
    if not numbers:
        raise Refused(texts.nobody_found(), "nobody")
    return place("career.found", *numbers)


def choose_whom(session: Session, me: Me, *numbers: int) -> Sequence[Found]:
    """Those found."""
    rights.demand(session, me, "career.desk")
    those = found(session, numbers[:5], reach(session, me, LOOKING))
    rights.seen(session, me, "career.desk", [one.employee_id for one in those])
    return those
