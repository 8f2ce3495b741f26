"""Migrations make exactly the tables that the program knows, up and down."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from storage import migrate
from storage.database import Database
from storage.tables import METADATA


def test_migrated_tables_are_the_tables(blank: Database) -> None:
    migrate.upgrade(blank.engine)
    with blank.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    assert migrate.is_newest(blank.engine)


def test_every_migration_can_be_walked_down_and_up(blank: Database) -> None:
    migrate.upgrade(blank.engine)
    migrate.downgrade(blank.engine, "base")
    assert set(inspect(blank.engine).get_table_names()) <= {"alembic_version"}
    migrate.upgrade(blank.engine)
    assert migrate.is_newest(blank.engine)
