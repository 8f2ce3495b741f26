"""HR and the inspectorate: who proposes one another again and again. No answer is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.rules.authority import Role
from bot.rules.peers import Where, Wish, rings
from bot.rules.periods import PeriodState
from storage import employees, periods, workplaces
from storage.peers import proposals

QUARTERS, MOST = 4, 5
BEFORE_THE_DRAW = (PeriodState.PLANNED, PeriodState.OPEN)


@dataclass(frozen=True, slots=True)
class Circles:
    """Names, how many of their proposals stayed among them, and of how many.

    `quarters`: on so many quarters it rests; `more` were left out.
    """

    quarters: int
    found: Sequence[tuple[Sequence[str], int, int]]
    more: int


def circles(session: Session, me: Me) -> Circles:
    """Of the last four quarters whose draw is over, in my units; of no quarter by itself."""
    rights.demand(session, me, "peers.watch")
    recent = periods.recent(session, QUARTERS + 1)
    those = [one for one in recent if one.state not in BEFORE_THE_DRAW][:QUARTERS]
    numbers = {one.id: 4 * one.year + one.quarter for one in those if one.id}
    reach = None if me.has(Role.INSPECTORATE) else my_reach(session, me)
    where = {
        post.id: Where(post.unit_id, post.superior_id)
        for post in workplaces.posts(session)
        if reach is None or post.unit_id in reach
    }
    said = proposals.own_wishes(session, list(numbers))
    wishes = [Wish(numbers[period], ratee, peer) for period, ratee, peer in said]
    found = rings(wishes, where)
    names = employees.many(session, [key for one in found[:MOST] for key in one.people])
    shown = [
        ([names[key].name for key in one.people], one.inside, one.wishes) for one in found[:MOST]
    ]
    return Circles(len(numbers), shown, max(0, len(found) - MOST))


def watches(me: Me) -> bool:
    """Whether this is for me to look at."""
    return me.has(Role.HR) or me.has(Role.INSPECTORATE)
