"""A tick reads nobody where nothing was done since all was there; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.periods import resting, yearly
from storage import audit, employees
from storage.database import Database
from tests.actions.test_years import owed
from tests.cast import employ
from tests.quarter import tick
from tests.years import END, live_through, morning


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for each time that everybody was read."""
    seen: list[int] = []
    reads: Callable[..., Any] = yearly._wanted

    def wanted(*args: Any) -> Any:
        seen.append(1)
        return reads(*args)

    monkeypatch.setattr(yearly, "_wanted", wanted)
    return seen


def done(database: Database, action: str) -> None:
    with database.transaction() as session:
        audit.record(session, morning(END), None, action, "period/1")


def test_a_tick_with_nothing_to_do_reads_nobody(database: Database, looks: list[int]) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
    live_through(database, ids, {3: 5, 4: 4})
    now = morning(END)
    tick(database, now)
    assert owed(database) == [("year_write", "Sari")]

    def looked(at: timedelta = timedelta()) -> bool:
        looks.clear()
        tick(database, now + at)
        return bool(looks)

    assert not looked()
    done(database, "forums.send")
    assert not looked()
    done(database, "roster.import")
    assert looked()
    assert not looked()
    assert looked(resting.ANYWAY)
    assert looked(timedelta(1))


def test_what_is_done_after_a_look_is_seen_by_the_next(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
    live_through(database, ids, {3: 5, 4: 4})
    tick(database, morning(END))
    with database.transaction() as session:
        employees.put_superior(session, ids["sari"], None)
    done(database, "desk.change_superior")
    tick(database, morning(END))
    assert owed(database) == []
