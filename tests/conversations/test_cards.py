"""The living card is written down a moment later; a database that is away costs nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from sqlmodel import Session, select

from handlers.cards import Cards
from storage.accounts import Account
from storage.database import Database
from tests.cast import employ


class Away:
    """A database that is gone at first, and then there again."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.tries = 0
        self.saved = asyncio.Event()

    async def run(self, work: Callable[[Session], Any]) -> Any:
        self.tries += 1
        if self.tries < 3:
            raise ConnectionError("gone")
        await self.database.run(work)
        self.saved.set()


async def test_cards_outlive_a_database_that_is_away(database: Database) -> None:
    with database.transaction() as session:
        employ(session)
        account = session.exec(select(Account)).first()
        assert account is not None
        assert account.id is not None
    cards, away = Cards(every=0.0), Away(database)
    cards.put(account.id, 77)
    keeping = asyncio.ensure_future(cards.keep(away))  # type: ignore[arg-type]
    async with asyncio.timeout(10):
        await away.saved.wait()
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    with database.transaction(reading=True) as session:
        row = session.get(Account, account.id)
        assert row is not None
        assert row.card == 77
    assert cards.of(account.id, None) is None
