"""Lanes: what belongs to one person runs in order, different people side by side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.rules.factors import BLOT, blotted

DEEPEST = 40  # Telegram nests a dozen levels
SHARED = ("group", "supergroup", "channel")
NAMES = frozenset({"first_name", "last_name", "username"})
Raw = dict[str, Any]
"""An update as Telegram tells it."""


@dataclass(slots=True)
class Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Lanes:
    """A lock per key, first come first served, forgotten when nobody is in it."""

    def __init__(self) -> None:
        self._lanes: dict[int, Lane] = {}

    def __len__(self) -> int:
        return len(self._lanes)

    @property
    def behind(self) -> int:
        """How many wait behind another one in their lane."""
        return sum(lane.waiting - 1 for lane in self._lanes.values())

    @asynccontextmanager
    async def of(self, key: int) -> AsyncIterator[None]:
        """Wait for one's turn in the lane, and leave it at the end."""
        lane = self._lanes.setdefault(key, Lane())
        lane.waiting += 1
        try:
            async with lane.lock:
                yield
        finally:
            lane.waiting -= 1
            if not lane.waiting:
                del self._lanes[key]


def lane_of(raw: Raw) -> int:
    """The number of the person an update comes from, or of the group or channel it comes from,
    in which one puts the bot and another takes it out; 0 when it comes from nobody.
    """
    for event in raw.values():
        if isinstance(event, dict):
            chat = event.get("chat")
            shared = isinstance(chat, dict) and chat.get("type") in SHARED
            who = chat if shared else event.get("from")
            if isinstance(who, dict):
                number = who.get("id")
                return number if isinstance(number, int) else 0
    return 0


def without_secrets(told: Any, depth: int = DEEPEST) -> Any:
    """An update, or a part of one, without security codes that were typed or shown.

    Nor does it say how Telegram calls anybody: a number tells whose it is.
    """
    if isinstance(told, str) or not depth:
        return blotted(str(told)) if depth else BLOT
    if isinstance(told, dict):
        kept = {name: part for name, part in told.items() if name not in NAMES}
        return {name: without_secrets(part, depth - 1) for name, part in kept.items()}
    if isinstance(told, list):
        return [without_secrets(part, depth - 1) for part in told]
    return told


def chat_of(raw: Raw) -> int:
    """The private chat an update came from; 0 when there is none."""
    for event in raw.values():
        if isinstance(event, dict):
            message = event.get("message") if "data" in event else event
            chat = message.get("chat") if isinstance(message, dict) else None
            if isinstance(chat, dict) and chat.get("type") == "private":
                number = chat.get("id")
                return number if isinstance(number, int) else 0
    return 0
