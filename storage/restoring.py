"""A restore that is not finished leaves a mark, so that nobody works with half of it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, MetaData, inspect, text

from storage.audit.guards import unguard
from storage.lasting import make_last

MARK = "restoring"


def begin(engine: Engine) -> None:
    """From now on the database is half a restore."""
    if engine.dialect.name == "sqlite":  # the copy replaces every table: the mark lies beside
        _beside(engine).touch()
        make_last(_beside(engine).parent)
        return
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {MARK} (since timestamptz DEFAULT now())"))


def is_begun(engine: Engine) -> bool:
    """Whether a restore was begun here and not finished."""
    if engine.dialect.name == "sqlite":
        return _beside(engine).exists()
    return MARK in inspect(engine).get_table_names()


def finish(engine: Engine) -> None:
    """Everything is there."""
    if engine.dialect.name == "sqlite":
        _beside(engine).unlink(missing_ok=True)
        return
    with engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {MARK}"))


def clear(engine: Engine) -> None:
    """Take away what a restore that was cut off had brought, so that it may begin anew."""
    if engine.dialect.name == "sqlite":
        return
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        tables.drop_all(connection)
        unguard(connection)


def _beside(engine: Engine) -> Path:
    return Path(f"{engine.url.database}.{MARK}")
