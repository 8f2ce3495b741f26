"""A watch with clocks that stand still, ears that are told what they hear, and a bell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.measures import Measures
from bot.watch import Board, Hook, Sources, Watch
from storage.database import Database
from tests.kit import TestClock

ZONE = ZoneInfo("Asia/Jakarta")


@dataclass
class Room:
    """`age` is that of Telegram's last answer; the chat hears only while `reachable`."""

    database: Database
    clock: TestClock
    wall: TestClock
    age: float | None = 0.0
    expects: bool = True
    hook: Hook | None = None
    reachable: bool = True
    told: list[str] = field(default_factory=list)
    nudged: int = 0

    def __post_init__(self) -> None:
        self.measures = Measures()
        self.board = Board(self.database, ZONE, self._say)
        self.watch = self._watch()

    def _watch(self) -> Watch:
        sources = Sources(
            age=lambda: self.age,
            hook=self._ask_hook if self.hook is not None else None,
            expects=lambda: self.expects,
        )
        return Watch(
            self.database, self.clock, self.wall, self.measures, self.board, sources, self._nudge
        )

    async def restarts(self) -> None:
        """Another process begins where this one ended."""
        self.measures = Measures()
        self.board = Board(self.database, ZONE, self._say)
        await self.board.load()
        self.watch = self._watch()

    async def passes(self, age: float | None = 0.0, **by: Any) -> list[str]:
        """Time goes by, then the watch looks; what the chat was told by that."""
        step = timedelta(**by)
        self.clock.moment += step
        self.wall.moment += step
        self.age = age
        before = len(self.told)
        await self.watch.look()
        return self.told[before:]

    async def _say(self, text: str) -> bool:
        if self.reachable:
            self.told.append(text)
        return self.reachable

    async def _ask_hook(self) -> Hook:
        if self.hook is None:
            raise OSError
        return self.hook

    def _nudge(self) -> None:
        self.nudged += 1
