"""A whole agency out of the invented office: its people with all that is known of them, copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Integer, LargeBinary, Table, text

from bot.office import seed
from storage.database import Database
from storage.tables import METADATA

TOGETHER = 25
"""So many copies of the office share a copy of its units, their services and its courses."""
SHARED = ("unit", "surveyservice", "training")
OWN = (
    "employee", "duty", "achievement", "result", "learning", "awardround", "proposal",
    "award", "nomination", "careerfact", "trainingrequest", "surveyanswer",
)  # fmt: skip
"""Tables that the dashboard reads, those before others which name them."""
PEOPLE = ("about_id", "computed_by", "handed_by")
"""Columns that hold a person without saying so to the database."""
APART = {
    ("award", "number"): 1_000, ("awardround", "scope_id"): 1_000,
    ("proposal", "scope_id"): 1_000, ("learning", "object_id"): 100_000,
    ("surveyanswer", "answer_id"): 2**50,
}  # fmt: skip
"""Numbers that no two rows share, moved by this much with every copy; 0 stays."""


def furnish(database: Database, folder: Path, people: int) -> None:
    """The invented office in a database that has its tables, and copies up to so many people."""
    seed.furnish(database, folder)
    with database.transaction() as session:
        connection = session.connection()
        if connection.dialect.name == "postgresql":  # what is copied refers to what is copied
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        office = connection.execute(text("SELECT count(*) FROM employee")).scalar_one()
        copies = -(-people // office) - 1
        most = {name: _most(connection, METADATA.tables[name]) for name in (*SHARED, *OWN)}
        for name in SHARED:
            _copy(connection, METADATA.tables[name], most, copies // TOGETHER)
        for name in OWN:
            _copy(connection, METADATA.tables[name], most, copies)
    raw = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with raw:
        raw.exec_driver_sql("ANALYZE")


def _most(connection: Connection, table: Table) -> int:
    """The highest number of a table with numbers of its own."""
    if "id" not in table.columns:
        return 0
    found = connection.execute(text(f'SELECT coalesce(max(id), 0) FROM "{table.name}"'))
    return int(found.scalar_one())


def _copy(connection: Connection, table: Table, most: dict[str, int], copies: int) -> None:
    """Each row of a table so many times more, in one statement."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_values(table, most, connection.dialect.name == "sqlite"))
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({names}) '
        "WITH RECURSIVE copies(k) AS "
        f"(SELECT 1 UNION ALL SELECT k + 1 FROM copies WHERE k < {copies}) "
        f'SELECT {values} FROM copies CROSS JOIN "{table.name}" AS t'
    )
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), max(id)) "
            f'FROM "{table.name}"'
        )


def _values(table: Table, most: dict[str, int], lite: bool) -> Iterator[str]:
    """What each column holds in the `k`th copy."""
    for column in table.columns:
        own = f't."{column.name}"'
        points = next(iter(column.foreign_keys)).column.table.name if column.foreign_keys else ""
        whose = "employee" if column.name in PEOPLE else points
        if table.name == "unit" and column.name == "parent_id":
            yield "coalesce(t.parent_id, 1)"  # all copies stand under the one agency
        elif column.name == "id":
            yield f"{own} + k * {most[table.name]}"
        elif (table.name, column.name) in APART:
            away = APART[table.name, column.name]
            yield f"CASE WHEN {own} = 0 THEN 0 ELSE {own} + k * {away} END"
        elif whose in SHARED:
            of = "k" if table.name in SHARED else f"(k / {TOGETHER})"
            yield f"{own} + {of} * {most[whose]}"
        elif whose in OWN:
            step = f"{own} + k * {most[whose]}"
            yield f"CASE WHEN {own} = 0 THEN 0 ELSE {step} END" if column.name in PEOPLE else step
        elif column.unique or _alone(table, column.name):
            yield _other(own, isinstance(column.type, LargeBinary), lite)
        elif (table.name, column.name) == ("employee", "search_key"):
            yield f"{own} || ' ' || k"
        else:
            yield own


def _alone(table: Table, name: str) -> bool:
    """Whether a column is unique by itself and no number."""
    return not isinstance(table.columns[name].type, Integer) and any(
        [column.name for column in one.columns] == [name]  # type: ignore[attr-defined]
        for one in table.constraints
        if type(one).__name__ == "UniqueConstraint"
    )


def _other(own: str, raw: bool, lite: bool) -> str:
    if not raw:
        return f"{own} || ' ' || k"
    return f"CAST({own} || k AS BLOB)" if lite else f"{own} || convert_to(k::text, 'UTF8')"
