"""`teladan watch`: looks from outside whether the bot runs, for a timer; it rings by itself."""

from __future__ import annotations

import asyncio
import json
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.exc import SQLAlchemyError

from bot.commands.opening import open_settings
from bot.commands.saying import say
from bot.rules.watching import AWAY, Alarm, tell_again
from bot.settings import Settings
from bot.texts import alarms as texts
from bot.watch import Board
from bot.watch.board import Say
from storage import heartbeats
from storage.database import Database
from storage.heartbeats import Heartbeat
from storage.vault import Vault


def watch() -> None:
    """Say how it stands. Exit code 0 when all is quiet, 1 when something is wrong."""
    settings = open_settings()
    said, well = asyncio.run(_look(settings, datetime.now(UTC)))
    for sentence in said:
        say(sentence)
    raise SystemExit(0 if well else 1)


async def _look(settings: Settings, now: datetime) -> tuple[list[str], bool]:
    """What there is to say, and whether all is well."""
    heard: list[str] = []
    tell = partial(_tell, settings, heard)
    database = Database(settings.database_url, Vault(settings.secret_key.get_secret_value()))
    try:
        heart = await database.run(heartbeats.last, reading=True)
        if heart is None:
            return [texts.never_started()], True
        well = await _judge(Board(database, ZoneInfo(settings.timezone), tell), heart, now)
    except SQLAlchemyError as fault:
        await _without_database(settings, now, tell, type(fault).__name__)
        return heard or [texts.plainly(texts.no_database(type(fault).__name__))], False
    finally:
        database.close()
    _memory(settings).unlink(missing_ok=True)
    return heard or [texts.all_quiet() if well else texts.still_ringing()], well


async def _judge(board: Board, heart: Heartbeat, now: datetime) -> bool:
    """Ring where the bot itself cannot; what is over the bot ends when it is back."""
    if now - heart.alive_at > AWAY:
        since = heart.heard_at or heart.alive_at
        await board.ring(Alarm.STOPPED, "", since, now, texts.stopped)
        return False
    if heart.heard_at is not None and now - heart.heard_at > AWAY:
        await board.ring(Alarm.TELEGRAM, "", heart.heard_at, now)
        return False
    return True


async def _without_database(settings: Settings, now: datetime, tell: Say, fault: str) -> None:
    """The bell's own memory is away as well, so a small file remembers when it was told."""
    file = _memory(settings)
    since: datetime = now
    told: datetime | None = None
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        since, told = (datetime.fromisoformat(kept[name]) for name in ("since", "told"))
    except (OSError, ValueError, KeyError):
        since, told = now, None  # told for the first time
    if tell_again(since, told, now) and await tell(texts.no_database(fault)):
        file.write_text(
            json.dumps({"since": since.isoformat(), "told": now.isoformat()}), encoding="utf-8"
        )


def _memory(settings: Settings) -> Path:
    number = settings.bot_token.get_secret_value().partition(":")[0]
    return Path(tempfile.gettempdir()) / f"teladan-watch-{number}.json"


async def _tell(settings: Settings, heard: list[str], text: str) -> bool:
    """To the alarm chat, and on the command line. The bot's library is loaded only now."""
    from bot.commands.run import open_bot
    from bot.commands.watching import speaker

    heard.append(texts.plainly(text))
    async with open_bot(settings) as bot:
        told = await speaker(bot, settings.alarm_chat)(text)
    if not told:
        heard.append(texts.not_told())
    return told
