"""Who of my people or units takes part, who was honoured or overlooked, who learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from bot.actions import overview as glance
from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.rules.authority import Role
from bot.rules.participation import GOOD, GOOD_DEEDS, LOOKED_BACK
from bot.rules.publication import RELEASED
from bot.rules.quarters import Quarter
from bot.rules.trainings.equality import Group, Trait, counted, rank_group
from bot.rules.trainings.hours import calendar_year
from storage import overview, participation, periods, units
from storage.participation import Deserving, Person, Whose

LEADING = (Role.HEAD, Role.HR)
PAGE = 5


@dataclass(frozen=True, slots=True)
class Home:
    """`sent` this quarter, `silent` for a year, `honoured` and `overlooked` in a year."""

    scope: int
    name: str
    quarter: Quarter
    people: int
    sent: int
    silent: int
    honoured: int
    overlooked: int
    learned: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of people of a scope; `mine` is my own number, whom I cannot invite."""

    scope: int
    name: str
    rows: Sequence[Person]
    total: int
    page: int
    pages: int
    mine: int


@dataclass(frozen=True, slots=True)
class Access:
    """How learning of this year is shared out; `units` names the units by key."""

    scope: int
    name: str
    year: int
    groups: Sequence[Group]
    units: dict[str, str]


def home(session: Session, me: Me, scope: int) -> Home:
    """Everything in numbers."""
    name, whose = _scope(session, me, scope)
    quarter, since = Quarter.of(me.today), me.now - LOOKED_BACK
    began = datetime.combine(quarter.first_day, time(), me.zone)
    shared = participation.sharing(session, whose, *calendar_year(me.today))
    return Home(
        scope, name, quarter,
        sum(one.people for one in shared),
        participation.sent_since(session, whose, began),
        participation.count_silent(session, whose, since),
        participation.count_honoured(session, whose, since),
        participation.count_overlooked(session, _others(whose, me), _deserving(session, since)),
        sum(one.learned for one in shared),
    )  # fmt: skip


def silent(session: Session, me: Me, scope: int, page: int = 0) -> Listed:
    """Who has sent no achievement for a year."""
    name, whose = _scope(session, me, scope)
    since = me.now - LOOKED_BACK
    total = participation.count_silent(session, whose, since)
    at = nearest(page, total, PAGE)
    rows = participation.silent(session, whose, since, at * PAGE, PAGE)
    rights.seen(session, me, "participation.see", [one.employee_id for one in rows])
    return Listed(scope, name, rows, total, at, pages_of(total, PAGE), me.employee_id)


def honoured(session: Session, me: Me, scope: int, page: int = 0) -> Listed:
    """Who was given an award in a year."""
    name, whose = _scope(session, me, scope)
    since = me.now - LOOKED_BACK
    total = participation.count_honoured(session, whose, since)
    at = nearest(page, total, PAGE)
    rows = participation.honoured(session, whose, since, at * PAGE, PAGE)
    rights.seen(session, me, "participation.see", [one.employee_id for one in rows])
    return Listed(scope, name, rows, total, at, pages_of(total, PAGE), me.employee_id)


def overlooked(session: Session, me: Me, scope: int, page: int = 0) -> Listed:
    """Who has good evidence and was never named; it is not for me to say so of myself."""
    name, reached = _scope(session, me, scope)
    whose = _others(reached, me)
    asked = _deserving(session, me.now - LOOKED_BACK)
    at = max(page, 0)
    total, rows = participation.overlooked(session, whose, asked, at * PAGE, PAGE)
    if at and not rows:
        at = nearest(page, participation.count_overlooked(session, whose, asked), PAGE)
        total, rows = participation.overlooked(session, whose, asked, at * PAGE, PAGE)
    rights.seen(session, me, "participation.see", [one.employee_id for one in rows])
    return Listed(scope, name, rows, total, at, pages_of(total, PAGE), me.employee_id)


def access(session: Session, me: Me, scope: int) -> Access:
    """How many of each sex, rank group and unit learned something this year."""
    name, whose = _scope(session, me, scope)
    rows = participation.sharing(session, whose, *calendar_year(me.today))
    keys = {
        Trait.SEX: [str(one.sex) for one in rows],
        Trait.RANK: [rank_group(one.rank) for one in rows],
        Trait.UNIT: [str(one.unit_id) for one in rows],
    }
    groups = [
        group
        for trait, some in keys.items()
        for group in counted(
            trait, ((key, one.people, one.learned) for key, one in zip(some, rows, strict=True))
        )
    ]
    names = units.names(session, {one.unit_id for one in rows})
    return Access(scope, name, me.today.year, groups, {str(k): v for k, v in names.items()})


def _scope(session: Session, me: Me, scope: int) -> tuple[str, Whose]:
    if scope == glance.TEAM:
        rights.demand(session, me, "overview.team", about=me.employee_id)
        return "", overview.of_reports(me.employee_id)
    rights.demand(session, me, "participation.see")
    name, below = glance.unit_of(session, me, scope, LEADING)
    return name, overview.of_units(below)


def _others(whose: Whose, me: Me) -> Whose:
    return [*whose, *overview.but(me.employee_id)]


def _deserving(session: Session, since: datetime) -> Deserving:
    ended = next((one for one in periods.recent(session) if one.state in RELEASED), None)
    good = sorted(one.value for one in GOOD)
    return Deserving(since, GOOD_DEEDS, good, ended.id if ended else None)
