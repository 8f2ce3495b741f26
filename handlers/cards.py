"""Which message is the living card of each account: written down a moment later, all at once."""

from __future__ import annotations

import asyncio

import structlog
from sqlmodel import Session

from storage import accounts
from storage.database import Database

EVERY = 1.0
log = structlog.get_logger()


class Cards:
    """What was shown and is not written down yet. Losing it leaves an old card in a chat, no more.

    A transaction of its own for every message sent would cost as much as the message.
    """

    def __init__(self) -> None:
        self._unsaved: dict[int, int | None] = {}

    def of(self, account_id: int, saved: int | None) -> int | None:
        return self._unsaved.get(account_id, saved)

    def put(self, account_id: int, message_id: int | None) -> None:
        self._unsaved[account_id] = message_id

    async def save(self, database: Database) -> None:
        """Write down all of them in one transaction."""
        if not self._unsaved:
            return
        some = dict(self._unsaved)

        def work(session: Session) -> None:
            accounts.put_cards(session, some)

        await database.run(work)
        for account_id, message_id in some.items():
            if self._unsaved.get(account_id) == message_id:
                del self._unsaved[account_id]

    async def keep(self, database: Database) -> None:
        """Save every second, and at the end."""
        try:
            while True:
                await asyncio.sleep(EVERY)
                await self._try(database)
        finally:
            await self._try(database)

    async def _try(self, database: Database) -> None:
        try:
            await self.save(database)
        except Exception as fault:  # a database that is away ends nothing here
            log.warning("cards_not_saved", kind=type(fault).__name__)
