"""Migrations make exactly the tables that the program knows, up and down."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from storage import migrate
from storage.database import Database
from storage.statistics import hide_sealed
from storage.tables import METADATA
from storage.units import Unit
from tests.cast import employ

SAMPLED = text(
    "SELECT table_name, column_name FROM pg_stats JOIN information_schema.columns"
    " ON (schemaname, tablename, attname) = (table_schema, table_name, column_name)"
    " WHERE data_type = 'bytea' AND schemaname = current_schema()"
)


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


@pytest.mark.parametrize("blank", ["postgresql"], indirect=True)  # SQLite samples only when told
def test_samples_of_what_is_sealed_are_forgotten_and_never_taken_again(blank: Database) -> None:
    METADATA.create_all(blank.engine)  # as an earlier version did
    with blank.transaction() as session:
        employ(session)
    assert ("employee", "phone_index") in sampled(blank)
    with blank.engine.begin() as connection:
        hide_sealed(connection)
    assert sampled(blank, again=False) == set()
    assert sampled(blank) == set()


def sampled(database: Database, *, again: bool = True) -> set[tuple[str, str]]:
    """The columns of bytes of which PostgreSQL holds samples, once it has looked `again`."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as said:
        if again:
            said.execute(text("ANALYZE"))
        return {(table, column) for table, column in said.execute(SAMPLED).all()}


@pytest.mark.parametrize("blank", ["sqlite"], indirect=True)  # PostgreSQL never does
def test_numbers_are_never_given_twice(blank: Database) -> None:
    """What the audit trail or a button calls 42 stays the only 42, even when it is deleted."""
    migrate.upgrade(blank.engine)
    with blank.engine.connect() as connection:
        made: dict[str, str] = dict(
            connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
        )
    numbered = [t.name for t in METADATA.sorted_tables if "id" in t.primary_key.columns]
    assert len(numbered) > 20
    assert [name for name in numbered if "AUTOINCREMENT" not in made[name]] == []


def test_a_deleted_newest_row_leaves_its_number_unused(database: Database) -> None:
    with database.transaction() as session:
        first = Unit(name="Satu", zone="Asia/Jakarta")
        session.add(first)
        session.flush()
        number = first.id
        session.delete(first)
    with database.transaction() as session:
        second = Unit(name="Dua", zone="Asia/Jakarta")
        session.add(second)
        session.flush()
        assert number is not None
        assert (second.id or 0) > number
