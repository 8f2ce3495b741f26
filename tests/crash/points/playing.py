"""A bot and a Telegram on the stage: the bot lives, dies at a point, and is born again."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete

import sandbox
from bot.actions.trainings.dividing import LEASE as SOLVING
from bot.rules.evidence import LEASE
from sandbox.client import Sandbox
from sandbox.server import Running
from storage.database import BUSY_SECONDS, Database
from storage.heartbeats import Heartbeat
from tests.crash.life import FULL, hooked, surroundings
from tests.crash.points.child import CROWD, LOG, MUTANT, PATIENCE, POINT, TRACE, TROUBLE
from tests.crash.points.ledgers import files_open, letters, seats_open, unfinished
from tests.crash.points.resting import TICKED, at_rest, stays_silent
from tests.crash.points.stage import Stage
from tests.crash.points.trail import CUT, REST, Trace

ENOUGH = 180.0
LOCKED = BUSY_SECONDS if FULL else 0.3
COMING = 15.0  # a file is fetched and examined by a child on a busy machine
AGAIN = timedelta(minutes=11)  # longer than the pause before a second or third copy
ROUNDS = 8
NEVER = "1e9"  # screens written down on a slow machine only would be drawn again in some runs


@dataclass
class Playing:
    """A bot and a Telegram on the stage; the bot may die at a point and be born again."""

    stage: Stage
    running: Running
    telegram: Sandbox
    database: Database
    deaths: int = 0
    pid: int = 0
    ticks: int = 0
    born_at: int = 0

    @property
    def trace(self) -> Trace:
        return Trace(self.stage.now / "trace")

    @property
    def died(self) -> bool:
        return self.trace.died

    @property
    def doubts(self) -> int:
        """How often the bot could not know what its last words led to: it died, or was cut off."""
        return self.deaths + sum(line.startswith(CUT) for line in self.trace.lines)

    async def wake(self, point: str = "") -> None:
        """From now on the bot's points count, and perhaps one is deadly."""
        await self._tell(point, "awake")

    async def _tell(self, order: str, answer: str) -> None:
        """Return when the bot has taken the order in, or is dead."""
        self._order.write_text(order)
        times = self.trace.count(answer)
        os.kill(self.pid, signal.SIGUSR1)
        await self.until(lambda: self.died or self.trace.count(answer) > times)

    @property
    def trouble(self) -> Path:
        """While this file is there, it says what is the matter."""
        return self.stage.now / "trouble"

    def expect_crowd(self, people: int) -> None:
        """The next commit waits for the presses of so many, and is that of them all."""
        self.trouble.with_name(CROWD).write_text(str(people))

    @property
    def _order(self) -> Path:
        return self.stage.now / "order"

    async def born(self) -> None:
        """A bot is born, and has nothing to do when this returns."""
        folder = self.stage.now
        self.born_at = self.calls
        self.ticks = self.trace.count(TICKED) + 1
        self.pid = self.stage.nursery.start(
            surroundings(self.running, folder, self.stage.url)
            | {TRACE: str(folder / "trace"), POINT: str(self._order), TROUBLE: str(self.trouble)}
            | {MUTANT: self.stage.mutant, LOG: str(folder / "log"), PATIENCE: str(LOCKED)}
            | {"LOG_LEVEL": "INFO", "SCREENS_EVERY": NEVER}
            | (hooked(self.stage.port) if self.stage.port else {})
        )
        await self.calm()

    async def born_again(self) -> None:
        """The dead bot's heir is born, and dies nowhere before it is told to."""
        self.stage.nursery.kill()
        self.deaths += 1
        (self.stage.now / "trace").rename(self.stage.now / "trace-of-the-dead")
        await self.born()

    async def breathes(self) -> None:
        """The bot has answered, perhaps only after it was born again."""
        await self.calm()
        if self.died:
            await self.born_again()

    async def settle(self) -> None:
        """Until nothing is left to do; a dead bot is born again, and time passes for letters.

        At the end everything is asked once more, so that a minute's tick changes nothing.
        """
        asked = hurt = False
        for _ in range(ROUNDS):
            await self.calm()
            if self.died:
                asked, hurt = False, True
                await self.born_again()
            elif unfinished(letters(self.database)):
                await self.passes(AGAIN)
            elif files_open(self.database):
                if hurt or not await self._files_came():
                    await self.passes(LEASE)
                    hurt = False
            elif seats_open(self.database):
                await self.passes(SOLVING)
            elif not asked:
                await self.passes(timedelta())
                asked = True
            else:
                await self._tell(REST, "asleep")  # dies nowhere between two steps
                if not self.died:
                    return
        raise AssertionError(f"unfinished: {unfinished(letters(self.database))}")

    @property
    def calls(self) -> int:
        """The number of the newest call of the bot."""
        calls = self.running.world.ledger.calls
        return calls[-1].n if calls else 0

    def expect_tick(self) -> None:
        """There is no rest before the bot has asked everything once more."""
        self.ticks = self.trace.count(TICKED) + 1

    async def files_come(self) -> None:
        """No file is at Telegram only any more, even when the bot died over one."""
        while files_open(self.database):
            if not await self._files_came():
                await self.passes(LEASE)
            await self.breathes()

    async def _files_came(self) -> bool:
        """Whether files that were on their way came, or the bot died over them."""
        with suppress(TimeoutError):
            await self.until(lambda: self.died or not files_open(self.database), COMING)
        return self.died or not files_open(self.database)

    async def passes(self, time: timedelta) -> None:
        """The clock is moved, and what it brings about begins."""
        self.expect_tick()
        await self.telegram.clock.advance(time.total_seconds())

    async def calm(self) -> None:
        """The bot waits for updates and has no letter to send now, or it is dead."""
        while True:
            await self.until(lambda: self.died or at_rest(self))
            if self.died:
                return
            if await stays_silent(self.running.world) and at_rest(self):
                return

    async def until(self, so: Callable[[], bool], seconds: float = ENOUGH) -> None:
        async with asyncio.timeout(seconds):
            while not so():
                await self.running.world.pulse.wait(0.02)


@asynccontextmanager
async def playing(stage: Stage) -> AsyncIterator[Playing]:
    """Telegram and the database as the stage shows them; at the end all is written down."""
    database = stage.open()
    running = await sandbox.start(stage.now / "sandbox")
    (stage.now / "trace").unlink(missing_ok=True)
    with database.transaction() as session:  # the stage was set a while ago, but nobody was away
        session.connection().execute(delete(Heartbeat))
    async with Sandbox(running.url) as telegram:
        await telegram.clock.freeze()
        one = Playing(stage, running, telegram, database)
        try:
            yield one
        finally:
            if one.pid:
                stage.nursery.kill()
            await running.close()
            database.close()
