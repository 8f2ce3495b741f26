"""An update as aiogram's objects, for whoever handles it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.types import Message, Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.lanes import Raw
from bot.sound import Unsound, slim, sound

KNOWN = tuple(name for name in Update.model_fields if name != "update_id")
BEFORE = 2**32  # seconds; what is no moment of ours is left to aiogram
CARD = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}


class Unreadable(Exception):
    """It is no update, whoever would handle it; a form refused by a handler is another fault."""


class Reader:
    """Reads for one bot. Of the card that a press was made on, most is the same for all.

    aiogram looks at 200 fields to find that of such a card four are given.
    """

    def __init__(self, bot: Bot) -> None:
        self._context = {"bot": bot}
        self._card = Message.model_validate(CARD, context=self._context)

    def read(self, raw: Raw) -> Update:
        """Raises Unreadable, or UpdateTypeLookupError for a kind unknown here."""
        try:
            update = Update.model_validate(self._ready(sound(slim(raw))), context=self._context)
        except (ValidationError, Unsound):
            raise Unreadable from None
        if all(getattr(update, kind) is None for kind in KNOWN):  # newer than aiogram
            raise UpdateTypeLookupError
        return update

    def _ready(self, raw: Raw) -> Raw:
        """With the card of a press in a private chat as a message that need not be looked at."""
        match raw:
            case {"callback_query": {"message": {"chat": {"type": "private"}} as told} as press}:
                card = self._card_of(told)
                if card is not None:
                    return {**raw, "callback_query": {**press, "message": card}}
        return raw

    def _card_of(self, told: dict[str, Any]) -> Message | None:
        match told:
            case {"message_id": int(number), "date": int(at), "chat": {"id": int(chat)}, **other}:
                text = other.pop("text", None)
                if other or not 0 < at < BEFORE or not isinstance(text, str | None):
                    return None
                known = {
                    "message_id": number,
                    "date": datetime.fromtimestamp(at, UTC),
                    "chat": self._card.chat.model_copy(update={"id": chat}),
                    "text": text,
                }
                return self._card.model_copy(update=known)
        return None
