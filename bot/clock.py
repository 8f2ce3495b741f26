"""The one clock. In the demo it follows the sandbox's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import aiohttp
import structlog

log = structlog.get_logger()
HELD = 25
SHORT = 10


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

    def turn(self, told: dict[str, Any]) -> None:
        """Show what the sandbox's clock shows."""
        self.offset = timedelta(seconds=told["offset"])
        self.frozen = datetime.fromisoformat(told["now"]) if told["frozen"] else None


async def catch_up(clock: MovedClock, url: str) -> None:
    """Set a clock by the sandbox's before anything asks it. Raises ClientError, TimeoutError."""
    patience = aiohttp.ClientTimeout(total=SHORT)
    async with aiohttp.ClientSession(timeout=patience) as web, web.get(url) as answer:
        clock.turn(await answer.json())


async def follow(clock: MovedClock, url: str, moved: Callable[[], Awaitable[None]]) -> None:
    """Keep a clock equal to the sandbox's for ever; `moved` is awaited after each change."""
    version = -1
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=HELD + 10)) as web:
        while True:
            try:
                asked = {"version": version, "wait": HELD}
                async with web.get(url, params=asked) as answer:
                    told = await answer.json()
            except (aiohttp.ClientError, TimeoutError) as fault:
                log.warning("clock_not_reached", kind=type(fault).__name__)
                await asyncio.sleep(1)
                continue
            if told["version"] != version:
                version = told["version"]
                clock.turn(told)
                await moved()
