"""The superior's form: when it stands open, and what it still lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.rules.periods import PeriodState
from bot.rules.schemes import Indicator, Scheme, Source


@dataclass(frozen=True, slots=True)
class Given:
    """A level as it was given, what the achievements proposed, and whether a reason was."""

    level: int
    proposed: int | None = None
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """Keys of indicators without a level, and of departures without a reason."""

    levels: tuple[str, ...]
    reasons: tuple[str, ...]
    feedback: bool = False

    def __bool__(self) -> bool:
        return bool(self.levels or self.reasons or self.feedback)


def asked_of(scheme: Scheme, source: Source) -> tuple[Indicator, ...]:
    """The indicators that this group of raters answers, in the order of the scheme."""
    return tuple(
        indicator
        for indicator in scheme.indicators
        if any(share.source is source for share in indicator.sources)
    )


def stands_open(state: PeriodState, last_day: date, today: date, *, reported: bool) -> bool:
    """From the close of submission until publication; earlier once the quarter is over and the
    report is there."""
    if state in (PeriodState.RATING, PeriodState.CALIBRATION):
        return True
    return state is PeriodState.OPEN and today > last_day and reported


def departs(given: Given, gap: int) -> bool:
    """Whether a level lies so far from the proposal that it needs a reason."""
    return given.proposed is not None and abs(given.level - given.proposed) >= gap


def is_low(total: Decimal | None, scheme: Scheme) -> bool:
    """A total below expectations needs a sentence that helps."""
    return total is not None and total < scheme.thresholds.met


def lacking(
    asked: Sequence[Indicator],
    given: Mapping[str, Given],
    scheme: Scheme,
    total: Decimal | None,
    *,
    feedback: bool,
) -> Lacking:
    """What must be added before the form may be sent; false when nothing is."""
    missing = tuple(i.key for i in asked if i.key not in given)
    unreasoned = tuple(
        i.key
        for i in asked
        if i.key in given
        and departs(given[i.key], scheme.departure_gap)
        and not given[i.key].reasoned
    )
    low = not missing and is_low(total, scheme)
    return Lacking(missing, unreasoned, low and not feedback)
