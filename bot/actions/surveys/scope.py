"""Of which unit and quarter somebody looks at the survey, and by which scheme it is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.quarters import Quarter
from bot.rules.schemes import Scheme
from bot.texts import words
from storage import periods, units

LEADERS = (Role.HEAD, Role.HR, Role.EVALUATION_TEAM)
PAGE = 6
FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit with all under it, and a quarter; `quarter` is never after today's."""

    unit_id: int
    name: str
    below: frozenset[int]
    quarter: Quarter
    scheme: Scheme
    today: date

    @property
    def running(self) -> bool:
        return self.quarter.last_day >= self.today


def chooser(session: Session, me: Me, page: int = 0) -> Leaf[tuple[int, str]]:
    """The units whose figures I may look at: mine with those above it, and what roles reach."""
    rights.demand(session, me, "surveys.see", about=me.employee_id)
    mine = seen(session, me)
    every = [(one.id or 0, one.name) for one in units.everything(session)]
    return leaf([one for one in every if mine is None or one[0] in mine], page, PAGE)


def seen(session: Session, me: Me) -> frozenset[int] | None:
    """Units by number; None is the whole agency."""
    reached = reach(session, me, LEADERS)
    return None if reached is None else reached | units.above(session, me.unit_id)


def scope(session: Session, me: Me, unit_id: int = 0, when: int = 0) -> Scope:
    """Raises Refused for a unit that I may not look at, or a quarter that is none.

    `unit_id` 0 is my own; `when` is 10 x year + quarter, 0 the one that runs.
    """
    rights.demand(session, me, "surveys.see", about=me.employee_id)
    number = unit_id or me.unit_id
    mine, unit = seen(session, me), units.get(session, number)
    if unit is None or (mine is not None and number not in mine):
        raise Refused(words.not_available(), "foreign_unit")
    quarter = quarter_of(when, me.today)
    return Scope(
        number, unit.name, units.below(session, number), quarter,
        scheme_of(session, quarter, me.today), me.today,
    )  # fmt: skip


def quarter_of(when: int, today: date) -> Quarter:
    """The quarter that a place names; Refused for one that is none or has not begun."""
    if not when:
        return Quarter.of(today)
    try:
        quarter = Quarter(*divmod(when, 10))
    except ValueError:
        raise Refused(words.not_available(), "no_quarter") from None
    if quarter > Quarter.of(today) or quarter.year < FIRST_YEAR:
        raise Refused(words.not_available(), "no_quarter")
    return quarter


def packed(quarter: Quarter) -> int:
    """A quarter as a place names it."""
    return quarter.year * 10 + quarter.number


def scheme_of(session: Session, quarter: Quarter, today: date) -> Scheme:
    """The one that the quarter's period pinned; without a period the one in force."""
    period = periods.of_quarter(session, quarter.year, quarter.number)
    if period is not None:
        return schemes.of_period(session, period)
    row = periods.scheme_in_force(session, today)
    if row is None:
        raise Refused(words.not_available(), "no_scheme")
    return schemes.read(row.body)


def before(quarter: Quarter, count: int) -> Sequence[Quarter]:
    """So many quarters up to this one, oldest first."""
    return [quarter.plus(-step) for step in reversed(range(count))]
