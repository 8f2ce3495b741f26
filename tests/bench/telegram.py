"""A stand-in for the Bot API that answers as fast as it can and tells a crowd what it saw."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from typing import Any

import aiohttp

from tests.bench.http import Values, Wire

Json = dict[str, Any]
Buttons = list[tuple[str, str]]
SECRET = "a-secret-for-the-webhook-of-the-bench"
YES = b'{"ok":true,"result":true}'
ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SAID = (
    b'{"ok":true,"result":{"message_id":%d,"date":1790000000,'
    b'"chat":{"id":%d,"type":"private"},"text":"x"}}'
)
AT_ONCE = 40


class Telegram:
    """Hands out what is put in and calls `shown(chat, message id, buttons)` for every screen."""

    def __init__(self, shown: Callable[[int, int, Buttons], None]) -> None:
        self.shown = shown
        self.queue: deque[Json] = deque()
        self.offset = 0
        self.ids = 1000
        self.calls = 0
        self.sent: list[float] = []
        self.more = asyncio.Event()
        self.asked = asyncio.Event()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._web: aiohttp.ClientSession | None = None
        self._posts: set[asyncio.Task[None]] = set()
        self._turn = 0
        self._one_more = asyncio.Event()

    async def start(self) -> str:
        """Serve on loopback; the address."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Wire(self.answer), "127.0.0.1", 0, backlog=512)
        self.server = server
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        for post in self._posts:
            post.cancel()
        if self._web is not None:
            await self._web.close()
        self.server.close()

    def push_to(self, addresses: list[str]) -> None:
        """From now on post updates to these in turn, as a balancer in front of replicas does."""
        self._addresses = addresses
        connector = aiohttp.TCPConnector(limit=AT_ONCE * len(addresses))
        self._web = aiohttp.ClientSession(
            connector=connector, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}
        )

    def put(self, update: Json) -> None:
        """Hand out one more update."""
        if self._web is not None:
            post = asyncio.ensure_future(self._post(update))
            self._posts.add(post)
            post.add_done_callback(self._posts.discard)
        else:
            self.queue.append(update)
            self.more.set()

    async def _post(self, update: Json) -> None:
        assert self._web is not None
        async with self._room:
            self._turn += 1
            address = self._addresses[self._turn % len(self._addresses)]
            async with self._web.post(address, json=update) as answered:
                assert answered.status == 200, await answered.text()

    def answer(self, method: str, values: Values) -> Any:
        self.calls += 1
        match method:
            case "getUpdates":
                return self._hand_out(values)
            case "sendMessage" | "editMessageText":
                return self._say(method, values)
            case "setWebhook":
                self.asked.set()
                return YES
            case "getMe":
                return json.dumps({"ok": True, "result": ME}).encode()
            case _:
                return YES

    async def has_sent(self, count: int) -> None:
        """Wait until so many messages have come. TimeoutError after a minute."""
        async with asyncio.timeout(60):
            while len(self.sent) < count:
                self._one_more.clear()
                await self._one_more.wait()

    def _say(self, method: str, values: Values) -> bytes:
        chat = int(values["chat_id"])
        if method == "sendMessage":
            self.ids += 1
            self.sent.append(asyncio.get_running_loop().time())
            self._one_more.set()
        number = self.ids if method == "sendMessage" else int(values["message_id"])
        self.shown(chat, number, _buttons(values.get("reply_markup")))
        return SAID % (number, chat)

    async def _hand_out(self, values: Values) -> bytes:
        self.asked.set()
        offset = int(values.get("offset") or 0)
        while self.queue and self.queue[0]["update_id"] < offset:
            self.queue.popleft()
        if not self.queue:
            self.more.clear()
            try:
                async with asyncio.timeout(float(values.get("timeout") or 0)):
                    await self.more.wait()
            except TimeoutError:
                return b'{"ok":true,"result":[]}'
        most = int(values.get("limit") or 100)
        batch = [self.queue[at] for at in range(min(most, len(self.queue)))]
        return json.dumps({"ok": True, "result": batch}).encode()


def _buttons(markup: str | Json | None) -> Buttons:
    told = json.loads(markup) if isinstance(markup, str) else markup
    rows = told.get("inline_keyboard", []) if told else []
    return [(key["text"], key.get("callback_data", "")) for row in rows for key in row]
