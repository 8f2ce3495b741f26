"""Many processes start at once: one migrates, the others wait and find it done."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.commands.migrating import is_used
from bot.commands.opening import prepare
from bot.holder import new_holder
from storage import leases, migrate, profile
from storage.database import Database

MANY = 6


def all_at_once(blank: Database, work: object) -> None:
    """So many processes' worth of connections, all through a gate at the same moment."""
    assert callable(work)
    gate = threading.Barrier(MANY)
    url = blank.engine.url.render_as_string(hide_password=False)

    def start(_: int) -> None:
        own = Database(url, blank.vault)
        try:
            gate.wait()
            work(own)
        finally:
            own.close()

    with ThreadPoolExecutor(MANY) as threads:
        list(threads.map(start, range(MANY)))


def open_and_remember(own: Database) -> None:
    prepare(own)
    with own.transaction() as session:
        profile.remember(session, "teladan_bot")


def test_an_empty_database_is_filled_once(blank: Database) -> None:
    all_at_once(blank, open_and_remember)
    assert migrate.is_newest(blank.engine)
    with blank.transaction(reading=True) as session:
        assert profile.username(session) == "teladan_bot"


def test_an_old_database_is_brought_forward_once(blank: Database) -> None:
    migrate.upgrade(blank.engine, "0001")
    all_at_once(blank, lambda own: migrate.upgrade(own.engine))
    assert migrate.is_newest(blank.engine)


def test_a_newer_database_is_left_alone(
    blank: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    migrate.upgrade(blank.engine)
    assert not migrate.is_newer(blank.engine)
    with blank.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert migrate.is_newer(blank.engine)
    with pytest.raises(SystemExit):
        prepare(blank)
    assert "lebih baru" in capsys.readouterr().err


def test_a_schema_that_old_programs_do_not_know_waits_for_their_end(blank: Database) -> None:
    migrate.upgrade(blank.engine, "0001")
    assert not migrate.only_adds(blank.engine)
    assert not is_used(blank)
    now, lasts = datetime.now(UTC), timedelta(seconds=30)
    with blank.transaction() as session:
        leases.take(session, "receiver/42", "webhook", now - lasts, lasts)
        leases.take(session, "courier/42", new_holder(), now - lasts, lasts)
    assert not is_used(blank)
    with blank.transaction() as session:
        leases.renew(session, "receiver/42", "webhook", now, lasts)
    assert is_used(blank)
    migrate.upgrade(blank.engine)
    assert migrate.only_adds(blank.engine)
