"""Who was whose superior on which days of a quarter, and ratings weighed by those days."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.achievements import Chain
from bot.rules.numbers import Number, apportion
from bot.rules.quarters import Quarter

_DAY = timedelta(days=1)


class Idle(StrEnum):
    """Why a day counts for no rater."""

    NOT_YET = "not_yet"
    LEFT = "left"
    LEAVE = "leave"
    NO_SUPERIOR = "no_superior"


@dataclass(frozen=True, slots=True)
class Post:
    """From `first` until the next post: who leads the employee, and who leads that person."""

    first: date
    superior: int | None
    above: int | None = None


@dataclass(frozen=True, slots=True)
class Acting:
    """A mandate as Plt. or Plh.: `holder` acts for `instead_of`, both days included."""

    instead_of: int
    holder: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Service:
    """What is known of one employee; `left` is the last day served, days of `leave` include both.

    `leave` holds the kinds that the agency does not count as served. ValueError for two posts
    from the same day, and for anything that ends before it begins.
    """

    employee: int
    posts: tuple[Post, ...]
    acting: tuple[Acting, ...] = ()
    leave: tuple[tuple[date, date], ...] = ()
    joined: date = date.min
    left: date = date.max

    def __post_init__(self) -> None:
        if len({post.first for post in self.posts}) < len(self.posts):
            raise ValueError("two posts begin on the same day")
        ends = [(one.first, one.last) for one in self.acting]
        if any(last < first for first, last in (*ends, *self.leave, (self.joined, self.left))):
            raise ValueError("something ends before it begins")


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, both included, under one rater; or under none, and why."""

    first: date
    last: date
    rater: int | None
    idle: Idle | None = None

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Weight:
    """One rater's share: `percent` adds up to 100.00 over all, exactly."""

    rater: int
    days: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Weighted:
    """`value` is exact and None without any rating; who rated nothing is in `missing`."""

    value: Fraction | None
    weights: tuple[Weight, ...]
    missing: tuple[int, ...]


def spans(service: Service, quarter: Quarter) -> tuple[Span, ...]:
    """The quarter cut into spans that follow each other and add up to it to the day.

    On each day the holder of a mandate rates instead of the superior, the mandate begun last when
    there are several; nobody rates themselves, then it passes up as with achievements. Absence of
    a superior without a mandate changes nothing. Days before joining, after leaving and on leave
    count for nobody. Law: PP 30/2019 and PermenPANRB 6/2022 know one assessor at a time; weighing
    several by days is this product's rule.
    """
    edges = sorted(day for day in _edges(service, quarter) if day in quarter)
    found: list[Span] = []
    for first, following in zip(edges, [*edges[1:], quarter.last_day + _DAY], strict=True):
        rater, idle = _on(service, first)
        if found and (found[-1].rater, found[-1].idle) == (rater, idle):
            first = found.pop().first
        found.append(Span(first, following - _DAY, rater, idle))
    return tuple(found)


def days_by_rater(found: Iterable[Span]) -> dict[int, int]:
    """Days served under each rater, in order of first day; what `scoring.Mark.days` takes."""
    days: dict[int, int] = {}
    for span in found:
        if span.rater is not None:
            days[span.rater] = days.get(span.rater, 0) + span.days
    return days


def asked(days: Mapping[int, int], shortest: int = 1) -> dict[int, int]:
    """Raters with at least `shortest` days; when nobody has, the one with most (the later one).

    So a Plh. of two days is not asked to judge a quarter.
    """
    long = {rater: served for rater, served in days.items() if served >= shortest}
    if long or not days:
        return long
    most = max(days.values())
    rater = [rater for rater, served in days.items() if served == most][-1]
    return {rater: most}


def weigh(values: Mapping[int, Number], days: Mapping[int, int]) -> Weighted:
    """The mean of the raters' values weighed by days served, without rounding.

    A rater without a value is named and left out, the days shared by the others, never zero.
    A value of somebody who served no day does not count.
    """
    rated = {rater: served for rater, served in days.items() if rater in values}
    missing = tuple(rater for rater in days if rater not in values)
    total = sum(rated.values())
    if not total:
        return Weighted(None, (), missing)
    value = sum((Fraction(values[r]) * served for r, served in rated.items()), Fraction()) / total
    shares = apportion(_shares(rated.values(), total), Decimal(100))
    weights = (Weight(r, n, p) for (r, n), p in zip(rated.items(), shares, strict=True))
    return Weighted(value, tuple(weights), missing)


def _shares(days: Collection[int], total: int) -> Sequence[Fraction]:
    return [Fraction(100 * served, total) for served in days]


def _edges(service: Service, quarter: Quarter) -> set[date]:
    """The first day of the quarter and every day on which something may change."""
    ended = [one.last for one in service.acting] + [last for _, last in service.leave]
    return {
        quarter.first_day,
        service.joined,
        *(post.first for post in service.posts),
        *(one.first for one in service.acting),
        *(first for first, _ in service.leave),
        *(last + _DAY for last in (*ended, service.left) if last < date.max),
    }


def _on(service: Service, day: date) -> tuple[int | None, Idle | None]:
    if day < service.joined:
        return None, Idle.NOT_YET
    if day > service.left:
        return None, Idle.LEFT
    if any(first <= day <= last for first, last in service.leave):
        return None, Idle.LEAVE
    held = [post for post in service.posts if post.first <= day]
    post = max(held, key=lambda one: one.first) if held else Post(day, None)
    chain = Chain(
        service.employee,
        post.superior,
        superior_mandate=_holder(service, post.superior, day),
        above=post.above,
        above_mandate=_holder(service, post.above, day),
    )
    holder = None if chain.holder == service.employee else chain.holder
    return holder, Idle.NO_SUPERIOR if holder is None else None


def _holder(service: Service, person: int | None, day: date) -> int | None:
    held = [a for a in service.acting if a.instead_of == person and a.first <= day <= a.last]
    return max(held, key=lambda one: (one.first, one.holder)).holder if held else None
