"""What lies on the desk until somebody decides it, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.rights import demand, seen
from bot.actions.search import Found, found

PAGE = 4  # with the buttons to turn pages and to leave, eight

Reach = frozenset[int] | None


class Waits(Protocol):
    id: int | None
    employee_id: int


@dataclass(frozen=True, slots=True)
class Page:
    """`items` pair the number of what waits with its person."""

    page: int
    total: int
    items: Sequence[tuple[int, Found]]


def page_of(
    session: Session,
    me: Me,
    page: int,
    waiting: Callable[[Session, Reach, int, int], Sequence[Waits]],
    count: Callable[[Session, Reach], int],
) -> Page:
    """One page of what waits in my units, in the order of `waiting`."""
    demand(session, me, "desk.open")
    reach, at = my_reach(session, me), max(0, page)
    rows = waiting(session, reach, PAGE, at * PAGE)
    people = {one.employee_id: one for one in found(session, [row.employee_id for row in rows])}
    seen(session, me, "desk.open", people)
    items = [(row.id or 0, people[row.employee_id]) for row in rows]
    return Page(at, count(session, reach), items)
