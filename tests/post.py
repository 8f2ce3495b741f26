"""The courier of the tests: letters owed come to the phones of the office."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.actions import reminders
from bot.actions.letters import Render
from bot.clockwork import Clockwork
from bot.courier import Courier
from bot.ticks import Tick
from handlers.conversations import whole_table
from handlers.letters import renderer
from tests.cast import Cast
from tests.kit import TOKEN, Bubble, Telegram


class Phones(BaseRequest):
    """Puts what the courier sends among the bubbles that people see and tap."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert request_data is not None
        values: dict[str, Any] = request_data.parameters
        keyboard = [
            [(key["text"], key.get("callback_data") or key.get("url") or "") for key in row]
            for row in values.get("reply_markup", {}).get("inline_keyboard", [])
        ]
        number = values.get("message_id") or next(self.telegram.ids)
        chat = int(values["chat_id"])
        text = values.get("text") or values.get("caption") or ""
        self.telegram.bubbles[number] = Bubble(number, chat, text, keyboard)
        sent = {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}}
        return 200, json.dumps({"ok": True, "result": sent}).encode()


async def deliver(cast: Cast, render: Render | None = None) -> None:
    """Everything that is owed and due at this moment arrives."""
    seconds = iter(range(0, 10**6, 100))
    courier = Courier(
        cast.database,
        cast.kepala.office.clock,
        TOKEN,
        "http://telegram.test",
        render or renderer(whole_table()),
        request=Phones(cast.kepala.office.telegram),
        ticks=lambda: float(next(seconds)),
    )
    while await courier.drain_once():
        pass
    await courier.close()


async def tick(cast: Cast) -> None:
    """Reminders are planned, and whatever letters that leads to arrive."""
    ticks = [Tick("reminders.plan", reminders.plan)]
    await Clockwork(cast.database, cast.kepala.office.clock, ticks=ticks).tick_now()
    await deliver(cast)
