"""A nursery for all tests, and for each test a database of its own, of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.crash.life import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery(postgres_server: str) -> Iterator[Nursery]:
    with open_nursery(postgres_server) as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database that lives as long as the test."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'teladan.db'}"
        return
    server = make_url(request.getfixturevalue("postgres_server")).set(drivername="postgresql")
    name = f"crash_{abs(hash(str(tmp_path))):x}"
    with psycopg.connect(server.render_as_string(False), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        yield server.set(database=name).render_as_string(False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
