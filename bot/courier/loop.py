"""The courier: delivers again and again, and rests where nothing waits or there is trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.actions.evidence import TABLES as FILES
from bot.courier import delivering
from bot.courier.delivering import Delivering
from bot.courier.fetching import fetch_batch
from bot.courier.menus import put_back_menus
from storage.outbox import Letter

log = structlog.get_logger()

POLL, MENUS_POLL = 1.0, 60.0
LONGEST_REST = 30.0


class Courier(Delivering):
    """Letters, files and menu buttons, each in a loop of its own that a nudge wakes."""

    def nudge(self) -> None:
        """Something new may be waiting. To be called on the event loop's thread."""
        self._letters.set()
        self._files.set()

    async def run(self, stop: asyncio.Event | None = None) -> None:
        """Deliver until `stop` is set or the task is cancelled; what is in flight still ends."""
        heard = self.database.heard
        with (
            heard.calling(self._wakes(self._letters), Letter),
            heard.calling(self._wakes(self._files), *FILES),
        ):
            await self._run(stop)

    def _wakes(self, event: asyncio.Event) -> Callable[[], None]:
        loop = asyncio.get_running_loop()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(event.set)

        return wake

    async def _run(self, stop: asyncio.Event | None) -> None:
        work = asyncio.gather(
            self._repeat(self.drain_once, self._letters),
            self._repeat(self.fetch_once, self._files),
            self._repeat(self.put_back_once, self._menus, MENUS_POLL),
        )
        halt = asyncio.ensure_future((stop or asyncio.Event()).wait())
        try:
            both: set[asyncio.Future[Any]] = {work, halt}
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            halt.cancel()
            self._halted.set()
            self.nudge()
            self._menus.set()
            try:
                await work
            finally:
                await self.close()

    async def fetch_once(self) -> bool:
        """Bring one batch of evidence into our store; whether there was one."""
        return await self._holds() and await fetch_batch(
            self.database, self.bot, self.clock, self.measures
        )

    async def put_back_once(self) -> bool:
        """Put a batch of menu buttons back that open what they should not; any more there?"""
        return await self._holds() and await put_back_menus(self.database, self.bot, self.menu_app)

    async def _repeat(
        self, step: Callable[[], Awaitable[bool]], wake: asyncio.Event, poll: float = POLL
    ) -> None:
        rest = delivering.FIRST_REST
        while not self._halted.is_set():
            wake.clear()
            try:
                busy, sick = await step(), False
            except SQLAlchemyError:
                log.exception("courier_without_database")
                busy, sick = False, True
            if sick or self._trouble:
                rest = max(min(rest * 2, LONGEST_REST), self._trouble)
                await self._wait(self._halted, rest)
            elif not busy:
                rest = delivering.FIRST_REST
                await self._wait(wake, poll)

    async def _wait(self, event: asyncio.Event, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()

    async def close(self) -> None:
        """Give the lease back and close the connections."""
        with suppress(SQLAlchemyError):
            await self._write(self.desk.give_back)
        await self.request.shutdown()
