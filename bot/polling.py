"""Long polling: one process of all that share a database asks Telegram for updates."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

import structlog
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import Response, TelegramMethod
from sqlalchemy.exc import SQLAlchemyError

from bot.hold import Hold
from bot.lanes import Raw
from bot.receiver import KINDS, Receiver
from bot.sound import is_numbered
from bot.texts.operator import running
from storage.leases import Lost

log = structlog.get_logger()

LONG_POLL = 25
# A batch is confirmed as a whole: small ones first, so that a bot that keeps falling gets on.
FIRST_BATCH = 5
LARGEST_BATCH = 100
LONGEST_PAUSE = 30.0


class GetRawUpdates(TelegramMethod[list[Raw]]):
    """Updates unparsed, so that one that nobody can read does not hide the others."""

    __returning__ = list[Raw]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int
    timeout: int
    allowed_updates: list[str]


# Kept, so that pydantic need not make this class anew for every batch.
ANSWER = Response[list[Raw]]


class Polling:
    """Asks while it holds the right to; the offset moves when a whole batch is committed.

    `begin` is awaited whenever the right has come; `tell` says a sentence to the operator.
    """

    def __init__(
        self,
        receiver: Receiver,
        hold: Hold,
        begin: Callable[[], Awaitable[None]],
        tell: Callable[[str], None],
    ) -> None:
        self.receiver = receiver
        self.hold = hold
        self.begin = begin
        self.tell = tell
        self.offset: int | None = None
        self._limit = FIRST_BATCH
        self._pause = 0.0
        self._disputed = False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; what is in hand then is finished and confirmed."""
        while not stop.is_set():
            await unless(stop, self.hold.taken(lambda: self.tell(running.polled_elsewhere())))
            if stop.is_set():
                break
            await self.begin()
            try:
                await self._ask_on(stop)
            except Lost:
                log.warning("receiving_lost")
                self.tell(running.polled_elsewhere())
        await self.hold.give_back()

    async def _ask_on(self, stop: asyncio.Event) -> None:
        """Batch after batch. The first one is taken warily: somebody may have died of it."""
        self.offset, self._limit, wary = None, FIRST_BATCH, True
        while not stop.is_set():
            await unless(stop, self.hold.sure())
            # The first answer comes at once: it says that Telegram is heard again.
            held = 0 if self.receiver.fetched is None else LONG_POLL
            batch = await unless(stop, self._asked(timeout=held))
            if batch and await self._taken(batch, wary):
                self.offset = batch[-1]["update_id"] + 1
                self._limit = min(LARGEST_BATCH, self._limit * 2)
                wary = False
        if self.offset is not None and self.hold.held:
            await self._asked(limit=1, timeout=0)  # confirms; what it brings comes again

    async def _taken(self, batch: Sequence[Raw], wary: bool) -> bool:
        """Whether all of it has taken effect; not while the database is away: it comes again."""
        try:
            await self.receiver.take(batch, wary=wary)
        except* SQLAlchemyError:
            log.warning("updates_not_taken")
        else:
            return True
        await asyncio.sleep(1.0)
        return False

    async def _asked(self, **other: int) -> Sequence[Raw]:
        """The next batch; none when Telegram cannot be asked, after a pause."""
        try:
            batch = await self._fetch(**other)
        except TelegramUnauthorizedError:
            raise
        except TelegramRetryAfter as flood:
            await asyncio.sleep(float(flood.retry_after))
        except (AiogramError, OSError) as fault:  # also HTML from a front server that is down
            conflict = isinstance(fault, TelegramConflictError)
            log.warning("updates_not_fetched", conflict=conflict, kind=type(fault).__name__)
            if conflict:
                await self._dispute()
            self._pause = min(LONGEST_PAUSE, max(1.0, self._pause * 2))
            await asyncio.sleep(self._pause)
        else:
            self._pause, self._disputed = 0.0, False
            return batch
        return []

    async def _dispute(self) -> None:
        """Somebody else asks with our token. Raises Lost when it is one of ours."""
        await self.hold.confirm()
        if not self._disputed:
            log.error("token_used_elsewhere")
            self.tell(running.token_used_elsewhere())
        self._disputed = True

    async def _fetch(self, limit: int = 0, timeout: int = LONG_POLL) -> Sequence[Raw]:
        ask = GetRawUpdates(
            offset=self.offset,
            limit=limit or self._limit,
            timeout=timeout,
            allowed_updates=KINDS,
        )
        batch = await self.receiver.bot(ask, request_timeout=timeout + 10)
        self.receiver.fetched = asyncio.get_running_loop().time()
        return [raw for raw in batch if is_numbered(raw)]


async def unless(stop: asyncio.Event, work: Coroutine[Any, Any, Any]) -> Any:
    """What comes of it; None, and it is given up, when `stop` is set before."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return doing.result() if doing.done() else None
    finally:
        stopping.cancel()
        doing.cancel()
        await asyncio.gather(stopping, doing, return_exceptions=True)
