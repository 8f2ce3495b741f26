"""`/survei` of staff: my counters, what is kept, what waits to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.rights import demand
from bot.actions.surveys.keeping import KEEPERS
from bot.actions.waiting import Waiting
from bot.rules.authority import Role
from bot.screens import place
from bot.texts.surveys import judging as texts
from storage import surveys

MOST = 3


@dataclass(frozen=True, slots=True)
class Home:
    """Counters of which I am the officer (number, name), and how much waits for HR."""

    counters: Sequence[tuple[int, str]]
    keeps: bool
    judges: bool
    cases: int
    comments: int


def home(session: Session, me: Me) -> Home:
    demand(session, me, "surveys.home", about=me.employee_id)
    mine = surveys.places.of_officer(session, me.employee_id)[:MOST]
    counters = [(one.counter.id or 0, one.counter.name) for one in mine]
    keeps, judges = any(me.has(role) for role in KEEPERS), me.has(Role.HR)
    reach = my_reach(session, me) if judges else frozenset()
    return Home(
        counters, keeps, judges,
        surveys.cases.count_waiting(session, reach) if judges else 0,
        surveys.comments.count_waiting(session, reach) if judges else 0,
    )  # fmt: skip


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """Answers and comments that HR has to look at."""
    if not me.has(Role.HR):
        return ()
    reach, found = my_reach(session, me), []
    if cases := surveys.cases.count_waiting(session, reach):
        found.append(Waiting(texts.cases_waiting(cases), place("surveys.cases", 0)))
    if comments := surveys.comments.count_waiting(session, reach):
        found.append(Waiting(texts.comments_waiting(comments), place("surveys.unread")))
    return found
