"""Updates in: each takes effect once, in its person's lane, and is confirmed after its commit."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.types.update import UpdateTypeLookupError

from bot import logs
from bot.clock import Clock
from bot.lanes import Lanes, Raw, chat_of, lane_of, without_secrets
from bot.measures import REPLAYED, Measures
from bot.reading import Reader, Unreadable
from bot.rules.references import reference_of
from bot.texts import words
from storage import updates
from storage.database import Database, Unable
from storage.leases import Lost

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

Tell = Callable[[int, str], Awaitable[None]]
"""Tells the chat of a parked update its reference number."""


class Receiver:
    """Feeds the dispatcher with what comes by long polling or by the webhook."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        database: Database,
        clock: Clock,
        tell: Tell,
        measures: Measures | None = None,
    ) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.reader = Reader(bot)
        self.database = database
        self.clock = clock
        self.tell = tell
        self.lanes = Lanes()
        self.measures = measures or Measures()
        self.measures.watch_lanes(self.lanes)
        self.room = asyncio.Semaphore(AT_ONCE)
        self.fetched: float | None = None
        self._excused: set[int] = set()

    async def take(self, batch: Sequence[Raw], *, wary: bool = False) -> None:
        """Handle a batch: returns when every update has taken effect, or is parked.

        Raises Lost when another process receives by now: nothing more is done.
        """
        if wary:
            for raw in batch:  # one by one: what dies beside the culprit is not blamed
                await self.handle(raw, wary=True)
            return
        try:
            async with asyncio.TaskGroup() as group:
                for raw in batch:
                    group.create_task(self.handle(raw))
        except* Lost:
            followed = True
        else:
            followed = False
        if followed:
            raise Lost

    async def handle(self, raw: Raw, *, wary: bool = False) -> None:
        """One update, in its lane. `wary`: count the try beforehand, as it may have killed us."""
        with logs.about(reference_of(raw["update_id"])), self.measures.handing_out():
            async with self.lanes.of(lane_of(raw)), self.room:
                try:
                    await self._try(raw, wary)
                except Unable:
                    await self._excuse(chat_of(raw))
                    raise

    async def _try(self, raw: Raw, wary: bool) -> None:
        number = raw["update_id"]
        tried = await self._tries(number) if wary else 0
        while tried < TRIES:
            if wary:
                tried = await self._count(number, "started")
            try:
                async with asyncio.timeout(SECONDS):
                    answer = await self.dispatcher.feed_update(self.bot, self.reader.read(raw))
            except Unreadable:
                return await self._park(raw, "unreadable")
            except Lost:
                raise
            except UpdateTypeLookupError:
                log.info("update_of_unknown_kind", update_id=number)
                return await self._forget(number) if tried else None
            except Exception as fault:
                log.exception("update_failed", update_id=number, tried=tried + 1)
                self.measures.updates.failed.inc()
                if not wary:
                    tried = await self._count(number, type(fault).__name__)
            else:
                if tried or answer is REPLAYED:  # a try may be left of who died after it
                    await self._forget(number)
                self._excused.discard(chat_of(raw))
                self.measures.updates.handled.inc()
                if answer is REPLAYED:
                    self.measures.updates.replayed.inc()
                return None
        return await self._park(raw, "failed")

    async def _excuse(self, chat: int) -> None:
        """Once until it goes well again: what was sent waits at Telegram and is tried again."""
        if chat and chat not in self._excused:
            self._excused.add(chat)
            with suppress(AiogramError, OSError, TimeoutError):
                await self.bot.send_message(chat, words.not_saved_yet())

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
        text = json.dumps(without_secrets(raw))
        await self.database.run(
            lambda session: updates.park(session, number, now, reference, text)
        )
        log.error("update_parked", update_id=number, why=why)
        self.measures.updates.parked.inc()
        await self.tell(chat_of(raw), reference)
