"""Every call of the bot, with its parameters and the answer it got."""

import itertools
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.model import Json
from sandbox.store import Store

KEPT = 20_000
RELOADED = 2_000


@dataclass
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass
class Call:
    """One Bot API call; `status` 0 means that it is still being answered."""

    n: int
    method: str
    params: Json
    moment: float
    status: int = 0
    answer: Any = None
    fault: str = ""
    messages: list[int] = field(default_factory=list)
    via: str = "http"


class Ledger:
    """The calls in order; `busy` counts those that are being answered (getUpdates aside)."""

    def __init__(self, store: Store, clock: Clock, events: Events) -> None:
        self.calls: deque[Call] = deque(maxlen=KEPT)
        self.busy = 0
        self.last_activity = time.monotonic()
        self._next = itertools.count(1)
        self._store, self._clock, self._events = store, clock, events

    def open(self, method: str, params: Json, files: dict[str, Upload], via: str) -> Call:
        """Writes down that a call came in."""
        shown = {name: _short(value) for name, value in params.items()}
        for name, upload in files.items():
            shown[name] = {"file": upload.name, "size": len(upload.content)}
        call = Call(next(self._next), method, shown, self._clock.now(), via=via)
        self.calls.append(call)
        if method != "getUpdates":
            self.busy += 1
            self.touch()
        return call

    def close(self, call: Call, status: int, answer: Any, fault: str = "") -> None:
        """Writes down the answer, before it is sent."""
        call.status, call.answer, call.fault = status, answer, fault
        empty_poll = call.method == "getUpdates" and status == 200 and not answer["result"]
        if not empty_poll:
            self._store.save("calls", call.n, lambda: asdict(call))
            self._events.add("call", lambda: {"call": asdict(call)})
        if call.method != "getUpdates":
            self.busy -= 1
            self.touch()

    def touch(self) -> None:
        """The bot, or somebody with it, is active right now."""
        self.last_activity = time.monotonic()

    def since(self, n: int, method: str = "") -> list[Call]:
        """Calls after number `n`, of one method or of all."""
        wanted = method.lower()
        return [c for c in self.calls if c.n > n and wanted in ("", c.method.lower())]

    def recall(self) -> None:
        """Takes up what was stored."""
        for _, document in self._store.load("calls", RELOADED):
            self.calls.append(Call(**document))
        last = self.calls[-1].n if self.calls else 0
        self._next = itertools.count(last + 1)


def _short(value: Any) -> Any:
    return value[:5000] if isinstance(value, str) else value
