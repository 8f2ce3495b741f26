"""Clocks of 3 x 24 hours (UU 27/2022 art. 30, 32, 40, 46): by the hour, holidays included."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum

HOURS = timedelta(hours=72)
WARNING = timedelta(hours=24)
"""So long before the end whoever owes an answer is reminded."""


class Stage(IntEnum):
    """How far a clock has run; each is told once."""

    RUNNING = 0
    NEAR = 1
    OVER = 2


def due_from(begun: datetime) -> datetime:
    """When a clock that began then has run out."""
    return begun + HOURS


def stage_of(due: datetime, now: datetime) -> Stage:
    """Over when the moment itself has come."""
    if now >= due:
        return Stage.OVER
    return Stage.NEAR if now >= due - WARNING else Stage.RUNNING
