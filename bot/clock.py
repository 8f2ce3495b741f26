"""The one clock. In the demo it follows the sandbox's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """This moment in UTC."""


class WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class MovedClock:
    """The wall clock with an offset that others may move, or stopped at a moment."""

    def __init__(self) -> None:
        self.offset = timedelta()
        self.frozen: datetime | None = None

    def now(self) -> datetime:
        return self.frozen or datetime.now(UTC) + self.offset
