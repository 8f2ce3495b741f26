"""The sandbox's clock: the machine's time plus an offset, or standing still."""

import time
from datetime import UTC, datetime
from typing import Any


class Clock:
    """Seconds since 1970 as the sandbox sees them; `version` grows with every move."""

    def __init__(self) -> None:
        self.offset = 0.0
        self.frozen_at: float | None = None
        self.version = 1

    def now(self) -> float:
        """The present moment in Unix seconds."""
        if self.frozen_at is not None:
            return self.frozen_at
        return time.time() + self.offset

    def advance(self, seconds: float) -> None:
        """Moves forward, or back when negative; a frozen clock stays frozen."""
        if self.frozen_at is not None:
            self.frozen_at += seconds
        self.offset += seconds
        self.version += 1

    def go(self, moment: float) -> None:
        """Jumps to a moment in Unix seconds."""
        self.advance(moment - self.now())

    def freeze(self, still: bool) -> None:
        """Stops the clock, or lets it run on from where it stands."""
        now = self.now()
        self.offset = now - time.time()
        self.frozen_at = now if still else None
        self.version += 1

    def show(self) -> dict[str, Any]:
        """The answer of `GET /sim/clock`."""
        now = self.now()
        return {
            "now": datetime.fromtimestamp(now, UTC).isoformat(),
            "unix": now,
            "offset": self.offset if self.frozen_at is None else now - time.time(),
            "frozen": self.frozen_at is not None,
            "version": self.version,
        }

    def document(self) -> dict[str, Any]:
        """What a restart needs."""
        return {"offset": self.offset, "frozen_at": self.frozen_at, "version": self.version}

    def recall(self, document: dict[str, Any]) -> None:
        """Takes up a stored document."""
        self.offset = document["offset"]
        self.frozen_at = document["frozen_at"]
        self.version = document["version"]
