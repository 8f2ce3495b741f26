"""Telegram's patience: one stored deadline that answers obey as the courier's letters do."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

from bot.clock import Clock
from bot.measures import Measures
from storage import pauses
from storage.database import Database

log = structlog.get_logger()
EVERY = 1.0
FREE = frozenset({"getUpdates", "getMe", "setWebhook", "deleteWebhook"})


class Patience(BaseRequestMiddleware):
    """Refuses calls at once while Telegram asks for patience, whoever of us was told so.

    What an update does is committed all the same; its screen is offered again later.
    """

    def __init__(self, database: Database, wall: Clock, measures: Measures | None = None) -> None:
        self.database = database
        self.measures = measures or Measures()
        self.wall = wall
        self.until: datetime | None = None

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if method.__api_method__ in FREE:
            return await make_request(bot, method)
        left = (self.until - self.wall.now()).total_seconds() if self.until else 0.0
        if left > 0:
            raise TelegramRetryAfter(method, "patience was asked for", int(left) + 1)
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as flood:
            self.measures.flooded("answers")
            await self._wait_until(self.wall.now() + timedelta(seconds=flood.retry_after))
            raise

    async def keep(self) -> None:
        """Look every second what the courier, or another process, was told."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        try:
            self.until = await self.database.run(
                lambda session: pauses.until(session, pauses.TELEGRAM), reading=True
            )
        except Exception as fault:  # a database that is away ends nothing here
            log.warning("patience_not_read", kind=type(fault).__name__)

    async def _wait_until(self, until: datetime) -> None:
        self.until = max(until, self.until or until)
        await self.database.run(lambda session: pauses.extend(session, pauses.TELEGRAM, until))
