"""Whether Telegram is there: asked at the start, and again until it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError

from bot.commands.saying import refuse, say
from bot.settings import Settings
from bot.texts.operator import running

FEW = 3
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
log = structlog.get_logger()


def pauses() -> Iterator[float]:
    """Seconds, each twice the one before, up to half a minute."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(LONGEST_PAUSE, pause * 2)


async def greet(bot: Bot, settings: Settings) -> str:
    """The bot's username. Raises SystemExit(2) when Telegram refuses the token or stays away."""
    for number, pause in enumerate(pauses()):
        try:
            return await _name(bot)
        except (AiogramError, OSError):
            if number == FEW:
                refuse(running.telegram_unreachable(settings.telegram_api))
            await asyncio.sleep(pause)
    raise AssertionError("pauses never end")


async def wait_for_telegram(
    bot: Bot, settings: Settings, tell: Callable[[str], None] = say
) -> str:
    """The bot's username, however long Telegram is away: that is told once, and logged each time.

    Raises SystemExit(2) when Telegram refuses the token.
    """
    for number, pause in enumerate(pauses()):
        try:
            return await _name(bot)
        except (AiogramError, OSError) as fault:
            if number == FEW:
                tell(running.telegram_awaited(settings.telegram_api))
            log.warning("telegram_awaited", kind=type(fault).__name__, again_in=pause)
            await asyncio.sleep(pause)
    raise AssertionError("pauses never end")


async def _name(bot: Bot) -> str:
    try:
        me = await bot.get_me()
    except TelegramUnauthorizedError:
        refuse(running.token_refused())
    return me.username or ""
