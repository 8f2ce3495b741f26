"""The points a bot has passed, written down; it dies at the one it is ordered to."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

REST = "rest"
"""An order to die nowhere, and to pass points in silence."""


@dataclass
class Trail:
    """Writes every point down once told to; kills the process at the one it is ordered to.

    Told again by the signal, it counts anew and reads its order anew.
    """

    file: int
    order: Path
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

    def passes(self, name: str) -> None:
        """This boundary is reached. Does not return when it is the deadly one."""
        with self.lock:
            if not self.awake:
                return
            self.counts[name] += 1
            whole = f"{name} #{self.counts[name]}"
            if whole == self.deadly:
                self.say(f"dead {whole}")
                os.kill(os.getpid(), signal.SIGKILL)
            self.say(f"point {whole}")

    def say(self, line: str) -> None:
        os.write(self.file, f"{line}\n".encode())
