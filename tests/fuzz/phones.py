"""Telegram's side: hands out raw batches, and refuses what Telegram would refuse."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import File, User

from sandbox.errors import Refusal
from sandbox.text.formatted import caption, message_text
from tests.fuzz.acting import PRESS

LONGEST_ANSWER, LONGEST_DATA = 200, 64
MOST_MESSAGES = 4  # that one phone still shows
ME = User(id=42, is_bot=True, first_name="Teladan", username="teladan_bot")


@dataclass(frozen=True, slots=True)
class Sent:
    """All that the bot asks of a message it has sent."""

    message_id: int


class Malformed(AssertionError):
    """The bot said something that Telegram would refuse."""


class Phones(BaseSession):
    """What every chat shows, newest last; `faults` are calls that Telegram would refuse."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self.dice = dice
        self.numbers = 10_000
        self.shown: dict[int, dict[int, list[str]]] = defaultdict(dict)
        self.said: dict[int, int] = defaultdict(int)
        self.faults: list[str] = []
        self.calls = 0
        self.batches: asyncio.Queue[str] = asyncio.Queue()
        self.asked = asyncio.Event()

    async def close(self) -> None:
        pass

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b"%PDF-1.7 and nothing of one"

    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        self.calls += 1
        if method.__api_method__ == "getUpdates":
            self.asked.set()
            content = await self.batches.get()
            return self.check_response(bot, method, 200, content).result
        try:
            return self._answer(method)
        except Refusal as refusal:
            self.faults.append(f"{method.__api_method__}: {refusal}")
            raise Malformed(str(refusal)) from refusal

    def _answer(self, method: Any) -> Any:
        name = method.__api_method__
        if name == "getMe":
            return ME
        if name == "getFile":
            return File(file_id=method.file_id, file_unique_id="x", file_path="documents/1")
        if name in {"sendMessage", "editMessageText"}:
            message_text({"text": _sound(method.text), "parse_mode": "HTML"})
        elif getattr(method, "caption", None):
            caption({"caption": _sound(method.caption), "parse_mode": "HTML"})
        if name == "answerCallbackQuery" and len(_sound(method.text or "")) > LONGEST_ANSWER:
            raise Refusal(400, "MESSAGE_TOO_LONG")
        if name == "editMessageText" and method.message_id not in self.shown[method.chat_id]:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        if name == "deleteMessage":
            self.shown[method.chat_id].pop(method.message_id, None)
        if name.startswith("send") or name == "editMessageText":
            return self._show(method, name)
        return True

    def _show(self, method: Any, name: str) -> Sent:
        chat = int(method.chat_id)
        self.numbers += 1
        number = method.message_id if name == "editMessageText" else self.numbers
        phone = self.shown[chat]
        phone[number] = _buttons(getattr(method, "reply_markup", None))
        while len(phone) > MOST_MESSAGES:
            del phone[next(iter(phone))]
        self.said[chat] += 1
        return Sent(number)

    def fill_in(self, update: dict[str, Any]) -> None:
        """Put what the presser's phone shows in the place of `press:NUMBER`."""
        query = update.get("callback_query")
        data = query.get("data") if isinstance(query, dict) else None
        if not isinstance(query, dict) or not isinstance(data, str) or not data.startswith(PRESS):
            return
        who = query["from"].get("id") if isinstance(query.get("from"), dict) else None
        phone = self.shown.get(who) if isinstance(who, int) else None
        keys = [(at, one) for at, row in (phone or {}).items() for one in row]
        at, _, flip = data.removeprefix(PRESS).partition(":")
        if not keys or not at.isdecimal():
            return
        number, query["data"] = keys[int(at) % len(keys)]
        if flip.isdecimal():
            query["data"] = _flipped(query["data"], int(flip))
        if isinstance(query.get("message"), dict):
            query["message"]["message_id"] = number


def _flipped(data: str, by: int) -> str:
    at = by % len(data)
    return data[:at] + chr(ord(data[at]) ^ 1 << by % 7) + data[at + 1 :]


def _sound(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refusal(400, "Bad Request: strings must be encoded in UTF-8") from None
    return text


def _buttons(markup: dict[str, Any] | None) -> list[str]:
    found = []
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if not _sound(button["text"]).strip():
                raise Refusal(400, "Bad Request: inline keyboard button text is empty")
            data = button.get("callback_data")
            if data is not None:
                if not 1 <= len(_sound(data).encode()) <= LONGEST_DATA:
                    raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
                found.append(data)
    return found
