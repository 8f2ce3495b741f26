"""Putting a drawn screen into a chat: edit the living card, or send it anew at the bottom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.actions.buttons import Drawn, Key
from bot.screens import Ask, File, FileKind
from bot.texts import words
from handlers.easel import content_of
from handlers.methods import EditCard, Markup, SendCard

log = structlog.get_logger()
NOTICE_LIMIT = 200
UNCHANGED = "message is not modified"


class Sent(NamedTuple):
    """The messages of a screen: the card, and those that show a secret until the next screen."""

    card: int
    passing: tuple[int, ...] = ()


async def edit(press: CallbackQuery, drawn: Drawn) -> Sent | None:
    """Answer a press and turn its message into the screen; new messages, if any."""
    await answer(press, drawn.notice)
    message = press.message
    if message is None or press.bot is None:
        return None
    below = bool(drawn.files) or drawn.screen.ask is not Ask.NOTHING
    if isinstance(message, Message) and message.text and not below:
        try:
            await press.bot(
                EditCard(
                    chat_id=message.chat.id,
                    message_id=message.message_id,
                    text=drawn.text,
                    reply_markup=markup(drawn),
                )
            )
        except TelegramBadRequest as refusal:
            if UNCHANGED in refusal.message.lower():
                return None
            log.info("card_not_editable", reason=refusal.message)
        else:
            return None
    return await send(press.bot, message.chat.id, drawn)


async def send(bot: Bot, chat_id: int, drawn: Drawn) -> Sent:
    """Send a screen at the bottom of the chat."""
    passing = []
    for file in drawn.files:
        sent = await _send_file(bot, chat_id, file)
        if file.passing and sent is not None:
            passing.append(sent.message_id)
    card = await bot(
        SendCard(
            chat_id=chat_id,
            text=drawn.text,
            reply_markup=_asking(drawn) or markup(drawn),
            protect_content=not drawn.screen.shared,
        )
    )
    return Sent(card.message_id, tuple(passing))


async def answer(press: CallbackQuery, notice: str = "", *, alert: bool = False) -> None:
    """Stop the spinner; an expired press undoes nothing."""
    try:
        await press.answer(notice[:NOTICE_LIMIT] or None, show_alert=alert or None)
    except TelegramBadRequest as refusal:
        log.info("press_not_answered", reason=refusal.message)


async def remove(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take an old card away; one that is gone or too old stays."""
    try:
        await bot.delete_message(chat_id, message_id)
    except (TelegramBadRequest, TelegramForbiddenError) as refusal:
        log.info("card_not_removed", reason=refusal.message)


def markup(drawn: Drawn) -> Markup | None:
    """The buttons below a screen, as the Bot API writes them."""
    if not drawn.rows:
        return None
    return {"inline_keyboard": [[_button(key) for key in row] for row in drawn.rows]}


def _button(key: Key) -> dict[str, Any]:
    button: dict[str, Any] = {"text": key.label}
    if key.url is not None:
        button["url"] = key.url
    elif key.app is not None:
        button["web_app"] = {"url": key.app}
    elif key.data is not None:
        button["callback_data"] = key.data
    if key.style.value:
        button["style"] = key.style.value
    return button


def _asking(drawn: Drawn) -> Markup | None:
    if drawn.screen.ask is not Ask.CONTACT:
        return None
    button = {"text": words.SHARE_NUMBER, "request_contact": True}
    return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}


async def _made(file: File) -> bytes | None:
    """None when it cannot be drawn: the numbers of a picture stand in the chat as well."""
    try:
        return await content_of(file)
    except Exception:
        log.exception("file_not_drawn", name=file.name)
        return None


async def _send_file(bot: Bot, chat_id: int, file: File) -> Message | None:
    made = await _made(file)
    what = BufferedInputFile(made, file.name or "berkas") if made else file.file_id
    if what is None:
        undrawn = words.file_not_shown(file.name)
        return await bot.send_message(chat_id, undrawn) if file.drawing else None
    ways: dict[FileKind, Callable[..., Awaitable[Message]]] = {
        FileKind.PHOTO: bot.send_photo,
        FileKind.DOCUMENT: bot.send_document,
        FileKind.VOICE: bot.send_voice,
        FileKind.VIDEO: bot.send_video,
        FileKind.AUDIO: bot.send_audio,
    }
    try:
        caption = file.caption or None
        protected = not file.keepable
        return await ways[file.kind](chat_id, what, caption=caption, protect_content=protected)
    except TelegramForbiddenError:
        raise
    except TelegramAPIError as refusal:
        log.warning("file_not_sent", kind=file.kind, reason=refusal.message)
        return await bot.send_message(chat_id, words.file_not_shown(file.name))
