"""Means of a scope by indicator: of several people only, and of what is published."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.actions import overview
from bot.actions.overview import radars
from storage.database import Database
from tests.cast import employ
from tests.years import DAYS, live_through, me


def test_fewer_than_five_show_no_means(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    live_through(database, ids, {3: 5})
    with database.transaction() as session:
        head = me(session, "kepala", DAYS[3][1])
        few = overview.radar(session, head, overview.AGENCY)
        assert (few.people, few.values) == (1, [])
        monkeypatch.setattr(radars, "FEWEST", 1)
        found = overview.radar(session, head, overview.AGENCY)
    assert (found.year, found.quarter, len(found.values) >= 3) == (2026, 3, True)
    assert {value for _, _, value in found.values} == {Decimal("120.0")}
