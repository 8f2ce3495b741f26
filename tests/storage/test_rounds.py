"""A round is made once a day, however many come."""

from __future__ import annotations

import asyncio
from datetime import date

from storage import rounds
from storage.database import Database

DAY = date(2026, 8, 12)


async def test_only_the_first_makes_the_round(database: Database) -> None:
    made = await asyncio.gather(
        *(database.run(lambda session: rounds.first_today(session, "x", DAY)) for _ in range(8))
    )
    assert made.count(True) == 1


def test_each_day_and_each_round_is_its_own(database: Database) -> None:
    with database.transaction() as session:
        assert rounds.first_today(session, "x", DAY)
        assert rounds.first_today(session, "y", DAY)
        assert rounds.first_today(session, "x", date(2026, 8, 13))
        assert not rounds.first_today(session, "x", DAY)
