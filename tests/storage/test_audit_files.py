"""Somebody who owns the database file takes the triggers away and tampers with it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.actions.audit import verify
from bot.rules.audit import Row, Verdict, code_of
from storage import audit
from storage.audit import open_reader
from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault
from tests.conftest import SECRET

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
LENGTH, ANCHORED, TIMES = 30, 24, 200
COLUMNS = ("at", "actor_id", "action", "object", "commitment", "mac")
VALUES = (
    "2026-08-12", "2026-08-12 03:00:00.000001", "x", "", 0, 5, -1, 3.5, b"\xff", b"", bytes(32),
    2**40,
)  # fmt: skip
KEY = Vault(SECRET).key("audit")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("trail") / "teladan.db"
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    METADATA.create_all(database.engine)
    for number in range(1, LENGTH + 1):
        with database.transaction() as session:
            facts = {"level": number} if number % 3 else None
            audit.record(session, NOW, number, "act.do", f"object/{number}", facts)
    database.close()
    return file


def look(file: Path, codes: dict[int, str] | None = None) -> Verdict:
    with open_reader(f"sqlite:///{file}") as reader:
        return verify(reader, KEY, codes or {}, lambda _: None)


@pytest.fixture
def codes(original: Path) -> dict[int, str]:
    with open_reader(f"sqlite:///{original}") as reader:
        row = next(row for row in map(Row._make, reader.rows()) if row.number == ANCHORED)
    return {ANCHORED: code_of(ANCHORED, row.mac)}


def column(dice: random.Random, base: sqlite3.Connection, number: int) -> None:
    """Any value of any kind in any column, as bytes that are no text if need be."""
    name, value = dice.choice(COLUMNS), dice.choice(VALUES)
    if name in {"action", "object"} and dice.random() < 0.3:
        base.execute(f"UPDATE auditentry SET {name} = CAST(x'c328' AS TEXT) WHERE id = {number}")
    else:
        base.execute(f"UPDATE auditentry SET {name} = ? WHERE id = {number}", [value])


def facts(dice: random.Random, base: sqlite3.Connection, number: int) -> None:
    name = dice.choice(("salt", "facts"))
    value = dice.choice(VALUES)
    base.execute(f"UPDATE auditfacts SET {name} = ? WHERE entry_id = {number}", [value])


def delete(dice: random.Random, base: sqlite3.Connection, number: int) -> None:
    last = dice.choice([number, LENGTH])
    base.execute(f"DELETE FROM auditentry WHERE id BETWEEN {number} AND {last}")
    if dice.random() < 0.5:
        base.execute(f"UPDATE auditentry SET id = id - 1 WHERE id > {number}")


def delete_facts(_: random.Random, base: sqlite3.Connection, number: int) -> None:
    base.execute(f"DELETE FROM auditfacts WHERE entry_id = {number}")


def swap(dice: random.Random, base: sqlite3.Connection, number: int) -> None:
    other = number % LENGTH + 1
    for now, then in ((number, 0), (other, number), (0, other)):
        base.execute(f"UPDATE auditentry SET id = {then} WHERE id = {now}")
        base.execute(f"UPDATE auditfacts SET entry_id = {then} WHERE entry_id = {now}")


def insert(_: random.Random, base: sqlite3.Connection, number: int) -> None:
    base.execute(f"UPDATE auditentry SET id = -id - 1 WHERE id >= {number}")
    base.execute("UPDATE auditentry SET id = -id WHERE id < 0")
    base.execute(
        "INSERT INTO auditentry SELECT ?, at, actor_id, action, object, commitment, mac"
        " FROM auditentry WHERE id = 1",
        [number],
    )


WAYS: tuple[Callable[[random.Random, sqlite3.Connection, int], None], ...] = (
    column, facts, delete, delete_facts, swap, insert,
)  # fmt: skip


@contextmanager
def unguarded(file: Path) -> Iterator[sqlite3.Connection]:
    """The file in the hands of somebody who may do anything to it."""
    base = sqlite3.connect(file, isolation_level=None)
    base.execute("PRAGMA synchronous = OFF")
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in base.execute(triggers).fetchall():
        base.execute(f"DROP TRIGGER {name}")
    base.execute("BEGIN")
    yield base
    base.close()


def content(base: sqlite3.Connection) -> list[object]:
    base.text_factory = bytes
    tables = ("auditentry", "auditfacts")
    return [base.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]


def test_nobody_touched_the_original(original: Path, codes: dict[int, str]) -> None:
    verdict = look(original, codes)
    assert (verdict.entries, verdict.broken) == (LENGTH, None)


def test_every_tampering_with_the_file_is_found(
    original: Path, tmp_path: Path, codes: dict[int, str]
) -> None:
    dice = random.Random(7)
    file, touched = tmp_path / "copy.db", 0
    for _ in range(TIMES):
        shutil.copy(original, file)
        way, number = dice.choice(WAYS), dice.randint(1, ANCHORED)
        with unguarded(file) as base:
            before = content(base)
            way(dice, base, number)
            same = content(base) == before
            base.execute("COMMIT")
        verdict = look(file, codes)
        assert (verdict.broken is None) == same, (way.__name__, number)
        assert same or (verdict.broken or 0) <= ANCHORED, (way.__name__, number)
        touched += not same
    assert touched > TIMES * 0.7


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="unable to open"):
        look(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
