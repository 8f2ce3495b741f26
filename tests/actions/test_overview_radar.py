"""Means of a scope by indicator: of several people only, and of what is published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.actions import overview
from bot.actions.overview import radars
from bot.actions.overview.debts import Owed
from storage.database import Database
from storage.overview import Owner
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


def test_what_is_owed_is_summed_by_duty_the_first_due_first() -> None:
    late, soon = date(2026, 11, 1), date(2026, 11, 9)
    owners = [
        Owner(1, "Sari", "report", 1, soon),
        Owner(2, "Budi", "appraise", 3, soon),
        Owner(3, "Dedi", "report", 1, late),
    ]
    assert overview.by_kind(owners) == [
        Owed("report", 2, 2, late),
        Owed("appraise", 1, 3, soon),
    ]
