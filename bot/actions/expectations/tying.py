"""Which planned result an achievement counts for, and how much it adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions.achievements.owned import mine, seen
from bot.actions.expectations.reading import Planned, agreed, of_person
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.rules.expectations import Wording
from bot.rules.figures import Counting, fits_amount, plain
from bot.rules.quarters import Quarter
from bot.rules.typed import read_measure
from bot.screens import Went, place
from bot.texts import expectations as texts
from bot.texts import words
from storage import achievements, contributions, periods
from storage.achievements import Achievement
from storage.periods import Period

PAGE = 4


@dataclass(frozen=True, slots=True)
class Choose:
    """My planned results in force, for an achievement; `tied` is the one it counts for."""

    number: int
    title: str
    planned: Sequence[Planned]
    tied: int | None
    page: int
    pages: int

    @property
    def shown(self) -> Sequence[Planned]:
        return self.planned[self.page * PAGE : (self.page + 1) * PAGE]


@dataclass(frozen=True, slots=True)
class Asked:
    """How much the achievement adds; `suggested` is read from its own measured effect."""

    number: int
    title: str
    planned: Planned
    suggested: Decimal | None


def choose(session: Session, me: Me, achievement_id: int, page: int = 0) -> Choose:
    """The planned results that this achievement may count for."""
    row = seen(session, me, "achievements.edit", achievement_id)
    planned = _choosable(session, row)
    if not planned:
        raise Refused(texts.nothing_to_count_for(), "no_plan")
    tied = contributions.of(session, achievement_id)
    at, pages = nearest(page, len(planned), PAGE), pages_of(len(planned), PAGE)
    return Choose(achievement_id, row.title, planned, tied[0] if tied else None, at, pages)


def ask_amount(session: Session, me: Me, achievement_id: int, planned_id: int) -> Asked:
    """What is to be said of one of them."""
    row = seen(session, me, "achievements.edit", achievement_id)
    planned = _chosen(session, row, planned_id)
    return Asked(achievement_id, row.title, planned, _suggested(row, planned.shown))


def put_amount(
    session: Session, me: Me, achievement_id: int, planned_id: int, written: str | int
) -> Went:
    """Let the achievement count for this planned result by that much, as it is typed."""
    row = mine(session, me, "achievements.edit", achievement_id)
    one = _chosen(session, row, planned_id).shown
    read = read_measure(str(written))
    if read is None or not fits_amount(read[0], one.counting or Counting.TOTAL_MORE):
        raise Refused(texts.not_an_amount(one.unit), "not_a_number")
    if read[1] and " ".join(read[1].split()).casefold() != one.unit.casefold():
        raise Refused(texts.other_unit(one.unit), "other_unit")
    contributions.tie(session, achievement_id, planned_id, plain(read[0]), me.now)
    achievements.change(session, achievement_id, me.now)
    return Went(place("achievements.card", achievement_id), texts.tied_notice())


def untie(session: Session, me: Me, achievement_id: int) -> Went:
    """Let it count for none."""
    mine(session, me, "achievements.edit", achievement_id)
    contributions.untie(session, achievement_id)
    achievements.change(session, achievement_id, me.now)
    return Went(place("achievements.card", achievement_id), texts.untied_notice())


def _choosable(session: Session, row: Achievement) -> list[Planned]:
    """What is agreed for the quarter in which it was done."""
    period = _period_of(session, row)
    return agreed(of_person(session, period, row.employee_id)) if period else []


def _chosen(session: Session, row: Achievement, planned_id: int) -> Planned:
    for one in _choosable(session, row):
        if one.number == planned_id:
            return one
    raise Refused(words.not_available(), "unknown_planned")


def _period_of(session: Session, row: Achievement) -> Period | None:
    if row.done_on is None:
        return None
    quarter = Quarter.of(row.done_on)
    return periods.of_quarter(session, quarter.year, quarter.number)


def _suggested(row: Achievement, one: Wording) -> Decimal | None:
    """Of an effect in the same unit: what it became, or by how much it grew."""
    if row.unit.casefold() != one.unit.casefold() or one.counting is None:
        return None
    before, after = (read_measure(said) for said in (row.before, row.after))
    if after is None:
        return None
    value = after[0]
    if one.counting.sums and before is not None:
        value = abs(after[0] - before[0])
    return plain(value) if fits_amount(value, one.counting) else None
