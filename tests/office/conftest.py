"""The office is made once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.office import seed
from bot.office.seed import Seeded
from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault
from tests.conftest import SECRET


class Made(NamedTuple):
    database: Database
    seeded: Seeded


def make(folder: Path) -> Made:
    database = Database(f"sqlite:///{folder / 'teladan.db'}", Vault(SECRET))
    METADATA.create_all(database.engine)
    return Made(database, seed.furnish(database, folder / "evidence"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """To be read, not changed."""
    found = make(tmp_path_factory.mktemp("office"))
    yield found
    found.database.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Made]:
    """One to be changed."""
    found = make(tmp_path)
    yield found
    found.database.close()
