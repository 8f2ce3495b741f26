"""Stops the bot and starts it again, as the page of the sandbox asks."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp

from bot.commands.demo.desk import Desk
from bot.commands.demo.processes import start

RUN = ["-m", "bot", "run"]
ASK_FOR = 25
RUNNING, KILLED = "running", "killed"


class Steward:
    """Keeps the bot as it is wanted: `running`, `stopped` well, or `killed` in the middle."""

    def __init__(
        self, stack: AsyncExitStack, desk: Desk, web: aiohttp.ClientSession, bot: Process
    ) -> None:
        self.stack, self.desk, self.web, self.bot = stack, desk, web, bot

    async def keep(self) -> None:
        """Ends when the bot ends though it was wanted."""
        version = -1
        while True:
            asking = asyncio.ensure_future(self._asked(version))
            ended = asyncio.ensure_future(self.bot.wait())
            try:
                await asyncio.wait([asking, ended], return_when=asyncio.FIRST_COMPLETED)
                if not asking.done():
                    return
                version = await self._do(asking.result(), version)
                if version == -1:
                    return
            finally:
                asking.cancel()
                ended.cancel()

    async def _do(self, asked: dict[str, Any], version: int) -> int:
        """Do what is asked; the version that is done, -1 when the bot fell by itself."""
        wanted = asked["wanted"]
        if asked["version"] == version or wanted == RUNNING:
            return int(asked["version"]) if self.bot.returncode is None else -1
        with suppress(ProcessLookupError):
            self.bot.kill() if wanted == KILLED else self.bot.terminate()
        await self.bot.wait()
        while wanted != RUNNING:
            asked = await self._asked(asked["version"])
            wanted = asked["wanted"]
        self.bot = await start(self.stack, self.desk, RUN)
        return int(asked["version"])

    async def _asked(self, version: int) -> dict[str, Any]:
        """Held until the page wants something else, at most for a while."""
        query = {"version": version, "wait": ASK_FOR}
        async with self.web.get(f"{self.desk.url}/sim/wanted", params=query) as answer:
            asked: dict[str, Any] = await answer.json()
            return asked
