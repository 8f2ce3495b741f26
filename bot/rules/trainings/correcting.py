"""What is on record of a participant once a course has ended, and how it may be put right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.rules.trainings.course import NOTED, RESULTS, State

CORRECTABLE = (*RESULTS, State.ABSENT, State.EXCUSED)
"""What a correction may make of a result."""
DRAFT_LASTS = timedelta(14)
"""A request that nobody hands over goes: its reason speaks of somebody else."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`score` is 0 to 100 where there was a test; `minutes` are those that count."""

    state: State
    score: int | None
    minutes: int

    @property
    def attended(self) -> State:
        """What it says of attendance."""
        return self.state if self.state in NOTED else State.PRESENT


def with_state(before: Outcome, state: State, minutes: int) -> Outcome:
    """The same with another result: only what was completed counts (so many `minutes`), and only
    who was there has a score.
    """
    score = before.score if state in RESULTS else None
    return Outcome(state, score, minutes if state is State.PASSED else 0)


def with_score(before: Outcome, score: int | None) -> Outcome | None:
    """None where there can be no score."""
    return replace(before, score=score) if before.state in RESULTS else None


def with_minutes(before: Outcome, minutes: int) -> Outcome | None:
    """None where nothing can count."""
    return replace(before, minutes=minutes) if before.state is State.PASSED else None
