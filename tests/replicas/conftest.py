"""A nursery of many, and a PostgreSQL database of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.replicas.office import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as one:
        yield one


@pytest.fixture
def url(postgres_server: str, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database that lives as long as the test."""
    server = make_url(postgres_server).set(drivername="postgresql")
    name = f"replicas_{abs(hash(str(tmp_path))):x}"
    with psycopg.connect(server.render_as_string(False), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        yield server.set(database=name).render_as_string(False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same, of each kind: two processes may share a file too."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'teladan.db'}"
    return str(request.getfixturevalue("url"))
