"""Whether Telegram is heard: by its answers when polling, else by what it says of our webhook."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog

log = structlog.get_logger()

ASKED_EVERY = timedelta(minutes=1)
PATIENCE = 20.0
GROWN = 3


@dataclass(frozen=True, slots=True)
class Hook:
    """What Telegram says of our webhook; `fault` is what is wrong with it, "" nothing."""

    pending: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """`age`: seconds since Telegram last answered getUpdates, None: never yet. `hook` asks for
    the webhook instead. `expects`: whether this process should hear Telegram now.
    """

    age: Callable[[], float | None] = lambda: None
    hook: Callable[[], Awaitable[Hook]] | None = None
    expects: Callable[[], bool] = lambda: True
    folders: Sequence[Path] = ()


@dataclass
class Ears:
    """`fault` is what is wrong with the webhook; "" is well."""

    sources: Sources
    fault: str = ""
    _asked: datetime | None = None
    _answered: datetime | None = None
    _pending: list[int] = field(default_factory=list)

    async def heard(self, now: datetime, before: datetime | None) -> datetime | None:
        """When Telegram last could tell us what people do; `before` while there is no news."""
        if self.sources.hook is not None:
            return await self._ask(self.sources.hook, now, before)
        age = self.sources.age()
        return before if age is None else now - timedelta(seconds=age)

    def silence(self, now: datetime, since: datetime) -> timedelta | None:
        """For how long Telegram has not answered; None when this process need not hear it.

        A Telegram that answers, but cannot deliver to us, is not silent.
        """
        if not self.sources.expects():
            return None
        return now - (self._answered or since)

    async def _ask(
        self, hook: Callable[[], Awaitable[Hook]], now: datetime, before: datetime | None
    ) -> datetime | None:
        if self._asked is not None and now - self._asked < ASKED_EVERY:
            return before
        self._asked = now
        try:
            async with asyncio.timeout(PATIENCE):
                told = await hook()
        except Exception as fault:
            log.warning("webhook_not_known", kind=type(fault).__name__)
            return before
        self._answered = now
        self._pending = [*self._pending, told.pending][-GROWN:]
        self.fault = told.fault or self._growing()
        return before if told.fault and told.pending else now

    def _growing(self) -> str:
        """More wait at Telegram each time we ask: it delivers less than comes in."""
        grown = all(
            one < more for one, more in zip(self._pending, self._pending[1:], strict=False)
        )
        if len(self._pending) == GROWN and grown and self._pending[0] > 0:
            return f"{self._pending[-1]} waiting"
        return ""
