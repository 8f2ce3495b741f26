"""Gives every handler what it asks for by name: `do`, bound to the update and its person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.clock import Clock
from bot.measures import REPLAYED
from bot.texts.language import Language, language, speaking
from handlers.binding import for_guest, for_person
from handlers.cards import Cards
from handlers.joining import DOOR
from handlers.practice import Playing
from handlers.table import Table
from handlers.within import NotActive
from storage import accounts
from storage.database import Database

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Bind(BaseMiddleware):
    """Outer middleware of all updates: binds `do` to the person in a private chat.

    Whoever has no active account gets `guest` instead, over a table of its own, in the language
    of their Telegram. Who was active a
    moment ago is taken to be so still, with the language spoken then; the transaction that acts
    reads it afresh and says if not.
    """

    def __init__(
        self, database: Database, table: Table, guests: Table, clock: Clock, cards: Cards
    ) -> None:
        self.database = database
        self.table = table
        self.guests = guests
        self.clock = clock
        self.cards = cards
        self.playing = Playing(table)
        self.active: dict[int, Language] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        user: User | None = data.get("event_from_user")
        now = self.clock.now()
        data |= {"database": self.database, "now": now}
        if user is None or user.is_bot or not _is_private(event):
            return await handler(event, data)
        # Put into `data` itself: whoever speaks of errors stands outside and looks there.
        if user.id in self.active or await self._is_active(user.id):
            do = data["do"] = for_person(
                self.database, self.table, self.cards, event.update_id, user.id, now,
                self.playing,
            )  # fmt: skip
            try:
                with speaking(self.active[user.id]):
                    answer = await handler(event, data)
                    self.active[user.id] = language()
                return REPLAYED if do.replayed else answer
            except NotActive:
                self.active.pop(user.id, None)
                del data["do"]
        reader = _phone_speaks(user)
        data["guest"] = self._guest(event.update_id, user.id, now, reader)
        with speaking(reader):
            return await handler(event, data)

    async def _is_active(self, telegram_id: int) -> bool:
        active = await self.database.run(
            lambda session: accounts.is_active(session, telegram_id), reading=True
        )
        if active:
            self.active[telegram_id] = Language.INDONESIAN
        return active

    def _guest(self, update_id: int, telegram_id: int, now: datetime, reader: Language) -> object:
        return for_guest(
            self.database, self.guests, self.cards, update_id, telegram_id, now, DOOR, reader
        )


def _phone_speaks(user: User) -> Language:
    """What somebody without an account reads: nobody has chosen, so as their Telegram does."""
    english = (user.language_code or "").lower().startswith(Language.ENGLISH)
    return Language.ENGLISH if english else Language.INDONESIAN


def _is_private(update: Update) -> bool:
    message = update.message or update.edited_message
    if message is not None:
        return message.chat.type == "private" and message.from_user is not None
    if update.callback_query is not None:
        pressed = update.callback_query.message
        return pressed is None or pressed.chat.type == "private"
    return False
