"""The points a bot passes, written down and read; it dies at the one it is ordered to."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

REST = "rest"
"""An order to die nowhere, and to pass points in silence."""
CUT = "cut "
"""Before a point in an order: not to die there, but to be cut off from the database."""


def nth(number: int) -> str:
    """An order to die at the point that is passed as this one, whatever its name."""
    return f"#{number}"


@dataclass
class Trail:
    """Writes every point down once told to; kills the process at the one it is ordered to.

    `cut` ends all its connections to the database.

    Told again by the signal, it counts anew and reads its order anew.
    """

    file: int
    order: Path
    cut: Callable[[], object]
    deadly: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    awake: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wake(self, *_: object) -> None:
        self.deadly = self.order.read_text()
        self.awake = self.deadly != REST
        if self.awake:
            self.counts.clear()
        self.say("awake" if self.awake else "asleep")

    def passes(self, name: str) -> bool:
        """This boundary is reached: whether the database was cut off there.

        Does not return when it is the deadly one.
        """
        with self.lock:
            if not self.awake:
                return False
            self.counts[name] += 1
            whole = f"{name} #{self.counts[name]}"
            if self.deadly in (whole, nth(self.counts.total())):
                self.say(f"dead {whole}")
                os.kill(os.getpid(), signal.SIGKILL)
            self.say(f"point {whole}")
            if f"{CUT}{whole}" != self.deadly:
                return False
            self.cut()
            self.say(self.deadly)
            return True

    def say(self, line: str) -> None:
        os.write(self.file, f"{line}\n".encode())


@dataclass(frozen=True)
class Trace:
    """What a bot has written down, for whoever watches it."""

    file: Path

    @property
    def lines(self) -> list[str]:
        return self.file.read_text().splitlines() if self.file.exists() else []

    def count(self, line: str) -> int:
        return self.lines.count(line)

    @property
    def died(self) -> bool:
        return any(line.startswith("dead ") for line in self.lines)

    def last(self, *among: str) -> str:
        """The newest of these lines; empty when there is none."""
        return next((line for line in reversed(self.lines) if line in among), "")

    def points(self) -> tuple[str, ...]:
        """The points passed since the bot was told to take notice."""
        lines = self.lines
        start = max(number for number, line in enumerate(lines) if line == "awake")
        return tuple(line[6:] for line in lines[start:] if line.startswith("point "))
