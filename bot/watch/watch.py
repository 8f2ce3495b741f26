"""One look around every few seconds: who is well, what is wrong, and whether we were away."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlmodel import Session

from bot.actions import missed
from bot.clock import Clock
from bot.measures import Measures
from bot.rules.watching import (
    AWAY,
    FAILURES,
    HOLDS,
    MESSAGES_LAST,
    UNHEARD,
    Alarm,
    Seen,
    Silence,
    silence,
    troubles,
)
from bot.texts import alarms as texts
from bot.watch.board import Board
from bot.watch.ears import Ears, Sources
from bot.watch.signs import Known, known
from storage import heartbeats
from storage.database import Database

log = structlog.get_logger()

EVERY = 10.0
BEAT = timedelta(minutes=1)
PATIENCE = 20.0


@dataclass
class Watch:
    """`clock` is the office's time, `wall` the machine's. `after`: letters may be waiting."""

    database: Database
    clock: Clock
    wall: Clock
    measures: Measures
    board: Board
    sources: Sources
    after: Callable[[], None] = lambda: None
    heard: datetime | None = None
    _begun: datetime | None = None
    _beaten: datetime | None = None
    _since: dict[Alarm, datetime] = field(default_factory=dict)
    _silent: bool = False

    def __post_init__(self) -> None:
        self._ears = Ears(self.sources)

    @property
    def ready(self) -> bool:
        """Whether Telegram has been heard of late, as far as it should be."""
        return not self._silent

    async def keep(self) -> None:
        """Look around for ever; at the end the heart beats once more."""
        await self.board.load()
        try:
            while True:
                try:
                    await self.look()
                except Exception:  # a fault of the watch must not end what it watches
                    log.exception("watch_stumbled")
                await asyncio.sleep(EVERY)
        finally:
            await self._last_beat()

    async def look(self) -> None:
        """One look around."""
        now = self.wall.now()
        self._begun = self._begun or now
        await self._listen(now)
        seen = await self._see(now)
        wrong = troubles(seen)
        self._silent = Alarm.TELEGRAM in wrong
        for name, fact in wrong.items():
            since = self._since.setdefault(name, self._start(name, now))
            if now - since >= HOLDS[name]:
                await self.board.ring(name, fact, since, now)
        for name in list(self._since.keys() - wrong.keys()):
            del self._since[name]
        for name in list(self.board.here.keys() - wrong.keys() - {Alarm.STOPPED}):
            await self.board.over(name, now)
        silent = seen.silent.total_seconds() if seen.silent else 0.0
        self.measures.watched(silent, self.ready, self.board.here)
        await self.board.flush(now)

    def _start(self, name: Alarm, now: datetime) -> datetime:
        if name is Alarm.TELEGRAM:
            return self.heard or self._begun or now
        return now

    async def _listen(self, now: datetime) -> None:
        """Beat the heart, and make good what a silence cost."""
        heard = await self._ears.heard(now, self.heard)
        news = heard is not None and (self.heard is None or heard > self.heard)
        silent = now - self.heard > UNHEARD if self.heard else True
        if not (news and silent) and self._beaten is not None and now - self._beaten < BEAT:
            if news:
                self.heard = heard
            return
        before = self.heard
        try:
            since, people = await self.database.run(lambda s: self._beat(s, now, heard, before))
        except Exception as fault:
            log.warning("heart_not_beaten", kind=type(fault).__name__)
            return
        self._beaten = now
        if news:
            self.heard = heard
        if since is not None and heard is not None:
            await self._back(since, heard, people, now)

    def _beat(
        self, session: Session, now: datetime, heard: datetime | None, before: datetime | None
    ) -> tuple[datetime | None, int]:
        """Since when Telegram was not heard, if that is over now, and how many are told."""
        stored = heartbeats.beat(session, now, heard)
        since = max(filter(None, (before, stored)), default=None)
        if heard is None or since is None or silence(heard - since) is Silence.NOTHING:
            return None, 0
        ours = self.clock.now() - now  # the demo's clock is moved; letters are in its time
        return since, missed.plan(session, since + ours, heard + ours, self.clock.now())

    async def _back(self, since: datetime, heard: datetime, people: int, now: datetime) -> None:
        log.warning("heard_again", since=since.isoformat(), until=heard.isoformat(), people=people)
        self.after()
        rang = [
            await self.board.over(name, now, quiet=True)
            for name in (Alarm.TELEGRAM, Alarm.STOPPED)
        ]
        self._since.pop(Alarm.TELEGRAM, None)
        if any(rang) or heard - since >= AWAY:
            zone, lost = self.board.zone, heard - since >= MESSAGES_LAST
            times = since.astimezone(zone), heard.astimezone(zone)
            await self.board.tell(texts.back(*times, people, lost))

    async def _see(self, now: datetime) -> Seen:
        stored = await self._known()
        free = [shutil.disk_usage(at) for at in self.sources.folders if at.exists()]
        least = min(free, key=lambda disk: disk.free, default=None)
        seen = Seen(
            silent=self._silence(now),
            webhook=self._ears.fault,
            oldest_update=self.measures.oldest(),
            failing=self._failing(),
            database="" if isinstance(stored, Known) else stored,
        )
        changes: dict[str, Any] = {}
        if least is not None:
            changes |= {"free": least.free, "disk": least.total}
        if isinstance(stored, Known):
            changes |= stored._asdict()
        return replace(seen, **changes)

    def _silence(self, now: datetime) -> timedelta | None:
        """A batch in hand keeps us from asking; that is another trouble than silence."""
        if self.measures.oldest() > 0:
            return None
        return self._ears.silence(now, self.heard or self._begun or now)

    def _failing(self) -> list[str]:
        failed = self.measures.ticks.failed
        return sorted(name for name, times in failed.items() if times >= FAILURES)

    async def _known(self) -> Known | str:
        """What the database knows; or what is wrong with it."""
        office = self.clock.now()
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.database.run(lambda s: known(s, office), reading=True)
        except Exception as fault:
            log.warning("watch_without_database", kind=type(fault).__name__)
            return type(fault).__name__

    async def _last_beat(self) -> None:
        now = self.wall.now()
        try:
            heard = self.heard if self.sources.hook else await self._ears.heard(now, self.heard)
            await self.database.run(lambda session: heartbeats.beat(session, now, heard))
        except Exception as fault:
            log.warning("heart_not_beaten", kind=type(fault).__name__)
