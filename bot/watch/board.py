"""The operator's bell: each trouble rings once, again when it lasts, and an all-clear follows."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.rules.watching import Alarm, tell_again
from bot.texts import alarms as texts
from storage import alarms
from storage.alarms import Ringing
from storage.database import Database

log = structlog.get_logger()
Say = Callable[[str], Awaitable[bool]]
"""Tells the operator's chat; whether it is certain that it arrived."""
Text = Callable[[datetime, datetime, str], str]
"""A sentence made of since, now, and the reference number."""
PARKED_EVERY = timedelta(minutes=10)
MOST_UNSAID = 20


class Board:
    """Alarms live in the database, so that several processes and restarts ring but once.

    While the database is away they live in memory. What cannot be said is said later.
    """

    def __init__(self, database: Database, zone: ZoneInfo, say: Say) -> None:
        self.database = database
        self.zone = zone
        self.say = say
        self.here: dict[Alarm, Ringing] = {}
        self.unsaid: list[str] = []
        self._logged: dict[Alarm, datetime] = {}
        self._parked: list[str] = []
        self._parked_at: datetime | None = None

    async def load(self) -> None:
        """Know what rings since before we started."""
        try:
            rows = await self.database.run(alarms.all_ringing, reading=True)
        except Exception as fault:
            log.warning("alarms_not_read", kind=type(fault).__name__)
        else:
            self.here = {Alarm(row.name): row for row in rows}

    async def ring(
        self, name: Alarm, fact: str, since: datetime, now: datetime, text: Text | None = None
    ) -> None:
        """Tell the operator when it is time to. `text` replaces the usual sentence."""
        row = await self._ringing(name, since)
        before = row.told_at
        if not tell_again(row.since, before, now) or not await self._claim(row, before, now):
            return
        self._note(name, fact, row, now)
        begun = self._local(row.since)
        if text is not None:
            said = text(begun, self._local(now), row.reference)
        else:
            said = texts.ringing(name, fact, begun, row.reference)
        if not await self.say(said):
            log.warning("alarm_not_delivered", name=name, ref=row.reference)
            await self._untold(row, before)

    def _note(self, name: Alarm, fact: str, row: Ringing, now: datetime) -> None:
        """Into the logs as often as into the chat, also while the chat cannot be reached."""
        if tell_again(row.since, self._logged.get(name), now):
            self._logged[name] = now
            since = row.since.isoformat()
            log.critical("alarm", name=name, fact=fact, since=since, ref=row.reference)

    async def over(self, name: Alarm, now: datetime, *, quiet: bool = False) -> bool:
        """End an alarm and say so; whether it rang. `quiet`: somebody else says it."""
        row = await self._end(name)
        if row is None:
            return False
        begun = row.since.isoformat()
        log.warning("alarm_over", name=name, since=begun, ref=row.reference)
        if not quiet:
            since, until = self._local(row.since), self._local(now)
            await self.tell(texts.over(name, since, until, row.reference))
        return True

    async def tell(self, text: str) -> None:
        """Say it now, or keep it until it can be said."""
        if not await self.say(text):
            self.unsaid = [*self.unsaid, text][-MOST_UNSAID:]

    async def parked(self, reference: str, now: datetime) -> None:
        """An update was put aside: said at once, more of them together after a while."""
        self._parked.append(reference)
        await self.flush(now)

    async def flush(self, now: datetime) -> None:
        """Say what could not be said before."""
        if self._parked and (self._parked_at is None or now - self._parked_at >= PARKED_EVERY):
            told, self._parked, self._parked_at = self._parked, [], now
            await self.tell(texts.parked(told))
        while self.unsaid and await self.say(self.unsaid[0]):
            del self.unsaid[0]

    async def _ringing(self, name: Alarm, since: datetime) -> Ringing:
        reference = secrets.token_hex(4).upper()
        try:
            row = await self.database.run(
                lambda session: alarms.ring(session, name, since, reference)
            )
        except Exception as fault:
            log.warning("alarm_not_stored", name=name, kind=type(fault).__name__)
            row = self.here.get(name) or Ringing(name=name, reference=reference, since=since)
        else:
            known = self.here.get(name)
            if known is not None and row.told_at is None:
                row.told_at = known.told_at  # it was told while the database was away
        self.here[name] = row
        return row

    async def _claim(self, row: Ringing, before: datetime | None, now: datetime) -> bool:
        try:
            ours = await self.database.run(
                lambda session: alarms.claim(session, row.name, before, now)
            )
        except Exception:  # nobody else can be asked
            ours = True
        row.told_at = now
        return ours

    async def _untold(self, row: Ringing, before: datetime | None) -> None:
        row.told_at = before
        try:
            await self.database.run(lambda session: alarms.untold(session, row.name, before))
        except Exception as fault:
            log.warning("alarm_not_stored", name=row.name, kind=type(fault).__name__)

    async def _end(self, name: Alarm) -> Ringing | None:
        """None as well while the database is away, unless it is only known here."""
        known = self.here.get(name)
        try:
            row = await self.database.run(lambda session: alarms.over(session, name))
        except Exception as fault:
            log.warning("alarm_not_ended", name=name, kind=type(fault).__name__)
            return None
        self.here.pop(name, None)
        self._logged.pop(name, None)
        return row or known

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)
