"""One bot over one office, fed raw batches by long polling; what went wrong is written down."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.types import Update
from pydantic import ValidationError

from bot import receiver as receiving
from bot.clock import WallClock
from bot.hold import Hold
from bot.polling import Polling
from bot.receiver import Receiver
from bot.texts import words
from handlers.conversations import build_dispatcher
from tests.authority import made
from tests.authority.world import World
from tests.fuzz.phones import Phones
from tests.kit import TOKEN, TestClock

Json = dict[str, Any]
WHOLE = re.compile(r"(?<=[ \[])-?\d+(?=[,}\]])")
DEEPEST = 40
STUCK = 300.0  # no batch may take so long


class Errors(logging.Handler):
    """Keeps what is logged as an error, and counts what is parked by its reason."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []
        self.parked: Counter[str] = Counter()
        self.unreadable: list[int] = []

    def emit(self, record: logging.LogRecord) -> None:
        told = record.msg if isinstance(record.msg, dict) else {"event": record.getMessage()}
        if told.get("event") == "update_parked":
            self.parked[told["why"]] += 1
            if told["why"] == "unreadable":
                self.unreadable.append(int(str(told["update_id"])))
                return
        said = (f"{key}={value}" for key, value in told.items() if key != "exception")
        self.found.append("\n".join([" ".join(said), str(told.get("exception", ""))[-2000:]]))


@dataclass
class Fuzz:
    """`feed` returns when every update of a batch has taken effect."""

    world: World
    clock: TestClock
    phones: Phones
    receiver: Receiver
    errors: Errors
    polling: asyncio.Task[None]
    fed: int = 0
    offset: int = 1
    unreadable: int = 0

    async def feed(self, updates: Sequence[Json]) -> None:
        """One answer of getUpdates, as bytes; returns when the next one is asked for."""
        for update in updates:
            self.phones.fill_in(update)
        self.phones.asked.clear()
        self.phones.batches.put_nowait(wire(updates))
        asked = asyncio.ensure_future(self.phones.asked.wait())
        async with asyncio.timeout(STUCK):
            await asyncio.wait({asked, self.polling}, return_when=asyncio.FIRST_COMPLETED)
        if self.polling.done():
            asked.cancel()
            self.polling.result()
        self.fed += len(updates)
        self._look_at_the_unreadable(updates)

    def _look_at_the_unreadable(self, updates: Sequence[Json]) -> None:
        """Only what really is no update may be put aside unread."""
        for number in self.errors.unreadable:
            those = [one for one in updates if one["update_id"] == number]
            if all(is_readable(one) for one in those):
                self.errors.found.append(f"parked though it can be read: {number}")
        self.unreadable += len(self.errors.unreadable)
        self.errors.unreadable.clear()

    def start_over(self, seed: str) -> None:
        """The world as it was made, with empty phones: one chapter does not know of another."""
        self.world.restore()
        self.clock.moment = self.began
        self.phones.shown.clear()
        self.phones.said.clear()
        self.phones.dice.seed(seed)
        self.receiver.bot.session = self.phones

    @property
    def began(self) -> Any:
        return self.world.at["now"]

    def number(self) -> int:
        self.offset += 1
        return self.offset

    def faults(self) -> list[str]:
        """What went wrong since it was last asked."""
        found = [*self.errors.found, *self.phones.faults]
        self.errors.found.clear()
        self.phones.faults.clear()
        if self.receiver.lanes:
            found.append(f"{len(self.receiver.lanes)} lanes still wait")
        return found


def is_readable(update: Json) -> bool:
    """Whether Telegram could have meant it: of a known form, 64 bits, not nested for ever."""
    if depth_of(update) > DEEPEST or any(
        not -(2**63) <= int(one) < 2**63 for one in WHOLE.findall(wire([update]))
    ):
        return False
    try:
        made = Update.model_validate(update)
    except ValidationError:
        return False
    return not any(_beyond(one) for one in _leaves(made.model_dump()))


def _beyond(value: Any) -> bool:
    """A number that no database holds, also where it came as text."""
    return isinstance(value, int) and not -(2**63) <= value < 2**63


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _leaves(one)
    else:
        yield value


def depth_of(value: Any) -> int:
    """How many brackets stand in one another."""
    inside = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list):
        return 0
    return 1 + max(map(depth_of, inside), default=0)


def wire(updates: Sequence[Json]) -> str:
    """What Telegram would send: JSON in UTF-8, half characters escaped."""
    return json.dumps({"ok": True, "result": updates})


@asynccontextmanager
async def fuzzing(folder: Path) -> AsyncIterator[Fuzz]:
    """The office of the authority tests behind the real receiver."""
    world = made.world(folder)
    database, clock = world.database, world.cast.sari.office.clock
    world.at["now"] = clock.moment
    phones, errors = Phones(random.Random(0)), Errors()
    bot = Bot(TOKEN, session=phones, default=DefaultBotProperties(parse_mode="HTML"))

    async def tell(chat: int, reference: str) -> None:
        if chat:
            await bot.send_message(chat, words.apology(reference))

    receiver = Receiver(bot, build_dispatcher(database, clock), database, clock, tell)
    patience, receiving.SECONDS = receiving.SECONDS, STUCK  # of a machine that does much else
    logging.getLogger().addHandler(errors)
    hold = Hold(database, WallClock(), "receiver/42", "fuzz")
    stop = asyncio.Event()
    polling = asyncio.ensure_future(Polling(receiver, hold, _begun, lambda _: None).run(stop))
    await phones.asked.wait()
    try:
        yield Fuzz(world, clock, phones, receiver, errors, polling)
    finally:
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        logging.getLogger().removeHandler(errors)
        receiving.SECONDS = patience
        database.close()


async def _begun() -> None:
    """Nobody needs to be told."""
