"""Mine at a glance, one pair, and the talks that were held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.talks.arranging import mark_of
from bot.actions.talks.leading import LOOKING, led
from bot.actions.talks.parties import Sides, above_me, months, sides
from bot.actions.talks.steps import Line, lines_of
from bot.rules.talks import State, Window, window_of
from storage import employees, talks

PAGE = 5


@dataclass(frozen=True, slots=True)
class Arranged:
    """What is proposed or agreed; `answerable` by me."""

    number: int
    state: State
    starts: datetime
    answerable: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Pair:
    """How one person and their superior stand; `last` is the number and day of the last talk."""

    employee_id: int
    own: bool
    name: str
    today: date
    window: Window
    arranged: Arranged | None
    last: tuple[int, date] | None
    valuable: bool
    open: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Home:
    """`mine` is None for whoever has no superior; of those I lead so many had no talk yet."""

    mine: Pair | None
    leads: int
    without: int
    looks: bool


@dataclass(frozen=True, slots=True)
class History:
    """Numbers and days of talks."""

    employee_id: int
    own: bool
    name: str
    rows: Sequence[tuple[int, date]]
    page: int
    pages: int


def home(session: Session, me: Me) -> Home:
    """Where my talks stand."""
    rights.demand(session, me, "talks.home", about=me.employee_id)
    above, person = above_me(session, me), employees.get(session, me.employee_id)
    mine = None
    if above is not None and person is not None:
        mine = _pair(session, me, Sides(person, above, own=True))
    mine_led = led(session, me)
    looks = any(me.has(role) for role in LOOKING)
    return Home(mine, len(mine_led), sum(not one.had for one in mine_led), looks)


def pair(session: Session, me: Me, employee_id: int) -> Pair:
    """One person and their superior, seen by either."""
    return _pair(session, me, sides(session, me, employee_id))


def _pair(session: Session, me: Me, both: Sides) -> Pair:
    employee_id = both.employee_id
    last = talks.last_held(session, employee_id)
    mine = last is not None and (both.own or last.superior_id == me.employee_id)
    shown = (last.id or 0, last.held_on) if last and last.held_on else None
    return Pair(
        employee_id=employee_id,
        own=both.own,
        name=both.other.name,
        today=me.today,
        window=window_of(me.today, months(session, me, both.leader_id)),
        arranged=_arranged(session, me, employee_id),
        last=shown if mine or shown is None else (0, shown[1]),
        valuable=both.own and last is not None and not last.rated,
        open=lines_of(session, talks.open_with(session, employee_id)),
    )


def _arranged(session: Session, me: Me, employee_id: int) -> Arranged | None:
    row = talks.arranged(session, employee_id)
    if row is None:
        return None
    assert row.starts_at is not None
    own = employee_id == me.employee_id
    answerable = row.state == State.PROPOSED and own is not (row.proposed_by == row.employee_id)
    starts = row.starts_at.astimezone(me.zone)
    return Arranged(row.id or 0, State(row.state), starts, answerable, mark_of(row))


def history(session: Session, me: Me, employee_id: int, page: int = 0) -> History:
    """Talks held with this person that I was part of, newest first."""
    both = sides(session, me, employee_id)
    total = talks.count_held(session, employee_id, None if both.own else me.employee_id)
    at = nearest(page, total, PAGE)
    rows = talks.held(session, employee_id, at * PAGE, PAGE, None if both.own else me.employee_id)
    found = [(row.id or 0, row.held_on) for row in rows if row.held_on]
    return History(employee_id, both.own, both.other.name, found, at, pages_of(total, PAGE))
