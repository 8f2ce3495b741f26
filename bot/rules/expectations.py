"""Expectations: planned results from proposal to agreement, and how far they have come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.rules.figures import Counting
from bot.rules.periods import PeriodState

TEXT_LENGTH, TEXT_LEAST = 200, 8
UNIT_LENGTH = 30
NOTE_LENGTH, NOTE_LEAST = 300, 8


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
