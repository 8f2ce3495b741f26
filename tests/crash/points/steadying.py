"""What would let two runs of one story differ, or keep whoever watches them waiting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from importlib import import_module
from itertools import count
from types import SimpleNamespace
from typing import Any

LOTS = SimpleNamespace(token_hex=lambda size: "5a" * size)
"""In the place of `secrets`, where lots are drawn."""


def steady() -> None:
    """In the bot that this process will be: short pauses, the same lots, one round at birth."""
    _hurry()
    _same_lots()
    _once_at_birth()


def _hurry() -> None:
    """The pauses of the courier are made short: its heir is not to wait for it."""
    from bot.courier import delivering, desk, loop
    from handlers import cards

    cards.Cards.__init__.__defaults__ = (0.03,)
    desk.LASTS = timedelta(seconds=0.3)
    delivering.RENEWED_AFTER = 0.1
    delivering.CHAT_PAUSE = delivering.FIRST_REST = 0.1
    loop.POLL = 0.1


def _same_lots() -> None:
    """Every run of a story asks the same people about the same people."""
    drawing: Any = import_module("bot.actions.peers.drawing")
    drawing.secrets = LOTS


def _once_at_birth() -> None:
    """The clock that was just read is no news: one round of ticks at birth is enough."""
    run: Any = import_module("bot.commands.run")
    plain = run.follow

    async def follow(clock: Any, url: str, moved: Callable[[], Awaitable[None]]) -> None:
        times = count()

        async def moved_on() -> None:
            if next(times):
                await moved()

        await plain(clock, url, moved_on)

    run.follow = follow
