"""What happened, in order, for pages and for whoever waits."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
KEPT = 20_000


class Pulse:
    """Wakes everybody who waits for any change."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def beat(self) -> None:
        """Something changed."""
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for future in waiting:
                if not future.done():
                    future.set_result(None)

    async def wait(self, seconds: float) -> None:
        """Returns at the next beat, or after so many seconds."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        await asyncio.wait([future], timeout=max(seconds, 0))
        if not future.done():
            future.cancel()
            self._waiting = [other for other in self._waiting if other is not future]


class Events:
    """A line of events with one growing cursor; old ones fall off its end."""

    def __init__(self, pulse: Pulse) -> None:
        self.cursor = 0
        self.floor = 0
        self._pulse = pulse
        self._line: deque[tuple[int, Callable[[], Json]]] = deque()

    def add(self, kind: str, render: Callable[[], Json]) -> int:
        """Adds an event whose body is made only when somebody reads it."""
        self.cursor += 1
        cursor = self.cursor
        self._line.append((cursor, lambda: {"cursor": cursor, "type": kind, **render()}))
        if len(self._line) > KEPT:
            self.floor = self._line.popleft()[0]
        self._pulse.beat()
        return cursor

    def tell(self, kind: str, **body: Any) -> int:
        """Adds an event with a fixed body."""
        return self.add(kind, lambda: body)

    def since(self, cursor: int) -> Iterator[Json]:
        """Everything after the cursor; a `reset` first when some of it is gone."""
        if cursor < self.floor or cursor > self.cursor:
            yield {"cursor": self.cursor, "type": "reset"}
            return
        missed = self.cursor - cursor
        for _, render in list(self._line)[-missed:] if missed else ():
            yield render()

    def start_at(self, cursor: int) -> None:
        """After a restart: the line goes on from here, and what came before is gone."""
        self._line.clear()
        self.cursor = self.floor = cursor
