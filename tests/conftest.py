"""What every test may ask for: a database of each kind, an office of three people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from bot import logs
from handlers.conversations import build_dispatcher
from storage.database import Database
from storage.vault import Vault
from tests.cast import Cast, employ, meet
from tests.copies import copied
from tests.databases import SECRET, empty, fresh, furnish, share_what_is_compiled
from tests.in_english import measuring_english
from tests.in_memory import keep_files_in_memory, limit_memory
from tests.kit import Office, TestClock
from tests.postgres import clear, postgres_server, postgres_url
from tests.resting import everybody_is_read
from tests.sharing import TOGETHER, Sharing, folder

__all__ = ["SECRET", "everybody_is_read", "postgres_server", "postgres_url"]
TODAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)  # Wednesday, 10.00 WIB


HERE = Path(__file__).parent
FIRST = (*TOGETHER, "fuzz", "journeys", "races")
"""Folders of long tests; short ones come last, so that no process waits for another's end."""

keep_files_in_memory()
limit_memory()
logs.set_up("ERROR")
share_what_is_compiled()
settings.register_profile("unhurried", deadline=None)  # no test is about time
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Shuffled already; the sort keeps the order among those that are alike."""
    items.sort(key=lambda item: folder(item.nodeid) not in FIRST)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing:
    return Sharing(config, log)


@pytest.fixture
def clock() -> TestClock:
    return TestClock(NOW)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind, for this test alone."""
    if request.param == "sqlite":
        database = fresh(tmp_path / "teladan.db")
    else:
        database = Database(request.getfixturevalue("postgres_url"), Vault(SECRET))
        furnish(database)
    yield database
    if not database.is_sqlite:
        empty(database)
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def blank(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of each kind without a single table."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'blank.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    database = Database(url, Vault(SECRET))
    if not database.is_sqlite:
        clear(database.engine)
    yield database
    if not database.is_sqlite:
        clear(database.engine)
    database.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    """SQLite alone, for conversations whose storage is tested elsewhere on both."""
    database = fresh(tmp_path / "teladan.db")
    yield database
    database.close()


@pytest.fixture
def office(sqlite: Database, clock: TestClock) -> Iterator[Office]:
    """A bot over SQLite; whatever it says in the test must fit a phone, in both languages."""
    office = Office(build_dispatcher(sqlite, clock), clock)
    with measuring_english(office.telegram):
        yield office
    assert not office.telegram.unfit, "\n---\n".join(office.telegram.unfit)


@pytest.fixture
def cast(office: Office, sqlite: Database) -> Cast:
    """A small unit with accounts: see `tests.cast`."""
    return meet(office, sqlite, *employed(sqlite))


@copied
def employed(database: Database) -> tuple[dict[str, int], dict[str, int]]:
    with database.transaction() as session:
        return employ(session)
