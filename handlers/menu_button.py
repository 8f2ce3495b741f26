"""The menu button of a chat: it opens the dashboard, where Telegram takes it."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import MenuButtonWebApp, WebAppInfo

from bot.texts import dashboard

AGAIN, MOST = timedelta(days=1), 10_000
REFUSALS = (TelegramForbiddenError, TelegramBadRequest)
log = structlog.get_logger()


class Refusals:
    """Chats whose button Telegram refused: asked anew after a day, or for another address.

    Losing it asks once more, no more; of the oldest of too many it is forgotten.
    """

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._until: OrderedDict[int, tuple[str, datetime]] = OrderedDict()

    def has(self, chat: int, address: str, now: datetime) -> bool:
        said, until = self._until.get(chat, ("", now))
        return said == address and now < until

    def note(self, chat: int, address: str, now: datetime) -> None:
        self._until[chat] = (address, now + AGAIN)
        self._until.move_to_end(chat)
        while len(self._until) > self.most:
            self._until.popitem(last=False)


async def open_by_menu(
    bot: Bot, chat: int, address: str, refusals: Refusals, now: datetime
) -> bool:
    """Let the menu button of this chat open the dashboard; whether it does.

    The courier puts it back. The screen is shown already, so that a refusal stops nothing.
    """
    if refusals.has(chat, address, now):
        return False
    button = MenuButtonWebApp(text=str(dashboard.TITLE), web_app=WebAppInfo(url=address))
    try:
        await bot.set_chat_menu_button(chat_id=chat, menu_button=button)
    except TelegramAPIError as refusal:
        if isinstance(refusal, REFUSALS):
            refusals.note(chat, address, now)
        log.warning("menu_button_not_set", kind=type(refusal).__name__, reason=refusal.message)
        return False
    return True
