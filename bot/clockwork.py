"""Ticks: once a minute everything is asked whether its time has come. Nothing is remembered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from bot.clock import Clock
from bot.measures import Measures
from bot.ticks import TICKS, Tick
from storage import rounds
from storage.database import Database

log = structlog.get_logger()

SECONDS = 60
MOST_ROUNDS = 10_000
# Of the database's time, ticks take a quarter while others ask for it.
SHARE, LONGEST_REST = 3, 1.0
# One run for many missed, however late it is, never two at once.
DEFAULTS = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}


class Clockwork:
    """Asks everything at each tick; `after` is called when a tick may have owed letters."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ticks: Sequence[Tick] = TICKS,
        measures: Measures | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.ticks = ticks
        self.measures = measures or Measures()
        self.scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=DEFAULTS)
        self._one_at_a_time = asyncio.Lock()
        self._halted = False

    async def run(self, stop: asyncio.Event | None = None) -> None:
        """Tick at once and then every minute, until `stop` is set or the task is cancelled."""
        now = datetime.now(UTC)
        self.scheduler.add_job(
            self.tick_now, "interval", seconds=SECONDS, next_run_time=now, id="tick"
        )
        self.scheduler.start()
        try:
            await (stop or asyncio.Event()).wait()
        finally:
            self._halted = True
            self.scheduler.pause()
            await asyncio.sleep(0)  # one that was just called comes in, and sees that it is over
            async with self._one_at_a_time:  # the round in hand still ends, then nothing is left
                self.scheduler.shutdown(wait=False)

    async def tick_now(self) -> None:
        """Ask one after another at one moment; a fault stops only what it happened in.

        A clock that jumps meanwhile is seen by the next round: no digest of a day goes out before
        that day's duties are there.
        """
        async with self._one_at_a_time:
            now = self.clock.now()
            for tick in self.ticks:
                if self._halted:
                    return
                await self._call(tick, now)

    async def _call(self, tick: Tick, now: datetime) -> None:
        """Until it has no more to do, each round in a transaction of its own."""
        try:
            for _ in range(MOST_ROUNDS):
                if self._halted:
                    return None
                more = await self._fairly(self._round(tick, now))
                if isinstance(more, Iterator):
                    while step := await asyncio.to_thread(next, more, None):
                        await self._fairly(step)
                    more = False
                elif callable(more):
                    await self.database.run(await asyncio.to_thread(more))
                    more = False
                if not more:
                    return self.measures.ticked(tick.name)
        except Exception:
            log.exception("tick_failed", tick=tick.name)
        else:
            log.error("tick_never_done", tick=tick.name)
        return self.measures.tick_failed(tick.name)

    async def _fairly(self, work: Callable[[Session], Any]) -> Any:
        """Do it; where others want the database too, they have it three times as long next."""
        before, took = self.database.asked, 0.0

        def timed(session: Session) -> Any:
            nonlocal took
            begun = time.perf_counter()
            try:
                return work(session)
            finally:
                took = time.perf_counter() - begun

        done = await self.database.run(timed)
        if self.database.asked - before > 1:
            await asyncio.sleep(min(LONGEST_REST, took * SHARE))
        return done

    def _round(self, tick: Tick, now: datetime) -> Callable[[Session], Any]:
        """Not what another process is doing now: it would wait for it and find nothing left.

        True for more of it, something to call (or to walk along) for what is computed outside of
        a transaction.
        """

        def work(session: Session) -> Any:
            found = rounds.alone(session, tick.name) and tick.work(session, now)
            return found if callable(found) or isinstance(found, Iterator) else found is True

        return work
