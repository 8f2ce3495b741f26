"""The right to do what one process does at a time: waited for, kept up, lost, given back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.holder import is_gone
from storage import leases
from storage.database import Database, Unable

log = structlog.get_logger()

LASTS = timedelta(seconds=15)
RENEWED_EVERY = 5.0
LOOKED_EVERY = 1.0


class Hold:
    """A lease in the database, by the machine's clock.

    A holder that is killed is followed within `LASTS` and `LOOKED_EVERY`; on the same machine at
    once, as it is seen to be dead. `away` is called when nobody can say any more whose it is,
    because the database is away or held by another program.
    """

    def __init__(
        self,
        database: Database,
        wall: Clock,
        name: str,
        holder: str,
        away: Callable[[], None] = lambda: None,
    ) -> None:
        self.database = database
        self.wall = wall
        self.name = name
        self.holder = holder
        self.away = away
        self._until: datetime | None = None
        self._known = True

    @property
    def held(self) -> bool:
        """Whether nobody else can have taken it by now."""
        return self._until is not None and self.wall.now() < self._until

    async def taken(self, waiting: Callable[[], None] = lambda: None) -> None:
        """Return when the lease is ours. `waiting` is called once when another has it."""
        while not (ours := await self.asked()):
            if ours is not None:
                waiting()
                waiting = _nothing
            await asyncio.sleep(LOOKED_EVERY)

    async def lost(self, stop: asyncio.Event) -> None:
        """Return when another has taken it, or `stop` is set."""
        while self._until is not None and not stop.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOKED_EVERY):
                    await stop.wait()

    async def sure(self) -> None:
        """Renew what has aged, as soon as the database answers. Raises Lost."""
        due = timedelta(seconds=RENEWED_EVERY)
        aged = self._until is None or self._until - self.wall.now() < LASTS - due
        if aged:
            await self.confirm()

    async def confirm(self) -> None:
        """Renew it now, or as soon as the database answers. Raises Lost."""
        while not (ours := await self.asked(leases.renew)):
            if ours is not None:
                raise leases.Lost(self.name)
            await asyncio.sleep(LOOKED_EVERY)

    async def keep(self) -> None:
        """Renew it for ever while it is ours."""
        while True:
            await asyncio.sleep(RENEWED_EVERY)
            if self._until is not None:
                await self.asked(leases.renew)

    def guard(self, session: Session) -> None:
        """Let a transaction be of the holder alone, to its end. Raises Lost.

        SQLite has one writer: whoever is writing cannot be followed meanwhile.
        """
        if session.get_bind().dialect.name != "sqlite" or not self.held:
            leases.hang_on(session, self.name, self.holder)

    async def give_back(self) -> None:
        """Let the next one have it at once; where the database is away, when it lapses."""
        if self._until is not None:
            self._until, now = None, self.wall.now()
            with suppress(Unable):
                await self.database.run(
                    lambda session: leases.give_back(session, self.name, self.holder, now)
                )

    async def asked(self, how: Callable[..., bool] | None = None) -> bool | None:
        """Take or renew it; whether it is ours, None when nobody can say.

        A database that is away changes nothing until it would have lapsed.
        """
        now = self.wall.now()

        def work(session: Session) -> bool:
            if how is not None:
                return how(session, self.name, self.holder, now, LASTS)
            return leases.take(session, self.name, self.holder, now, LASTS, is_gone)

        try:
            ours = await self.database.run(work)
        except Exception as fault:
            log.warning("lease_not_asked", lease=self.name, kind=type(fault).__name__)
            if self.held:
                return True
            if self._known:
                self._known = False
                self.away()
            return None
        self._until, self._known = now + LASTS if ours else None, True
        return ours


def _nothing() -> None:
    pass
