"""Presses of several people in one commit: the writer of SQLite is made to wait for them all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from storage.database import Database
from storage.wishes import Queue

PERSON = "Doing."
"""Begins the name of what somebody's update asks of the database."""


def gather(crowd: Path) -> None:
    """Once the file names a number, the next commit waits for as many people; then it is gone."""
    serve: Any = Database._serve

    def together(self: Database) -> None:
        if crowd.exists() and _people(self._queue) < int(crowd.read_text()):
            self._threads.submit(self._serve)  # behind those who only read meanwhile
            return
        crowd.unlink(missing_ok=True)
        serve(self)

    Database._serve = together  # type: ignore[method-assign]


def _people(queue: Queue) -> int:
    return sum(wish.work.__qualname__.startswith(PERSON) for wish in list(queue._wishes))
