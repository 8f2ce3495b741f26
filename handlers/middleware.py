"""Gives every handler what it asks for by name: `do`, bound to the update and its person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.clock import Clock
from handlers.do import Do, GuestDo, who
from handlers.joining import DOOR
from handlers.table import Table
from storage.database import Database

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Bind(BaseMiddleware):
    """Outer middleware of all updates: reads who acts, in a private chat, and binds `do`.

    Whoever has no active account gets `guest` instead, over a table of its own.
    """

    def __init__(self, database: Database, table: Table, guests: Table, clock: Clock) -> None:
        self.database = database
        self.table = table
        self.guests = guests
        self.clock = clock

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        user: User | None = data.get("event_from_user")
        data |= {"database": self.database, "table": self.table, "now": self.clock.now()}
        if user is not None and not user.is_bot and _is_private(event):
            me = await who(self.database, user.id, data["now"])
            data |= self._bound(event.update_id, me)
        return await handler(event, data)

    def _bound(self, update_id: int, me: Me | Guest) -> dict[str, Do | GuestDo]:
        if isinstance(me, Guest):
            return {"guest": GuestDo(self.database, self.guests, update_id, me, DOOR)}
        return {"do": Do(self.database, self.table, update_id, me)}


def _is_private(update: Update) -> bool:
    message = update.message or update.edited_message
    if message is not None:
        return message.chat.type == "private" and message.from_user is not None
    if update.callback_query is not None:
        pressed = update.callback_query.message
        return pressed is None or pressed.chat.type == "private"
    return False
