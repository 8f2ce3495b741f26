"""One bot, two client libraries: the same scenarios run through both."""

from typing import Any, Protocol

import aiogram
import aiogram.methods
import telegram
import telegram.error
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
from pydantic import BaseModel


class No(Exception):
    """The Bot API refused, in its own words without the prefix."""


class Voice(Protocol):
    """A bot that calls any method and answers the result as plain data."""

    def __init__(self, url: str, token: str) -> None:
        """A bot that speaks to this address."""

    async def open(self) -> None:
        """Makes itself known."""

    async def call(self, method: str, **params: Any) -> Any:
        """The result, or No."""

    async def close(self) -> None:
        """Lets go of the connection."""


def _plain(result: Any) -> Any:
    if isinstance(result, list):
        return [_plain(one) for one in result]
    if isinstance(result, BaseModel):
        return result.model_dump(by_alias=True, exclude_none=True)
    return result


class Aiogram:
    """aiogram: form-urlencoded or multipart with attach://, its own models for the answers."""

    def __init__(self, url: str, token: str) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        self.bot = aiogram.Bot(token, session=session)

    async def open(self) -> None:
        await self.bot.get_me()

    async def call(self, method: str, **params: Any) -> Any:
        model = getattr(aiogram.methods, method[0].upper() + method[1:])
        try:
            return _plain(await self.bot(model(**params)))
        except TelegramAPIError as no:
            raise No(_words(no.message)) from None

    async def close(self) -> None:
        await self.bot.session.close()


class Ptb:
    """python-telegram-bot."""

    def __init__(self, url: str, token: str) -> None:
        self.bot = telegram.Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")

    async def open(self) -> None:
        await self.bot.initialize()

    async def call(self, method: str, **params: Any) -> Any:
        try:
            return await self.bot.do_api_request(method, api_kwargs=params)
        except telegram.error.TelegramError as no:
            raise No(_words(no.message)) from None

    async def close(self) -> None:
        await self.bot.shutdown()


def _words(message: str) -> str:
    for prefix in ("Telegram server says - ", "Flood control exceeded on method "):
        message = message.removeprefix(prefix)
    for prefix in ("Bad Request: ", "Forbidden: ", "Conflict: ", "Not Found: "):
        message = message.removeprefix(prefix)
    return message[:1].lower() + message[1:]
