"""The one bot that speaks first: ExtBot with its rate limiter."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import structlog
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.actions.buttons import Drawn
from bot.actions.letters import Outgoing
from bot.courier.outcomes import Outcome, Verdict, outcome_of
from bot.screens import FileKind

log = structlog.get_logger()

PERIOD = 0.05
CONNECT, WRITE, READ, POOL = 5.0, 10.0, 10.0, 5.0
CONNECTIONS = 6
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# httpx logs whole addresses at INFO, and the address holds the token.
for name in ("httpx", "httpcore"):
    logging.getLogger(name).setLevel(logging.WARNING)


def transport() -> HTTPXRequest:
    """python-telegram-bot's own transport."""
    return HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        connect_timeout=CONNECT,
        write_timeout=WRITE,
        read_timeout=READ,
        pool_timeout=POOL,
    )


def open_bot(token: str, api: str, request: BaseRequest) -> ExtBot[int]:
    """Twenty calls a second at most, evenly; a 429 is never tried again in here."""
    address = api.rstrip("/")
    limiter = AIORateLimiter(overall_max_rate=1, overall_time_period=PERIOD, max_retries=0)
    return ExtBot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=limiter,
    )


async def drawn(letter: Outgoing) -> Outgoing:
    """The letter with what was still to be drawn, beside the event loop. Raises what that does."""
    files = [
        replace(file, content=await asyncio.to_thread(file.drawing)) if file.drawing else file
        for file in letter.drawn.files
    ]
    screen = replace(letter.drawn.screen, files=files)
    return replace(letter, drawn=replace(letter.drawn, screen=screen))


async def speak(bot: ExtBot[int], letter: Outgoing) -> Outcome:
    """Send a rendered letter as exactly one message; every answer becomes an outcome."""
    try:
        message_id = await _send(bot, letter)
    except TelegramError as error:
        return outcome_of(error)
    except (TypeError, ValueError) as fault:
        log.exception("letter_unsendable")
        return Outcome(Verdict.REFUSED, f"unsendable: {type(fault).__name__}")
    return Outcome(Verdict.SENT, message_id=message_id)


async def _send(bot: ExtBot[int], letter: Outgoing) -> int | None:
    drawn = letter.drawn
    if letter.edits is not None and drawn.files:
        await bot.edit_message_caption(
            letter.chat_id,
            letter.edits,
            caption=drawn.text,
            parse_mode="HTML",
            reply_markup=markup(drawn),
        )
        return letter.edits
    if letter.edits is not None:
        await bot.edit_message_text(
            drawn.text,
            chat_id=letter.chat_id,
            message_id=letter.edits,
            parse_mode="HTML",
            reply_markup=markup(drawn),
            link_preview_options=NO_PREVIEW,
        )
        return letter.edits
    if drawn.files:
        return (await _send_file(bot, letter)).message_id
    sent = await bot.send_message(
        letter.chat_id,
        drawn.text,
        parse_mode="HTML",
        reply_markup=markup(drawn),
        link_preview_options=NO_PREVIEW,
        protect_content=True,
    )
    return sent.message_id


async def _send_file(bot: ExtBot[int], letter: Outgoing) -> Message:
    """A letter is one message: its one file carries the text as a caption."""
    (file,) = letter.drawn.files
    what = file.content if file.content is not None else file.file_id
    if what is None:
        raise ValueError("a file without content")
    rest = {
        "caption": letter.drawn.text,
        "parse_mode": "HTML",
        "reply_markup": markup(letter.drawn),
        "protect_content": not file.keepable,
        "filename": file.name or None,
    }
    match file.kind:
        case FileKind.PHOTO:
            return await bot.send_photo(letter.chat_id, what, **rest)  # type: ignore[arg-type]
        case FileKind.DOCUMENT:
            return await bot.send_document(letter.chat_id, what, **rest)  # type: ignore[arg-type]
        case FileKind.VOICE:
            return await bot.send_voice(letter.chat_id, what, **rest)  # type: ignore[arg-type]
        case FileKind.VIDEO:
            return await bot.send_video(letter.chat_id, what, **rest)  # type: ignore[arg-type]
        case FileKind.AUDIO:
            return await bot.send_audio(letter.chat_id, what, **rest)  # type: ignore[arg-type]


def markup(drawn: Drawn) -> InlineKeyboardMarkup | None:
    if not drawn.rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    key.label,
                    callback_data=key.data,
                    url=key.url,
                    style=key.style.value or None,
                )
                for key in row
            ]
            for row in drawn.rows
        ]
    )
