"""The two calls that every screen makes, with only what screens have and need.

aiogram's own check each button on the way out, and read the whole message that comes back.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod

Markup = dict[str, Any]


class Shown(NamedTuple):
    """All that is read of the message a screen became."""

    message_id: int


class Ready(TelegramMethod[Shown]):
    """A call with values that are what JSON knows."""

    __returning__ = Shown

    chat_id: int
    text: str
    reply_markup: Markup | None = None
    parse_mode: Any = Default("parse_mode")
    link_preview_options: Any = Default("link_preview")


class SendCard(Ready):
    """A screen as a new message."""

    __api_method__ = "sendMessage"

    protect_content: bool = False


class EditCard(Ready):
    """A screen in the place of another."""

    __api_method__ = "editMessageText"

    message_id: int
