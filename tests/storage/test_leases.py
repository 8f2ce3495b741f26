"""Leases change hands only when they lapse, and never under a transaction that hangs on them."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from storage import leases
from storage.database import Database

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
LASTS = timedelta(seconds=15)
ON_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def take(database: Database, who: str, after: float = 0.0) -> bool:
    with database.transaction() as session:
        return leases.take(session, "x", who, NOW + timedelta(seconds=after), LASTS)


def test_it_is_taken_renewed_and_followed_when_it_lapses(database: Database) -> None:
    assert take(database, "a")
    assert not take(database, "b", 14)
    assert take(database, "a", 14)
    assert not take(database, "b", 28)
    assert take(database, "b", 29)
    assert not take(database, "a", 30)


def test_one_known_to_be_dead_is_followed_at_once(database: Database) -> None:
    assert take(database, "dead")
    with database.transaction() as session:
        assert not leases.take(session, "x", "b", NOW, LASTS, lambda who: who == "other")
        assert leases.take(session, "x", "b", NOW, LASTS, lambda who: who == "dead")


def test_a_clock_that_was_set_back_leaves_nobody_outside(database: Database) -> None:
    assert take(database, "a", 3600)
    assert take(database, "b")


def test_of_many_who_take_a_lapsed_one_exactly_one_gets_it(database: Database) -> None:
    take(database, "old")
    gate = threading.Barrier(8)

    def rush(number: int) -> bool:
        gate.wait()
        return take(database, f"new{number}", 20)

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(rush, range(8))) == 1


def test_who_does_not_hold_it_may_not_hang_on(database: Database) -> None:
    take(database, "a")
    with pytest.raises(leases.Lost), database.transaction() as session:
        leases.hang_on(session, "x", "b")


@ON_POSTGRESQL
def test_renewing_and_hanging_on_do_not_wait_for_each_other(database: Database) -> None:
    take(database, "a")
    with database.transaction() as session:
        leases.hang_on(session, "x", "a")
        assert take(database, "a", 5)
        with database.transaction() as another:
            leases.hang_on(another, "x", "a")


@ON_POSTGRESQL
def test_a_follower_waits_for_what_hangs_on_and_then_nothing_can(database: Database) -> None:
    take(database, "a")

    def follow() -> bool:
        return take(database, "b", 20)

    with ThreadPoolExecutor(1) as thread:
        with database.transaction() as session:
            leases.hang_on(session, "x", "a")
            following = thread.submit(follow)
            _until_one_waits(database, following)
            assert not following.done()
        assert following.result(20)
    with pytest.raises(leases.Lost), database.transaction() as session:
        leases.hang_on(session, "x", "a")


def _until_one_waits(database: Database, following: Future[bool]) -> None:
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while not following.done():
        with database.transaction() as session:
            if session.connection().execute(waiting).scalar_one():
                return
