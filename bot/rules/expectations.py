"""Expectations: planned results from proposal to agreement, and how far they have come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.periods import PeriodState

TEXT_LENGTH, TEXT_LEAST = 200, 8
UNIT_LENGTH = 30
NOTE_LENGTH, NOTE_LEAST = 300, 8
LARGEST = Decimal(10) ** 12


class State(StrEnum):
    """Of one wording; what was proposed once is never written anew."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    RETURNED = "returned"
    AGREED = "agreed"


OPEN = (State.DRAFT, State.PROPOSED, State.RETURNED)


class Step(StrEnum):
    SUPPORTS = "supports"
    TEXT = "text"
    INDICATOR = "indicator"
    TARGET = "target"
    COUNTING = "counting"
    REASON = "reason"


STEPS = tuple(Step)


class Counting(StrEnum):
    """How amounts become a figure, and which way is better."""

    TOTAL_MORE = "total_more"
    LAST_MORE = "last_more"
    LAST_LESS = "last_less"
    TOTAL_LESS = "total_less"

    @property
    def sums(self) -> bool:
        """All amounts together; else the newest of them stands."""
        return self in (Counting.TOTAL_MORE, Counting.TOTAL_LESS)

    @property
    def less(self) -> bool:
        return self in (Counting.LAST_LESS, Counting.TOTAL_LESS)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a planned result says or shall say; `ends` proposes that it be dropped.

    `supports` is a planned result of the superior. `round` counts a person's proposals of the
    quarter. `note` is the superior's word on it, `reason` why an agreed one is to change.
    """

    number: int
    planned: int
    edition: int
    state: State
    text: str = ""
    indicator: str = ""
    supports: int | None = None
    target: Decimal | None = None
    unit: str = ""
    counting: Counting | None = None
    ends: bool = False
    reason: str = ""
    round: int = 0
    written_at: datetime | None = None
    proposed_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: int | None = None
    note: str = ""
    set_aside: bool = False


def in_force(wordings: Iterable[Wording]) -> Wording | None:
    """The newest that was agreed; None before that, and once its end was agreed."""
    newest = _newest_agreed(wordings)
    return None if newest is None or newest.ends else newest


def has_ended(wordings: Iterable[Wording]) -> bool:
    newest = _newest_agreed(wordings)
    return newest is not None and newest.ends


def _newest_agreed(wordings: Iterable[Wording]) -> Wording | None:
    agreed = [one for one in wordings if one.state is State.AGREED]
    return max(agreed, key=lambda one: one.edition, default=None)


def in_hand(wordings: Iterable[Wording]) -> Wording | None:
    """What is being written, waits for the superior, or came back; None when nothing is open."""
    newest = max(wordings, key=lambda one: one.edition, default=None)
    if newest is None or newest.set_aside or newest.state not in OPEN:
        return None
    return newest


def missing(one: Wording, *, changes: bool) -> tuple[Step, ...]:
    """What must still be said before it can be proposed; `changes` an agreed one needs a reason.

    Which planned result of the superior it supports may be left open.
    """
    lacking = []
    if not one.ends:
        lacking += [] if one.text else [Step.TEXT]
        lacking += [] if one.indicator else [Step.INDICATOR]
        lacking += [] if one.target is not None and one.unit else [Step.TARGET]
        lacking += [] if one.counting is not None else [Step.COUNTING]
    return (*lacking, Step.REASON) if changes and not one.reason else tuple(lacking)


def may_propose(state: PeriodState) -> bool:
    """Expectations are set and changed while the quarter runs, never while it is rated."""
    return state is PeriodState.OPEN


def may_agree(state: PeriodState, *, rated: bool) -> bool:
    """What was proposed in time may be agreed until the person is rated."""
    return state in (PeriodState.OPEN, PeriodState.RATING) and not rated


def fits_target(target: Decimal, counting: Counting | None = None) -> bool:
    """Nothing to be reached is only a target where less is better."""
    more = counting is not None and not counting.less
    return 0 <= target < LARGEST and not (more and target == 0)


def fits_amount(amount: Decimal, counting: Counting) -> bool:
    """An amount that is summed up adds something; a figure may be nought."""
    return 0 <= amount < LARGEST and not (counting.sums and amount == 0)


@dataclass(frozen=True, slots=True)
class Amount:
    """What one achievement says of a planned result; `rated` when it was approved."""

    achievement: int
    done_on: date
    value: Decimal
    rated: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """`realised` of approved achievements, None without any; `waiting` of those not rated yet."""

    realised: Decimal | None
    waiting: Decimal | None
    percent: Decimal | None


def progress(counting: Counting, target: Decimal, amounts: Sequence[Amount]) -> Progress:
    """How far a planned result has come; the order of the amounts does not matter."""
    realised = _figure(counting, [one for one in amounts if one.rated])
    waiting = _figure(counting, [one for one in amounts if not one.rated])
    done = None if realised is None else percent(counting, target, realised)
    return Progress(realised, waiting, done)


def _figure(counting: Counting, amounts: Sequence[Amount]) -> Decimal | None:
    if not amounts:
        return None
    if counting.sums:
        return sum((one.value for one in amounts), Decimal(0))
    return max(amounts, key=lambda one: (one.done_on, one.achievement)).value


def percent(counting: Counting, target: Decimal, realised: Decimal) -> Decimal:
    """Realised of the target in percent, one decimal, not capped.

    Where less is better 2 - realised / target, not below nought, as performance contracts of
    ministries reckon a minimised indicator; of a target of nought all or nothing.
    """
    if target == 0:
        return half_up(100 if counting.less and realised == 0 else 0, 1)
    ratio = Fraction(realised) / Fraction(target)
    return half_up(max(Fraction(0), 2 - ratio if counting.less else ratio) * 100, 1)


def plain(number: Decimal) -> Decimal:
    """Without noughts behind the point and without an exponent: `12.50` is 12.5."""
    bare = number.normalize()
    exponent = bare.as_tuple().exponent
    assert isinstance(exponent, int)
    return bare.quantize(Decimal(1)) if exponent > 0 else bare
