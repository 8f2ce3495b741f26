"""Where the watch looks, and how it speaks to the operator's chat."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from sqlalchemy import make_url

from bot.hold import Hold
from bot.receiver import Receiver
from bot.settings import Settings
from bot.watch import Hook, Sources
from bot.watch.board import Say
from bot.web.site import PATH

log = structlog.get_logger()
SECONDS = 10
RECENT = timedelta(minutes=3)


def speaker(bot: Bot, chat: int | None) -> Say:
    """Tells the operator's chat. Without one, or with one that refuses us, the logs must do."""

    async def say(text: str) -> bool:
        if chat is None:
            return True
        try:
            await bot.send_message(chat, text, request_timeout=SECONDS)
        except (TelegramForbiddenError, TelegramBadRequest) as refusal:
            log.error("alarm_chat_refuses", reason=refusal.message)
        except (AiogramError, OSError):
            return False
        return True

    return say


def look_at(settings: Settings, bot: Bot, receiver: Receiver, hold: Hold) -> Sources:
    """Polling is judged by its answers, a webhook by what Telegram says of it."""

    def age() -> float | None:
        if receiver.fetched is None:
            return None
        return asyncio.get_running_loop().time() - receiver.fetched

    async def hook() -> Hook:
        return await ask_hook(bot, f"{settings.webhook_url}{PATH}")

    file = make_url(settings.database_url).database or ""
    folders = [settings.evidence_dir]
    if settings.database_url.startswith("sqlite") and file:
        folders.append(Path(file).parent)
    return Sources(
        age=age,
        hook=hook if settings.webhook_url else None,
        expects=lambda: hold.held,
        folders=folders,
    )


async def ask_hook(bot: Bot, address: str) -> Hook:
    """What is wrong with our webhook, as Telegram sees it. Raises AiogramError, OSError."""
    told = await bot.get_webhook_info(request_timeout=SECONDS)
    if told.url != address:
        return Hook(told.pending_update_count, "another webhook, or none, is set")
    failed = told.last_error_date
    recent = failed is not None and datetime.now(UTC) - failed < RECENT
    fault = (told.last_error_message or "error") if recent else ""
    return Hook(told.pending_update_count, fault if told.pending_update_count else "")
