"""Updates in: each takes effect once, in its person's lane, and is confirmed after its commit."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from structlog.contextvars import bound_contextvars

from bot.clock import Clock
from bot.lanes import Lanes, Raw, chat_of, lane_of
from bot.rules.references import reference_of
from storage import updates
from storage.database import Database

log = structlog.get_logger()

KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
    "poll_answer",
]
TRIES = 3
SECONDS = 10.0
# The time limit counts from when there is room, not from when a crowd began to queue.
AT_ONCE = 40
LONG_POLL = 25
# A batch is confirmed as a whole: small ones first, so that a bot that keeps falling gets on.
FIRST_BATCH = 5
LARGEST_BATCH = 100
LONGEST_PAUSE = 30.0

Tell = Callable[[int, str], Awaitable[None]]
"""Tells the chat of a parked update its reference number."""


class GetRawUpdates(TelegramMethod[list[Raw]]):
    """Updates unparsed, so that one that nobody can read does not hide the others."""

    __returning__ = list[Raw]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int
    timeout: int
    allowed_updates: list[str]


class Receiver:
    """Feeds the dispatcher from long polling or from the webhook.

    `after` is called when an update has taken effect: letters may be waiting now.
    """

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        database: Database,
        clock: Clock,
        tell: Tell,
        after: Callable[[], None],
    ) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.database = database
        self.clock = clock
        self.tell = tell
        self.after = after
        self.lanes = Lanes()
        self.room = asyncio.Semaphore(AT_ONCE)
        self.fetched: float | None = None
        self._first_batch = True

    async def poll(self) -> None:
        """Ask for updates for ever; the offset moves when the whole batch is committed."""
        offset: int | None = None
        limit = FIRST_BATCH
        pause = 0.0
        while True:
            try:
                batch = await self._fetch(offset, limit)
                pause = 0.0
            except TelegramUnauthorizedError:
                raise
            except TelegramRetryAfter as flood:
                pause = float(flood.retry_after)
            except (AiogramError, OSError) as fault:  # also HTML from a front server that is down
                pause = min(LONGEST_PAUSE, max(1.0, pause * 2))
                conflict = isinstance(fault, TelegramConflictError)
                log.warning("updates_not_fetched", conflict=conflict, kind=type(fault).__name__)
            else:
                if batch:
                    await self.take(batch)
                    offset = batch[-1]["update_id"] + 1
                    limit = min(LARGEST_BATCH, limit * 2)
            if pause:
                await asyncio.sleep(pause)

    async def _fetch(self, offset: int | None, limit: int) -> Sequence[Raw]:
        ask = GetRawUpdates(offset=offset, limit=limit, timeout=LONG_POLL, allowed_updates=KINDS)
        batch = await self.bot(ask, request_timeout=LONG_POLL + 10)
        self.fetched = asyncio.get_running_loop().time()
        return batch

    async def take(self, batch: Sequence[Raw]) -> None:
        """Handle a batch: returns when every update has taken effect, or is parked."""
        wary, self._first_batch = self._first_batch, False
        if wary:
            for raw in batch:  # one by one: what dies beside the culprit is not blamed
                await self.handle(raw, wary=True)
            return
        async with asyncio.TaskGroup() as group:
            for raw in batch:
                group.create_task(self.handle(raw))

    async def handle(self, raw: Raw, *, wary: bool = False) -> None:
        """One update, in its lane. `wary`: count the try beforehand, as it may have killed us."""
        with bound_contextvars(ref=reference_of(raw["update_id"])):
            async with self.lanes.of(lane_of(raw)), self.room:
                await self._try(raw, wary)

    async def _try(self, raw: Raw, wary: bool) -> None:
        number = raw["update_id"]
        tried = await self._tries(number) if wary else 0
        while tried < TRIES:
            if wary:
                tried = await self._count(number, "started")
            try:
                async with asyncio.timeout(SECONDS):
                    await self._feed(raw)
            except ValidationError:
                return await self._park(raw, "unreadable")
            except UpdateTypeLookupError:
                log.info("update_of_unknown_kind", update_id=number)
                return None
            except Exception as fault:
                log.exception("update_failed", update_id=number, tried=tried + 1)
                if not wary:
                    tried = await self._count(number, type(fault).__name__)
            else:
                if wary:
                    await self._forget(number)
                self.after()
                return None
        return await self._park(raw, "failed")

    async def _feed(self, raw: Raw) -> None:
        update = Update.model_validate(raw, context={"bot": self.bot})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # of kinds newer than aiogram
            _ = update.event_type
        await self.dispatcher.feed_update(self.bot, update)

    async def _tries(self, number: int) -> int:
        return await self.database.run(lambda session: updates.tries(session, number))

    async def _count(self, number: int, fault: str) -> int:
        now = self.clock.now()
        return await self.database.run(
            lambda session: updates.count_try(session, number, now, fault)
        )

    async def _forget(self, number: int) -> None:
        await self.database.run(lambda session: updates.forget_tries(session, number))

    async def _park(self, raw: Raw, why: str) -> None:
        """Put an update aside so that its lane goes on; tell the person and the operator."""
        number, now = raw["update_id"], self.clock.now()
        reference = reference_of(number)
        text = json.dumps(raw, ensure_ascii=False)
        await self.database.run(
            lambda session: updates.park(session, number, now, reference, text)
        )
        log.error("update_parked", update_id=number, why=why)
        await self.tell(chat_of(raw), reference)
