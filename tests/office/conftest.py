"""The office is made once for all tests that only look at it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.office import seed
from bot.office.seed import Seeded
from storage import evidence_files
from storage.database import Database
from storage.vault import Vault
from tests.databases import SECRET, fresh


class Made(NamedTuple):
    database: Database
    seeded: Seeded


def make(folder: Path) -> Made:
    database = fresh(folder / "teladan.db")
    return Made(database, seed.furnish(database, folder / "evidence"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """To be read, not changed."""
    found = make(tmp_path_factory.mktemp("office"))
    yield found
    found.database.close()


@pytest.fixture
def own(made: Made, tmp_path: Path) -> Iterator[Made]:
    """A copy, to be changed."""
    file, before = tmp_path / "teladan.db", Path(made.database.engine.url.database or "")
    with closing(sqlite3.connect(before)) as living, closing(sqlite3.connect(file)) as copied:
        living.backup(copied)
    shutil.copytree(before.parent / "evidence", tmp_path / "evidence")
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    evidence_files.hand_over(tmp_path / "evidence", database.engine)
    yield Made(database, made.seeded)
    database.close()
