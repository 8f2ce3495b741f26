"""How answers are put to the Bot API: as JSON, which costs half of what a form does."""

from __future__ import annotations

from typing import Any, NamedTuple

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiohttp import BytesPayload, FormData, JsonPayload, Payload
from pydantic_core import from_json, to_json

from handlers.methods import Ready, Shown


class Told(NamedTuple):
    """A good answer, of which nobody reads more than this."""

    result: Any


class Calls(AiohttpSession):
    """aiogram's session; what carries files, or more than JSON knows, goes as a form as ever."""

    def __init__(self, api: TelegramAPIServer) -> None:
        super().__init__(api=api)
        self._defaults: dict[str, Any] = {}

    def build_form_data(  # type: ignore[override]
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> FormData | Payload:
        if isinstance(method, Ready):
            body = to_json(self._values(bot, vars(method)))
            return BytesPayload(body, content_type="application/json")
        told = method.model_dump(warnings=False, exclude_none=True)
        try:
            return JsonPayload(self._values(bot, told))
        except TypeError:
            return super().build_form_data(bot, method)

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        told = _told(method, content) if status_code == 200 else None
        return told or super().check_response(bot, method, status_code, content)  # type: ignore[return-value]

    def _values(self, bot: Bot, given: dict[str, Any]) -> dict[str, Any]:
        ready = {
            name: self._default(bot, value) if isinstance(value, Default) else value
            for name, value in given.items()
        }
        return {name: value for name, value in ready.items() if value is not None}

    def _default(self, bot: Bot, wanted: Default) -> Any:
        """What the one bot of this session says unless told otherwise, made ready once."""
        if wanted.name not in self._defaults:
            ready = self.prepare_value(wanted, bot=bot, files={}, _dumps_json=False)
            self._defaults[wanted.name] = ready
        return self._defaults[wanted.name]


def _told(method: TelegramMethod[Any], content: str) -> Told | None:
    """For the calls of every tap; None when it is for aiogram to read, or to find fault with."""
    try:
        answer = from_json(content)
    except ValueError:
        return None
    match answer:
        case {"ok": True, "result": bool(done)} if method.__returning__ is bool:
            return Told(done)
        case {"ok": True, "result": {"message_id": int(number)}} if isinstance(method, Ready):
            return Told(Shown(number))
    return None
