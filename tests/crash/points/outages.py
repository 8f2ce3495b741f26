"""A disk without room, a database that is away, held by another process, or cut off."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

from storage.database import TRIES
from tests.crash.points.ailing import (
    FULL,
    GONE,
    HURT,
    NO_LOG,
    NO_PAGES,
    NO_PAPER,
    NO_SPACE,
)
from tests.crash.points.cutting import cut_off
from tests.crash.points.endings import EXCUSE
from tests.crash.points.playing import Playing
from tests.crash.points.resting import at_rest
from tests.crash.points.troubles import Trouble, silence, told_again, twice, two_hours_later

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def sick(what: str, *, always: bool = True) -> Trouble:
    """This is the matter until the bot has felt it, and a moment more.

    Not `always`: it may have no need of what is missing.
    """

    async def begin(one: Playing) -> None:
        one.trouble.write_text(what)

    async def end(one: Playing) -> None:
        felt = one.trace.count(HURT)
        await one.until(
            lambda: one.trace.count(HURT) > felt or one.died or (not always and at_rest(one)),
            20,
        )
        one.trouble.unlink()

    return Trouble(what, begin, end)


def log_is_full() -> Trouble:
    """Whatever is to be logged meets a device without room; a press sent again is logged."""
    full = sick(NO_LOG, always=False)

    async def begin(one: Playing) -> None:
        await full.begin(one)
        await twice(one)

    async def end(one: Playing) -> None:
        assert full.end is not None
        await full.end(one)
        await one.settle()
        await told_again(one)

    return Trouble("log is full", begin, end)


def held(*, beyond: bool) -> Trouble:
    """Another process writes: until the bot has once waited in vain, or has told the person so."""
    holders: list[Process] = []

    async def begin(one: Playing) -> None:
        file = one.stage.now / "teladan.db"
        command = (sys.executable, "-c", HOLD, str(file))
        holder = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
        holders.append(holder)
        assert holder.stdout is not None
        assert await holder.stdout.readline() == b"held\n"

    async def end(one: Playing) -> None:
        felt, spoken = one.trace.count(HURT), one.calls
        asked = bool(one.running.world.updates.pending)

        def enough() -> bool:
            if beyond and asked:
                return told_to_wait(one, spoken)
            return one.trace.count(HURT) >= felt + (TRIES if beyond else 1)

        try:
            await one.until(enough)
        finally:
            await holders.pop().communicate(b"")

    return Trouble("held for long" if beyond else "held for a moment", begin, end)


def told_to_wait(one: Playing, since: int) -> bool:
    calls = one.running.world.ledger.since(since, "sendMessage")
    return any(call.status == 200 and call.params.get("text") == EXCUSE for call in calls)


async def _cut_off(one: Playing) -> None:
    assert cut_off(one.stage.url) > 0


HELD = (held(beyond=False), held(beyond=True))
PAGES = sick(NO_PAGES, always=False)
PAPER = sick(NO_PAPER)
CUT_OFF = Trouble("cut off", _cut_off)
FULL_LOG = log_is_full()
FULL_STORE = sick(NO_SPACE)
OUTAGES = (
    sick(GONE),
    sick(FULL),
    FULL_LOG,
    Trouble("Telegram away for two hours", silence, two_hours_later, silent=True),
)
OF_ITS_KIND = {"sqlite": (*HELD, PAGES), "postgresql": (CUT_OFF,)}
"""What can happen to one kind of database only."""
