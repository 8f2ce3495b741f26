"""The call list: who cannot be reached, why, and how to call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.desk.counts import Desk, desk
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.search import Found, found
from storage import employees, outbox, reachability

PAGE = 5
UNDELIVERED = "undelivered"


@dataclass(frozen=True, slots=True)
class Calls:
    """One page of one cause; `items` pair people with their numbers."""

    counts: Desk
    why: str
    page: int
    total: int
    items: Sequence[tuple[Found, str]]


def calls(session: Session, me: Me, why: str = reachability.NEVER, page: int = 0) -> Calls:
    """People of my units who never joined, have blocked the bot, or have letters hanging."""
    counts = desk(session, me)
    reach, at = my_reach(session, me), max(0, page)
    if why == UNDELIVERED:
        total = counts.undelivered
        hanging = outbox.unconfirmed(session, unit_ids=reach, limit=PAGE, offset=at * PAGE)
        ids = [one.employee_id for one in hanging]
    else:
        total = counts.blocked if why == reachability.BLOCKED else counts.never
        ids = list(reachability.page(session, reach, why, PAGE, at * PAGE))
    people = employees.many(session, ids)
    items = [(one, people[one.employee_id].phone or "") for one in found(session, ids)]
    return Calls(counts, why, at, total, items)
