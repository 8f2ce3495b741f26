"""A consistent copy of the whole database into a folder, and back into an empty one."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import Engine, inspect

from storage import migrate, restoring
from storage.lasting import make_last, write_whole
from storage.personal import ledger
from storage.tables import METADATA

MANIFEST = "teladan.json"
FILE = "teladan.db"
EVIDENCE = "evidence"
CHUNK = 1 << 20


class BackupRefused(Exception):
    """The folder or database is not fit for it; `reason` says which."""

    def __init__(self, reason: str, *facts: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def write(engine: Engine, evidence: Path, folder: Path) -> int:
    """Copy database and evidence; how many evidence files. The manifest comes last, and whole.

    A folder with a manifest outlives a power cut; one without it is refused by `read`.
    Evidence is copied after the database: a file is kept before its row says so.
    Raises BackupRefused("folder_not_empty").
    """
    if folder.exists() and any(folder.iterdir()):
        raise BackupRefused("folder_not_empty")
    folder.mkdir(parents=True, exist_ok=True)
    columns: dict[str, list[str]] = {}
    if engine.dialect.name == "sqlite":
        _copy_sqlite(engine, folder / FILE)
    else:
        columns = _copy_out(engine, folder)
    files = _copy_files(evidence, folder / EVIDENCE)
    manifest = {
        "database": engine.dialect.name,
        "revision": migrate.revision(engine),
        "columns": columns,
        "files": files,
    }
    for copied in folder.iterdir():
        make_last(copied)
    write_whole(folder / MANIFEST, json.dumps(manifest))
    return files


def read(engine: Engine, evidence: Path, folder: Path) -> None:
    """Bring a backup back; `restoring.finish` is to follow. Once more after one that was cut off.

    Raises BackupRefused when the backup is incomplete, of another kind of database, or when the
    database already holds data.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise BackupRefused("not_a_backup") from fault
    if manifest["database"] != engine.dialect.name:
        raise BackupRefused("other_kind", manifest["database"], engine.dialect.name)
    if restoring.is_begun(engine):
        restoring.clear(engine)
    elif inspect(engine).get_table_names():
        raise BackupRefused("database_not_empty")
    restoring.begin(engine)
    if engine.dialect.name == "sqlite":
        _bring_sqlite(engine, folder / FILE)
    else:
        migrate.upgrade(engine, manifest["revision"])
        _copy_in(engine, folder, manifest["columns"])
    migrate.upgrade(engine)
    ledger.add(evidence, ledger.read(folder / EVIDENCE))  # the list here may know of more
    _copy_files(folder / EVIDENCE, evidence, but=ledger.NAME)


def _copy_sqlite(engine: Engine, file: Path) -> None:
    source = sqlite3.connect(engine.url.database or "")
    target = sqlite3.connect(file)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _bring_sqlite(engine: Engine, file: Path) -> None:
    engine.dispose()
    source = sqlite3.connect(file)
    target = sqlite3.connect(engine.url.database or "")
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _connect(engine: Engine) -> psycopg.Connection:
    return psycopg.connect(
        engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    )


def _copy_out(engine: Engine, folder: Path) -> dict[str, list[str]]:
    """Every table as PostgreSQL's own text copy, all seen at one moment; the columns of each."""
    columns = {table.name: table.columns.keys() for table in METADATA.sorted_tables}
    with _connect(engine) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        for table, names in columns.items():
            command = sql.SQL("COPY {} TO STDOUT").format(_named(table, names))
            file = folder / f"{table}.copy"
            with file.open("wb") as out, connection.cursor().copy(command) as copy:
                for piece in copy:
                    out.write(bytes(piece))
    return columns


def _copy_in(engine: Engine, folder: Path, columns: dict[str, list[str]]) -> None:
    with _connect(engine) as connection:
        for table, names in columns.items():
            command = sql.SQL("COPY {} FROM STDIN").format(_named(table, names))
            file = folder / f"{table}.copy"
            with file.open("rb") as source, connection.cursor().copy(command) as copy:
                while piece := source.read(CHUNK):
                    copy.write(piece)
            counted = METADATA.tables[table].autoincrement_column
            if counted is not None:
                connection.execute(_count_on(table, counted.name))


def _count_on(table: str, column: str) -> sql.Composed:
    """Let a table's numbers go on after the highest one that was brought back."""
    return sql.SQL(
        "SELECT setval(pg_get_serial_sequence({quoted}, {name}),"
        " coalesce(max({column}), 1), max({column}) IS NOT NULL) FROM {table}"
    ).format(
        quoted=sql.Literal(f'"{table}"'),
        name=sql.Literal(column),
        column=sql.Identifier(column),
        table=sql.Identifier(table),
    )


def _named(table: str, columns: list[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("{} ({})").format(sql.Identifier(table), names)


def _copy_files(source: Path, target: Path, but: str = "") -> int:
    target.mkdir(parents=True, exist_ok=True)
    there = [file for file in source.rglob("*") if file.is_file()] if source.exists() else []
    files = [file for file in there if file.name != but]
    for file in files:
        to = target / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, to)
        make_last(to)
    for inner in {to.parent for to in (target / file.relative_to(source) for file in files)}:
        make_last(inner)
    make_last(target)
    return len(files)
