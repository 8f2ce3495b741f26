"""Forms of superiors and of the evaluation team: when they stand open, what they still lack."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import blake2b

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


def team_stands_open(state: PeriodState, calibrate_until: date, today: date) -> bool:
    """For the evaluation team: from the close of submission until the calibration ends."""
    begun = state in (PeriodState.RATING, PeriodState.CALIBRATION)
    return begun and today <= calibrate_until


def shuffled(people: Iterable[int], *seed: object) -> list[int]:
    """The people in an order that this seed alone decides, on every machine the same."""
    return sorted(people, key=lambda one: blake2b(repr((*seed, one)).encode()).digest())


@dataclass(frozen=True, slots=True)
class Tie:
    """Who is above and below whom, as far as it keeps somebody of the evaluation team out.

    `acting` is the member with everybody whose mandate they hold; `chain` all superiors above.
    """

    member: int
    acting: Collection[int]
    chain: Collection[int]

    def conflicts(self, person: int, superior: int | None, above: int | None) -> bool:
        """Whether it is the member, one of their superiors, or somebody up to two steps below."""
        if person == self.member or person in self.chain:
            return True
        return superior in self.acting or above in self.acting


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
