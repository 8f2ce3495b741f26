"""As little of HTTP as a stand-in for the Bot API needs, so that it is never the bottleneck."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

HEAD_END = b"\r\n\r\n"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
Values = dict[str, Any]
Answer = Callable[[str, Values], Awaitable[bytes] | bytes]


class Wire(asyncio.Protocol):
    """One kept-alive connection; requests on it are answered in order.

    `answer` gets the last part of the path and what the body says, and gives the body as JSON.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.buffer = b""
        self.transport: asyncio.Transport | None = None
        self.waiting: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.waiting is not None:
            self.waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(HEAD_END)) >= 0:
            head = self.buffer[:end].decode("latin-1")
            length = _length(head)
            whole = end + len(HEAD_END) + length
            if len(self.buffer) < whole:
                return
            body, self.buffer = self.buffer[end + len(HEAD_END) : whole], self.buffer[whole:]
            path = head.split(" ", 2)[1]
            method = path.partition("?")[0].rsplit("/", 1)[1]
            given = self.answer(method, _values(head, body))
            if isinstance(given, bytes):
                self.reply(given)
            else:
                self.waiting = asyncio.ensure_future(self._later(given))

    async def _later(self, given: Awaitable[bytes]) -> None:
        self.reply(await given)

    def reply(self, body: bytes) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(HEAD % len(body) + body)


def _values(head: str, body: bytes) -> Values:
    if "application/json" not in head:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    return json.loads(body) if body else {}


def _length(head: str) -> int:
    for line in head.split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            return int(value)
    return 0
