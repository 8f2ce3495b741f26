"""From a chapter that went wrong to the few updates that suffice, kept for ever as a file."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.lanes import lane_of
from tests.fuzz.acting import Json
from tests.fuzz.chapters import Chapter, replay
from tests.fuzz.mutating import spots
from tests.fuzz.running import Fuzz

CORPUS = Path(__file__).parent / "corpus"
MOST_TRIES = 400


async def keep(fuzz: Fuzz, told: Chapter, folder: Path = CORPUS, tries: int = MOST_TRIES) -> Path:
    """Write the shortest sequence found that still goes wrong; the file it was written to."""
    updates = await shrunk(fuzz, _suspects(told), tries)
    text = json.dumps({"why": told.wrong[0][-300:], "updates": updates}, indent=1)
    name = hashlib.sha256(text.encode()).hexdigest()[:10]
    file = folder / f"found-{name}.json"
    file.write_text(text + "\n", encoding="ascii")
    return file


async def shrunk(fuzz: Fuzz, updates: Sequence[Json], tries: int) -> list[Json]:
    """Fewer updates, then fewer fields; unchanged when it does not go wrong again."""
    left = [copy.deepcopy(one) for one in updates]
    if not await replay(fuzz, left):
        return left
    for smaller in (_fewer, _slimmer):
        again = True
        while again and tries > 0:
            again = False
            for candidate in smaller(left):
                tries -= 1
                if tries <= 0:
                    break
                if await replay(fuzz, candidate):
                    left, again = candidate, True
                    break
    return left


def _suspects(told: Chapter) -> list[Json]:
    """The update that is named first, alone or after all that its sender had sent; else all."""
    named = re.search(r"update_id=(\d+)", " ".join(told.wrong))
    if named is None:
        return told.sent
    sent = told.sent
    at = next((at for at, one in enumerate(sent) if one["update_id"] == int(named[1])), None)
    if at is None:
        return sent
    who = lane_of(sent[at])
    return [one for one in sent[: at + 1] if lane_of(one) == who]


def _fewer(updates: Sequence[Json]) -> Iterator[list[Json]]:
    """Halves first, then all but one."""
    size = len(updates) // 2
    while size:
        for at in range(0, len(updates), size):
            yield [*updates[:at], *updates[at + size :]]
        size //= 2


def _slimmer(updates: Sequence[Json]) -> Iterator[list[Json]]:
    """One field less, or one long text cut in half."""
    for at, update in enumerate(updates):
        for number in range(len(spots(update))):
            for change in (_without, _halved):
                copied = copy.deepcopy(update)
                holder, key = spots(copied)[number]
                if change(holder, key):
                    yield [*updates[:at], copied, *updates[at + 1 :]]


def _without(holder: Any, key: Any) -> bool:
    del holder[key]
    return True


def _halved(holder: Any, key: Any) -> bool:
    text = holder[key]
    if not isinstance(text, str) or len(text) < 2:
        return False
    holder[key] = text[: len(text) // 2]
    return True
