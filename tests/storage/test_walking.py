"""Rows of a period in the order of their numbers: never all of them sorted for each chunk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from sqlmodel import Session, col, select

from storage import released
from storage.accounts import stale_menus
from storage.awards.tellings import readers_after
from storage.database import Database
from storage.results import Result
from storage.walking import of_period

READS: tuple[Callable[..., Any], ...] = (released.after_number, released.receipts_after)


@pytest.mark.parametrize("read", READS)
def test_a_chunk_is_read_along_the_numbers(sqlite: Database, read: Callable[..., Any]) -> None:
    _along_the_numbers(sqlite, lambda session: read(session, 1, 5, 300))


def test_readers_of_an_announcement_too(sqlite: Database) -> None:
    for units in (None, {1, 2}):
        _along_the_numbers(sqlite, lambda session: readers_after(session, 5, 300, units))  # noqa: B023


def test_menu_buttons_that_must_go_are_found_by_their_indices(sqlite: Database) -> None:
    plans = _plans(sqlite, lambda session: stale_menus(session, "https://contoh.go.id", 20))
    found = [step for steps in plans for step in steps if "account" in step]
    assert sum("account_menu_left" in step for step in found) == 1, plans
    assert sum("account_menu_app (menu_app" in step for step in found) == 2, plans


def _along_the_numbers(sqlite: Database, read: Callable[[Session], Any]) -> None:
    (steps,) = _plans(sqlite, read)
    assert any("INTEGER PRIMARY KEY (rowid>?)" in step for step in steps), steps
    assert not any("ORDER BY" in step for step in steps), steps


def _plans(sqlite: Database, read: Callable[[Session], Any]) -> list[list[str]]:
    """How SQLite goes about each statement of a read that finds nothing."""
    asked: list[tuple[str, Any]] = []
    plain = sqlite.engine.dialect.do_execute

    def note(cursor: Any, statement: str, values: Any, context: Any = None) -> None:
        asked.append((statement, values))
        plain(cursor, statement, values, context)

    with sqlite.transaction(reading=True) as session:
        with patch.object(sqlite.engine.dialect, "do_execute", note):
            assert read(session) == []
        return [_steps(session, f"EXPLAIN QUERY PLAN {one}", values) for one, values in asked]


def _steps(session: Session, statement: str, values: Any) -> list[str]:
    return [row[3] for row in session.connection().exec_driver_sql(statement, values)]


def test_it_compares_on_both_databases(database: Database) -> None:
    found = select(Result.id).where(of_period(Result.period_id, 3), col(Result.id) > 0)
    with database.transaction(reading=True) as session:
        assert session.exec(found).all() == []
