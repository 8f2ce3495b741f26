"""HR is told of whom too few colleagues are asked about, and sees how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.peers.shortages import count_of, fewest_of, is_closed, is_drawn
from bot.actions.reach import my_reach, reach_of
from bot.rules.authority import Role
from bot.screens import place
from storage import grants, outbox, periods
from storage.outbox import Kind
from storage.peers import shortages
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Watched:
    """The quarter that HR looks after, 0 without any, and how many are short in my units.

    `closed`: of so many nothing was released.
    """

    period_id: int = 0
    people: int = 0
    closed: bool = False


def watched(session: Session, me: Me) -> Watched:
    """What of colleagues waits for me as HR."""
    for period in reversed(periods.running(session)):
        if period.id is not None and is_drawn(session, period.id):
            many = count_of(session, period, my_reach(session, me), me)
            return Watched(period.id, many, is_closed(period))
    return Watched()


def tell_desks(session: Session, period: Period, now: datetime) -> None:
    """One letter to everybody of HR in whose units somebody is short, once the draw is made."""
    assert period.id is not None
    today = agency_days(session, now).last
    for number in sorted({one.employee_id for one in grants.holders(session, Role.HR, today)}):
        reach = reach_of(session, number, today)
        if not shortages.count_short(
            session, period.id, reach, fewest_of(session, period), answers=False, but=number
        ):
            continue
        outbox.put(
            session, f"peers.short/{period.id}/{number}", Kind.REMINDER, "peers.short", now,
            to=number, facts={"period": period.id}, opens=place("peers.short", period.id, 0),
        )  # fmt: skip
