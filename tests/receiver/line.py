"""Telegram's line of updates in memory, and processes that ask for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message
from sqlmodel import Session

from bot.hold import Hold
from bot.holder import new_holder
from bot.polling import GetRawUpdates, Polling
from bot.receiver import Receiver
from bot.texts.operator import running
from storage.database import Database
from tests.kit import TOKEN, TestClock

LEASE = "receiver/42"
Work = Callable[[Session, Message], None]


class Line:
    """Updates that wait; what is below an asked offset is confirmed and gone.

    Whoever asks is answered when more comes, or at `put()` with nothing, as after a while.
    """

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.more = asyncio.Event()

    def put(self, *updates: dict[str, Any]) -> None:
        self.waiting += updates
        self.more.set()

    async def ask(self, offset: int | None, timeout: int) -> list[dict[str, Any]]:
        self.waiting = [one for one in self.waiting if one["update_id"] >= (offset or 0)]
        if not self.waiting and timeout:
            self.more.clear()
            await self.more.wait()
        return list(self.waiting)


class Asking(BaseSession):
    """One process's connection; `faults` are raised first."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.asked = asyncio.Event()
        self.offsets: list[int | None] = []
        self.faults: list[Exception] = []

    async def close(self) -> None:
        pass

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        assert isinstance(method, GetRawUpdates)
        self.offsets.append(method.offset)
        self.asked.set()
        if self.faults:
            raise self.faults.pop(0)
        return cast(TelegramType, await self.line.ask(method.offset, method.timeout))


class Process:
    """A receiver that does `work` for each message, in a transaction behind its lease.

    `pause` is awaited between hearing a message and working on it.
    """

    def __init__(
        self,
        database: Database,
        line: Line,
        wall: TestClock,
        work: Work,
        pause: Callable[[Message], Awaitable[None]] | None = None,
    ) -> None:
        self.said: list[str] = []
        self.telegram = Asking(line)
        self.hold = Hold(
            database, wall, LEASE, new_holder(), lambda: self.said.append(running.database_away())
        )
        ours = database.behind(self.hold.guard)

        async def take(message: Message) -> None:
            if pause is not None:
                await pause(message)
            await ours.run(lambda session: work(session, message))

        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(take)
        bot = Bot(TOKEN, session=self.telegram)
        receiver = Receiver(bot, dispatcher, ours, wall, _untold)
        self.polling = Polling(receiver, self.hold, _nothing, self.said.append)
        self.stop = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.task = asyncio.ensure_future(self.polling.run(self.stop))

    async def ends(self) -> None:
        assert self.task is not None
        async with asyncio.timeout(20):
            await self.task


async def _nothing() -> None:
    pass


async def _untold(chat: int, reference: str) -> None:
    raise AssertionError(f"{reference} was parked")
