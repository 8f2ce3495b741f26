"""A transaction reads nothing twice, and never what is no longer so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import update

from storage import absences, achievements, employees, periods
from storage.absences import Absence
from storage.achievements import Achievement
from storage.database import Database
from tests.cast import employ

DAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    dialect = database.engine.dialect
    plain = dialect.do_execute

    def note(cursor: Any, statement: str, *rest: Any) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)
        plain(cursor, statement, *rest)

    with patch.object(dialect, "do_execute", note):
        yield statements


def test_what_was_read_is_not_read_again(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    with counted(database) as statements, database.transaction() as session:
        for _ in range(5):
            assert absences.overlapping(session, ids["sari"], DAY, DAY) == []
            person = employees.get(session, ids["sari"])
            assert person is not None
            del person
    assert len(statements) == 2


def test_a_row_that_is_added_is_seen(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        assert absences.overlapping(session, ids["sari"], DAY, DAY) == []
        absences.add_absence(session, ids["sari"], DAY, DAY, "sick", ids["maya"])
        assert len(absences.overlapping(session, ids["sari"], DAY, DAY)) == 1


def test_what_a_statement_changes_is_read_again(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        absences.add_absence(session, ids["sari"], DAY, DAY, "sick", ids["maya"])
    with database.transaction() as session:
        assert [one.kind for one in absences.overlapping(session, ids["sari"], DAY, DAY)] == [
            "sick"
        ]
        session.connection().execute(update(Absence).values(kind="annual"))
        (leave,) = absences.overlapping(session, ids["sari"], DAY, DAY)
        assert leave.kind == "annual"


def test_after_waiting_for_a_lock_everything_is_read_again(database: Database) -> None:
    """Only PostgreSQL waits: on SQLite the whole database is held from the beginning."""
    with database.transaction() as session:
        _, ids = employ(session)
    with counted(database) as statements, database.transaction() as session:
        absences.overlapping(session, ids["sari"], DAY, DAY)
        employees.lock(session, ids["sari"])
        absences.overlapping(session, ids["sari"], DAY, DAY)
    wanted = 1 if database.is_sqlite else 2
    assert sum("FROM absence" in statement for statement in statements) == wanted


def test_a_row_that_is_held_is_not_read_again(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    with counted(database) as statements, database.transaction() as session:
        held = employees.lock(session, ids["sari"])
        assert held is not None
        assert employees.get(session, ids["sari"]) is held
    assert sum("FROM employee" in statement for statement in statements) == 1


def test_a_row_that_is_held_waits_for_nobody_again(database: Database) -> None:
    """Locked once, or changed here: what was read since is still so."""
    with database.transaction() as session:
        _, ids = employ(session)
        number = achievements.start(session, ids["sari"], NOW)
    with counted(database) as statements, database.transaction() as session:
        achievements.lock(session, number)
        absences.overlapping(session, ids["sari"], DAY, DAY)
        assert achievements.change(session, number, NOW, title="Loket")
        held = achievements.lock(session, number)
        absences.overlapping(session, ids["sari"], DAY, DAY)
        assert held is not None
        assert held.title == "Loket"
    assert sum("FROM absence" in statement for statement in statements) == 1
    assert sum("FROM achievement" in statement for statement in statements) == 1


def test_a_held_row_that_another_statement_changed_is_read_again(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        number = achievements.start(session, ids["sari"], NOW)
    with database.transaction() as session:
        achievements.lock(session, number)
        session.connection().execute(update(Achievement).values(category="inovasi"))
        held = achievements.lock(session, number)
        assert held is not None
        assert held.category == "inovasi"


def test_the_scheme_in_force_lasts_through_a_lock(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    with counted(database) as statements, database.transaction() as session:
        for _ in range(2):
            periods.scheme_in_force(session, DAY)
            employees.lock(session, ids["sari"])
    assert sum("FROM schemeversion" in statement for statement in statements) == 1


def test_a_row_read_is_only_to_be_looked_at(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    with database.transaction() as session:
        sari = employees.get(session, ids["sari"])
        assert sari is not None
        with pytest.raises(AttributeError):
            sari.post = "Kepala"


def test_two_transactions_share_nothing(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    with counted(database) as statements:
        for _ in range(2):
            with database.transaction() as session:
                absences.overlapping(session, ids["sari"], DAY, DAY)
    assert len(statements) == 2
