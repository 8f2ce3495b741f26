"""Who wrote what cannot be told from a closed window: not from rows, logs, files or backups.

The same quarter is played twice on the same office; only who says what is exchanged. Whatever is
left afterwards must be alike.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Table, text
from sqlmodel import select

from bot import logs
from handlers.conversations import build_dispatcher
from storage import agreement, audit, backup
from storage.agreement import Kind
from storage.database import Database
from storage.peers import PeerRelease, PeerTicket
from storage.tables import METADATA
from storage.vault import Vault
from tests.cast import Cast, settle
from tests.conftest import NOW, SECRET
from tests.databases import empty
from tests.kit import Office, Person, TestClock
from tests.quarter import CALIBRATION, RATING, moves_to, rates

STEPS = 8
MINE = {Kind.ANSWER, Kind.RELEASE}
# The button of each answer about Budi, and a comment.
PRAISE = ("5 ", "Menggerakkan kami semua. Selalu hadir lebih awal.")
BLAME = ("1 ", "Bahan sering terlambat. Rapat ditinggalkan.")
MILD = ("4 ", "")
RATERS = ("wayan", "maya", "rina")
# Random by nature, or Telegram's own numbers: they tell nothing of an answer.
VOLATILE = {
    "account": {"card"},
    "auditentry": {"mac", "commitment"},
    "auditfacts": {"salt"},
    "keyboard": {"token", "spent_by"},
    "handledupdate": {"update_id"},
}
UNORDERED = {"keyboard", "handledupdate"}
Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def repeatable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.actions.peers.drawing.secrets.token_hex", lambda _: "benih")


@contextmanager
def listening(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Everything written to the log at DEBUG."""
    found: list[str] = []

    def keep(_: Any, __: str, event: Any) -> Any:
        found.append(str(sorted(event.items())))
        raise structlog.DropEvent

    structlog.configure(
        processors=[keep], wrapper_class=structlog.make_filtering_bound_logger(0),
        cache_logger_on_first_use=False,
    )  # fmt: skip
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        yield found
        found += [record.getMessage() for record in caplog.records]
    logs.set_up("ERROR")


def office_in(database: Database) -> Cast:
    """A new office in a database that has nothing any more."""
    if database.is_sqlite:
        METADATA.drop_all(database.engine)
        METADATA.create_all(database.engine)
    else:
        empty(database)
    clock = TestClock(NOW)
    return settle(Office(build_dispatcher(database, clock), clock), database)


async def answers(cast: Cast, key: str, label: str, comment: str) -> None:
    """About Budi, person by person, to the end."""
    person: Person = cast.people[key]
    await person.says("/rekan")
    await person.taps("Jawab tentang rekan")
    await person.taps("Per orang")
    await person.taps("Budi Santoso")
    await person.taps("Lanjut")
    for _ in range(STEPS):
        await person.taps(label)
    if comment:
        await person.taps("Komentar")
        await person.says(comment)
        await person.taps("Kembali")
    await person.taps("Kirim")
    assert person.sees("Terkirim")


async def play(cast: Cast, sayings: Sequence[tuple[str, str]]) -> None:
    """From the draw to the closed window; everybody says what stands at their place."""
    moves_to(cast, NOW.date(), peers=True)
    moves_to(cast, RATING, peers=True)
    await rates(cast.kepala, "Budi", 4)
    for key, said in zip(RATERS, sayings, strict=True):
        await answers(cast, key, *said)


def dump(database: Database) -> Dump:
    """Every row of every table as whoever holds the key reads it, in the order of its key."""
    with database.transaction() as session:
        return {table.name: _rows(session.connection(), table) for table in METADATA.sorted_tables}


def _rows(connection: Any, table: Table) -> list[tuple[Any, ...]]:
    drop = VOLATILE.get(table.name, set())
    columns = [column for column in table.columns if column.name not in drop]
    found = connection.execute(
        table.select().with_only_columns(*columns).order_by(*table.primary_key)
    )
    rows = [tuple(row) for row in found]
    return sorted(rows, key=repr) if table.name in UNORDERED else rows


async def test_exchanging_who_said_what_changes_nothing_that_is_left(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    left: list[tuple[Dump, list[str]]] = []
    for sayings in ((PRAISE, BLAME, MILD), (MILD, PRAISE, BLAME)):
        with listening(caplog) as lines:
            cast = office_in(database)
            await play(cast, sayings)
            moves_to(cast, CALIBRATION, peers=True)
        left.append((dump(database), lines))
    (first, said), (second, said_then) = left
    for name, rows in first.items():
        assert rows == second[name], name
    assert said == said_then
    assert not first["peerdraft"]
    assert [row[3:6] for row in first["peerrelease"] if row[4]] == [
        (3, " ".join(f"{key}:1,4,5" for key in sorted(KEYS)), "")
    ]
    assert len(first["peersentence"]) == 4


async def test_the_test_would_see_a_writer(sqlite: Database) -> None:
    """While the window is open, the two worlds do differ: in the sealed drafts alone."""
    dumps = []
    for sayings in ((PRAISE, BLAME, MILD), (BLAME, PRAISE, MILD)):
        cast = office_in(sqlite)
        await play(cast, sayings)
        dumps.append(dump(sqlite))
    assert dumps[0]["peerdraft"] != dumps[1]["peerdraft"]


async def test_no_word_stays_in_files_or_in_a_backup(tmp_path: Path, sqlite: Database) -> None:
    cast = office_in(sqlite)
    await play(cast, (PRAISE, BLAME, MILD))
    with sqlite.transaction() as session:
        sealed = [
            row[0] for row in session.connection().execute(text("SELECT said FROM peerdraft"))
        ]
    assert len(sealed) == 3
    moves_to(cast, CALIBRATION, peers=True)
    evidence = tmp_path / "bukti"
    evidence.mkdir()
    backup.write(sqlite.engine, evidence, tmp_path / "cadangan")
    file = Path(str(sqlite.engine.url.database))
    sqlite.close()  # the last connection takes the log of writes into the file
    for kept in (file, tmp_path / "cadangan" / "teladan.db"):
        content = kept.read_bytes()
        assert not any(bytes(one) in content for one in sealed), kept
        assert b"kami semua" not in content
        with closing(sqlite3.connect(kept)) as connection:
            acts = connection.execute("SELECT acts FROM keyboard WHERE acts LIKE '%peers.rate%'")
            assert not acts.fetchall()
            assert not connection.execute("SELECT * FROM peerdraft").fetchall()
    assert not file.with_name(file.name + "-wal").exists()


async def test_what_is_told_agrees_with_the_trail_and_a_changed_level_is_found(
    database: Database,
) -> None:
    cast = office_in(database)
    await play(cast, (PRAISE, BLAME, MILD))
    moves_to(cast, CALIBRATION, peers=True)
    assert found_wrong(database) == set()
    with database.transaction() as session:
        changed = "UPDATE peerrelease SET levels = replace(levels, '1,4,5', '5,5,5')"
        session.connection().execute(text(changed))
    assert found_wrong(database) == {"release/differs"}


def found_wrong(database: Database) -> set[str]:
    url = database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        found = agreement.findings(reader, Vault(SECRET), RATING)
        return {f"{one.kind}/{one.fault}" for one in found if one.kind in MINE}


async def test_of_two_answers_nothing_is_kept_at_all(database: Database) -> None:
    cast = office_in(database)
    moves_to(cast, NOW.date(), peers=True)
    moves_to(cast, RATING, peers=True)
    for key, said in (("wayan", PRAISE), ("maya", BLAME)):
        await answers(cast, key, *said)
    moves_to(cast, CALIBRATION, peers=True)
    left = dump(database)
    assert {row[4] for row in left["peerrelease"]} == {""}
    assert not left["peersentence"]
    assert not left["peerdraft"]
    with database.transaction() as session:
        states = {one.state for one in session.exec(select(PeerTicket))}
        about = session.get(PeerRelease, (1, "peer", cast.ids["budi"]))
    assert states == {"spent", "lapsed"}
    assert about is not None
    assert (about.answers, len(about.withheld.split())) == (2, STEPS)


KEYS = (
    "kolaborasi", "berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal",
    "adaptif", "kolaboratif",
)  # fmt: skip
