"""A balancer in front of replicas: each update to the next one in turn, as Telegram sends them."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, web

Json = dict[str, Any]
Changed = Callable[[float], Awaitable[None]]
"""Returns when something happened at Telegram (a replica that starts calls it), or so late."""
SOON = 1.0


class Balancer:
    """Serves on `port`; `ports` are the replicas'. A dead one is passed over, as in real life.

    Worse than real life: one update in `twice` goes to two replicas at once, and presses named
    by `together` wait until they are two, which then go to two replicas at the same moment.
    """

    def __init__(
        self, ports: list[int], dice: random.Random, changed: Changed, twice: int = 8
    ) -> None:
        self.changed = changed
        self.ports = ports
        self.dice = dice
        self.twice = twice
        self.turns = itertools.count()
        self.held: dict[tuple[int, str], bytes | None] = {}
        self.doubled = self.pairs = 0
        self.served: dict[int, int] = dict.fromkeys(ports, 0)
        self.headers: dict[str, str] = {}

    async def open(self) -> int:
        """Start serving; the port."""
        self.web = ClientSession(timeout=ClientTimeout(total=60))
        site = web.Application()
        site.router.add_post("/telegram", self._take)
        self.runner = web.AppRunner(site, access_log=None, shutdown_timeout=1.0)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        return int(self.runner.addresses[0][1])

    async def close(self) -> None:
        await self.runner.cleanup()
        await self.web.close()

    def together(self, chat: int, data: str) -> None:
        """The next two presses of this button are delivered at the same moment."""
        self.held[chat, data] = None

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        name = "X-Telegram-Bot-Api-Secret-Token"
        self.headers = {name: request.headers[name], "Content-Type": "application/json"}
        press = (await request.json()).get("callback_query")
        key = (press["from"]["id"], press["data"]) if press else None
        if key is None or key not in self.held:
            return web.Response(status=await self._deliver(body))
        first = self.held[key]
        if first is None or first == body:
            self.held[key] = body
            return web.Response()  # held here, so that the second one comes
        del self.held[key]
        self.pairs += 1
        _, status = await asyncio.gather(self._until_taken(first), self._post(body))
        return web.Response(status=status)

    async def _deliver(self, body: bytes) -> int:
        if self.dice.randrange(self.twice):
            return await self._post(body)
        self.doubled += 1
        return max(await asyncio.gather(self._post(body), self._post(body)))

    async def _until_taken(self, body: bytes) -> None:
        while await self._post(body) != 200:
            await self.changed(SOON)

    async def _post(self, body: bytes) -> int:
        """To the next replica that listens; its answer, 502 when it dies meanwhile."""
        for _ in self.ports:
            port = self.ports[next(self.turns) % len(self.ports)]
            try:
                address = f"http://127.0.0.1:{port}/telegram"
                async with self.web.post(address, data=body, headers=self.headers) as answer:
                    self.served[port] += answer.status == 200
                    return answer.status
            except ClientConnectorError:
                continue
            except ClientError:
                return 502
        return 503
