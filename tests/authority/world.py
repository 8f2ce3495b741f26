"""A world of people and objects, and pictures of its database to compare and to go back to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table
from sqlmodel import Session

from bot.actions.me import Me, read_me
from storage.database import Database
from storage.tables import METADATA
from tests.authority.people import OTHERS
from tests.cast import PEOPLE, Cast

NOTHING = 987_654  # a number that no row has
FORGOTTEN = {"keyboard", "handledupdate", "failedupdate"}  # what is kept of pressing itself
CARD = ("typing", "card", "offered", "menu_app", "unreachable", "unreachable_since", "language")


def _query(table: Table) -> str:
    left_out = CARD if table.name == "account" else ()
    kept = [f'"{column.name}"' for column in table.columns if column.name not in left_out]
    return f'SELECT {", ".join(kept)} FROM "{table.name}"'


_QUERIES = {
    table.name: _query(table) for table in METADATA.sorted_tables if table.name not in FORGOTTEN
}


@dataclass
class World:
    """Numbers of its objects by name; `image` is the whole database as it was made."""

    cast: Cast
    database: Database
    at: dict[str, Any] = field(default_factory=dict)
    image: sqlite3.Connection = field(default_factory=lambda: sqlite3.connect(":memory:"))
    untouched: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def me(self, session: Session, key: str) -> Me:
        number = PEOPLE[key][0] if key in PEOPLE else OTHERS[key][0]
        found = read_me(session, number, self.cast.sari.office.clock.now())
        assert found is not None
        return found

    def keep(self) -> None:
        """From now on it is as it was made; worlds made alike have an image of their own."""
        self.image = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self.file)) as source:
            source.backup(self.image)
        self.untouched = self.dump()

    def restore(self) -> None:
        with closing(sqlite3.connect(self.file)) as target:
            self.image.backup(target)

    @property
    def file(self) -> str:
        return str(self.database.engine.url.database)

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table, without what is kept of pressing itself."""
        with closing(sqlite3.connect(self.file)) as source:
            return {name: source.execute(query).fetchall() for name, query in _QUERIES.items()}

    def effects(self) -> list[str]:
        """Tables that are not as they were."""
        now = self.dump()
        return [name for name, rows in self.untouched.items() if now[name] != rows]
