"""The office comes out the same at every making, and is made only where nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from bot.office import seed
from storage.tables import MODULES
from tests.office.conftest import Made, make

TABLES = sorted(
    {
        table
        for module in MODULES
        for table in vars(module).values()
        if isinstance(table, type) and issubclass(table, SQLModel) and hasattr(table, "__table__")
    },
    key=lambda table: table.__name__,
)

SALTED = {"AuditEntry": {"commitment", "mac"}, "AuditFacts": {"salt"}}


def whole(made: Made) -> dict[str, Sequence[dict[str, Any]]]:
    """Every row of every table, opened, but for what is drawn by lot."""
    with made.database.transaction(reading=True) as session:
        return {
            table.__name__: [
                row.model_dump(exclude=SALTED.get(table.__name__))
                for row in session.exec(select(table).order_by(*table.__table__.primary_key))
            ]
            for table in TABLES
        }


def test_it_is_the_same_each_time(made: Made, tmp_path: Path) -> None:
    again = make(tmp_path)
    first, second = whole(made), whole(again)
    assert first.keys() == second.keys()
    for name in first:
        assert first[name] == second[name], name
    assert made.seeded == again.seeded
    again.database.close()


def test_a_database_with_people_is_refused(own: Made, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="people already"):
        seed.furnish(own.database, tmp_path)
