"""Talks between superior and employee: when one is owed, what it is about, how useful it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.schemes.talks import RHYTHMS

USEFULNESS = (1, 2, 3, 4, 5)
SHOWN_FROM = 3
LOWEST_SHOWN = 3
LAG = 15
LEAD = 30


class State(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    HELD = "held"
    CANCELLED = "cancelled"
    DENIED = "denied"  # noted by one, not so by the word of the other


ARRANGED = (State.PROPOSED, State.AGREED)


@dataclass(frozen=True, slots=True)
class Window:
    """The months in which one talk is owed; both days included."""

    first: date
    last: date

    @property
    def opens(self) -> date:
        """From when it is asked for: the last thirty days, of a single month the second half."""
        lead = LEAD if (self.last - self.first).days > LEAD else LEAD // 2
        return self.last - timedelta(lead)


def window_of(day: date, months: int) -> Window:
    """The window of that many months in which the day lies. ValueError for other rhythms."""
    if months not in RHYTHMS:
        raise ValueError(f"no rhythm of {months} months")
    begins = (day.month - 1) // months * months
    years, ends = divmod(begins + months, 12)
    return Window(
        date(day.year, begins + 1, 1),
        date(day.year + years, ends + 1, 1) - timedelta(1),
    )


def months_of(chosen: int | None, scheme: int) -> int:
    """What a superior chose, never rarer than the scheme asks."""
    return scheme if chosen is None else min(chosen, scheme)


def lows(values: Sequence[tuple[str, Decimal]], met: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """The lowest of those below expectations, lowest first, at most three."""
    below = sorted((one for one in values if one[1] < met), key=lambda one: one[1])
    return tuple(below[:LOWEST_SHOWN])


def elapsed(day: date, first: date, last: date) -> Decimal:
    """How much of the span is over at the end of that day, in percent from 0 to 100."""
    whole = (last - first).days + 1
    gone = min(max((day - first).days + 1, 0), whole)
    return half_up(Fraction(gone * 100, whole), 1)


def is_behind(percent: Decimal | None, gone: Decimal, *, less: bool) -> bool:
    """Whether a planned result lags behind the calendar by more than a little.

    Where `less` is better it is behind once the limit is passed; nothing told yet counts as none.
    """
    if less:
        return percent is not None and percent < 100
    return (percent or Decimal(0)) + LAG < gone


@dataclass(frozen=True, slots=True)
class Usefulness:
    """What one person thought of one talk; the later `talk` has the higher number."""

    person: int
    talk: int
    level: int


def together(waiting: Sequence[Usefulness]) -> tuple[int, int] | None:
    """How many people's answers are to be told now as one, and their sum; None: too few yet.

    Each person's newest answer counts once, and there are always three people or more behind
    what is told, so that nothing can be learned from the difference of two looks.
    """
    newest = {
        one.person: one.level for one in sorted(waiting, key=lambda one: (one.person, one.talk))
    }
    if len(newest) < SHOWN_FROM:
        return None
    return len(newest), sum(newest.values())


def mean(told: Sequence[tuple[int, int]]) -> Decimal | None:
    """The mean of what was told together, to one decimal; None when nothing was yet."""
    people = sum(count for count, _ in told)
    return half_up(Fraction(sum(total for _, total in told), people), 1) if people else None
