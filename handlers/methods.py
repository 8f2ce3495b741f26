"""The two calls that every screen makes, with only what screens have and need.

aiogram's own check each button on the way out, and read the whole message that comes back.
"""

from __future__ import annotations

from typing import Any

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import MessageId

Markup = dict[str, Any]


class SendCard(TelegramMethod[MessageId]):
    """A screen as a new message."""

    __returning__ = MessageId
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    reply_markup: Markup | None = None
    protect_content: bool = False
    parse_mode: Any = Default("parse_mode")
    link_preview_options: Any = Default("link_preview")


class EditCard(TelegramMethod[MessageId]):
    """A screen in the place of another."""

    __returning__ = MessageId
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    reply_markup: Markup | None = None
    parse_mode: Any = Default("parse_mode")
    link_preview_options: Any = Default("link_preview")
