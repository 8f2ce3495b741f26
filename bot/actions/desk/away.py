"""Who is away and who acts for whom, in all of my units, from today on; the periods beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions.desk.ending import Recorded
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.rights import demand
from storage import absences, employees, periods
from storage.periods import Period

PAGE = 4
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Away:
    """A page of leave and mandates with their person's number and name, by first day."""

    rows: Sequence[tuple[int, str, Recorded]]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The newest periods, oldest first; `agency`: my role reaches the whole of it."""

    periods: Sequence[Period]
    today: date
    agency: bool


def away(session: Session, me: Me, page: int) -> Away:
    """Running and coming leave and mandates of people in my units."""
    demand(session, me, "desk.open")
    reach = my_reach(session, me)
    last = me.today + AHEAD
    leave = absences.between(session, me.today, last)
    mandates = absences.mandates_between(session, me.today, last)
    numbers = {one.employee_id for one in leave}
    numbers |= {who for one in mandates for who in (one.absent_id, one.holder_id)}
    people = employees.many(session, sorted(numbers))
    rows = [
        (one.employee_id, Recorded(one.id or 0, one.kind, one.since, one.until)) for one in leave
    ]
    rows += [
        (
            one.absent_id,
            Recorded(one.id or 0, one.kind, one.since, one.until, people[one.holder_id].name),
        )
        for one in mandates
    ]
    mine = [
        (who, people[who].name, one)
        for who, one in rows
        if who != me.employee_id and (reach is None or people[who].unit_id in reach)
    ]
    mine.sort(key=lambda row: (row[2].since, row[2].until, row[1]))
    shown = leaf(mine, page, PAGE)
    return Away(shown.items, len(mine), shown.page, shown.pages)


def rules(session: Session, me: Me) -> Rules:
    demand(session, me, "desk.open")
    newest = sorted(periods.recent(session, 2), key=lambda one: (one.year, one.quarter))
    return Rules(newest, me.today, my_reach(session, me) is None)
