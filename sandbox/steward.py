"""Whoever started the bot, and whether the page wants it to run."""

from __future__ import annotations

import time

from sandbox.model import Json

AWAY_AFTER = 35.0
RUNNING, STOPPED, KILLED = "running", "stopped", "killed"


class Steward:
    """`wanted` is what the page asked for last; it is there while it goes on asking."""

    def __init__(self) -> None:
        self.wanted = RUNNING
        self.version = 1
        self._heard = float("-inf")

    def ask(self, wanted: str) -> None:
        """The page wants the bot to run, to stop well, or to be killed."""
        self.wanted = wanted
        self.version += 1

    def heard(self) -> bool:
        """The steward asks what is wanted; whether it was away before."""
        was_away = not self.there
        self._heard = time.monotonic()
        return was_away

    @property
    def there(self) -> bool:
        return time.monotonic() - self._heard < AWAY_AFTER

    def show(self) -> Json:
        return {"there": self.there, "wanted": self.wanted, "version": self.version}
