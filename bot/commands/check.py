"""`teladan check`: settings, token, database and rights, before anything starts."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.opening import open_database, open_settings
from bot.commands.saying import refuse, say
from bot.commands.signing import open_key, tell_key
from bot.settings import Settings
from bot.texts.operator import running


def check() -> None:
    """Say that everything is in order, or end with one sentence and exit code 2."""
    settings = open_settings()
    with open_database(settings):
        pass
    _writable(settings.evidence_dir)
    say(tell_key(open_key(settings), datetime.now(UTC)))
    say(running.all_well(asyncio.run(_ask_telegram(settings))))


def _writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        refuse(running.folder_not_writable(str(folder)))


async def _ask_telegram(settings: Settings) -> str:
    from bot.commands.greeting import greet
    from bot.commands.run import open_bot

    async with open_bot(settings) as bot:
        return await greet(bot, settings)
