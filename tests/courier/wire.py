"""Telegram's end of the wire, in memory: what it was asked, and how it answers by plan."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, select
from telegram.request import BaseRequest, RequestData

from bot.actions.buttons import Drawn
from bot.actions.letters import NoAccount, Outgoing
from bot.courier import Courier
from bot.screens import File, FileKind, Screen
from storage import accounts, outbox
from storage.database import Database
from storage.outbox import Kind, Letter, State
from tests.cast import employ
from tests.kit import TestClock

TOKEN = "42:TEST"
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
API = "http://telegram.test"
SARI = 101

Answer = tuple[int, dict[str, Any] | bytes] | BaseException | Callable[[], Awaitable[None]]


class Crash(BaseException):
    """The process dies here."""


def refusal(code: int, description: str, **parameters: Any) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return code, body


class Wire(BaseRequest):
    """Answers each sending call with the next of `plan`, and with success when it is used up."""

    def __init__(self, plan: Sequence[Answer] = ()) -> None:
        self.plan = list(plan)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.files: dict[str, bytes] = {}
        self.ids = itertools.count(1)
        self.flying = 0
        self.most_flying = 0
        self.healthy: Answer | None = None

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [values for name, values in self.calls if name.startswith(("send", "edit"))]

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        if method == "GET":
            return 200, self.files[name]
        values = request_data.parameters if request_data else {}
        self.calls.append((name, values))
        self.flying += 1
        self.most_flying = max(self.flying, self.most_flying)
        await asyncio.sleep(0)
        try:
            return await self._answer(name, values)
        finally:
            self.flying -= 1

    async def _answer(self, name: str, values: dict[str, Any]) -> tuple[int, bytes]:
        if name == "getMe":
            me = {"id": 42, "is_bot": True, "first_name": "T", "username": "t"}
            return _bytes(self.healthy or (200, {"ok": True, "result": me}))
        planned = self.plan.pop(0) if self.plan else _success
        if callable(planned):
            await planned()
            return _bytes((200, {"ok": True, "result": self._result(name, values)}))
        return _bytes(planned)

    def _result(self, name: str, values: dict[str, Any]) -> Any:
        if name == "getFile":
            path = values["file_id"]
            return {"file_id": path, "file_unique_id": path, "file_path": f"x/{path}"}
        chat = {"id": int(values["chat_id"]), "type": "private"}
        return {"message_id": next(self.ids), "date": 0, "chat": chat, "text": "x"}


def _bytes(answer: Answer) -> tuple[int, bytes]:
    if isinstance(answer, BaseException):
        raise answer
    assert isinstance(answer, tuple)
    code, body = answer
    return code, body if isinstance(body, bytes) else json.dumps(body).encode()


async def _success() -> None:
    """Stands for success in a plan."""


SUCCESS: Answer = _success


def render(session: Session, letter: Letter, now: datetime) -> Outgoing | None:
    """As handlers would: the letter `gone` is no longer owed, `broken` is a fault of ours."""
    if letter.template == "gone":
        return None
    if letter.template == "broken":
        raise KeyError(letter.template)
    chat_id = letter.chat_id
    if chat_id is None:
        account = accounts.active_of(session, letter.employee_id or 0)
        if account is None:
            raise NoAccount
        chat_id = account.telegram_id
    files = [PICTURES[letter.template]] if letter.template in PICTURES else []
    screen = Screen(f"{letter.key}#{letter.repeats}", files=files)
    return Outgoing(chat_id, Drawn(screen, []), letter.message_id)


def _spilt() -> bytes:
    raise RuntimeError("no ink")


PICTURES = {
    "picture": File(FileKind.PHOTO, "a.png", drawing=lambda: b"a picture"),
    "spilt": File(FileKind.PHOTO, "a.png", drawing=_spilt),
}


@dataclass
class Post:
    """A courier with its wire, on a database with the usual people."""

    database: Database
    ids: dict[str, int]
    clock: TestClock = field(default_factory=lambda: TestClock(NOW))
    wall: TestClock = field(default_factory=lambda: TestClock(NOW))
    wire: Wire = field(default_factory=Wire)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.courier = self.another()

    def another(self, **options: Any) -> Courier:
        """One more courier, as after a restart or in a second process."""
        limits: dict[str, Any] = {
            "request": self.wire,
            "wall": self.wall,
            "ticks": lambda: self.seconds,
        }
        courier = Courier(self.database, self.clock, TOKEN, API, render, **(limits | options))
        courier.bot.rate_limiter._base_limiter.time_period = 1e-6  # type: ignore[union-attr]
        courier.bot.rate_limiter._base_limiter._rate_per_sec = 1e6  # type: ignore[union-attr]
        return courier

    def owes(self, key: str, kind: Kind = Kind.DECISION, **options: Any) -> None:
        if "to" not in options and "chat_id" not in options:
            options["to"] = self.ids["sari"]
        template = options.pop("template", "letter")
        with self.database.transaction() as session:
            outbox.put(session, key, kind, template, self.clock.now(), **options)

    def letter(self, key: str) -> Letter:
        with self.database.transaction(reading=True) as session:
            return session.exec(select(Letter).where(Letter.key == key)).one()

    def state(self, key: str) -> State:
        return State(self.letter(key).state)

    async def delivers(self) -> None:
        """Batches until nothing is left to be tried now; a second passes after each."""
        for _ in range(500):
            self.seconds += 1.1
            if not await self.courier.drain_once():
                return
        raise AssertionError("never done")

    def later(self, **by: float) -> None:
        self.clock.advance(**by)
        self.wall.advance(**by)
        self.seconds += 3600


def open_post(database: Database) -> Post:
    with database.transaction() as session:
        _, ids = employ(session)
    return Post(database, ids)
