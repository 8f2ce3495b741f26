"""A backup and a restore that are killed at any boundary: whole, or refused and repeatable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlmodel import select

from bot.commands.opening import open_database
from bot.settings import Settings
from storage import backup, evidence_files, restoring
from storage.audit import AuditEntry
from storage.database import Database
from tests.crash.life import FULL
from tests.crash.points.commanding import does
from tests.crash.points.ledgers import Ledger, difference, ledger, whole
from tests.crash.points.stage import Stage
from tests.crash.points.stories import Story, furnish, submitted

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]
OFFICE = Story("kantor", (), submitted)
FILES = {"ab" * 32: b"a picture", "cd" * 32: b"a letter"}
EVERY = {"sqlite": 16, "postgresql": 48}  # point; a schema is made anew for each


def settle(stage: Stage) -> tuple[Ledger, Path]:
    """An office with evidence; what its database says, and where its backup is to lie."""
    stage.empty()
    database = stage.open()
    furnish(database, OFFICE)
    for name, content in FILES.items():
        evidence_files.files_beside(database).write(name, content)
    said = ledger(database)
    database.close()
    return said, stage.folder / "copy"


def chosen(stage: Stage, points: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, or some and the last one."""
    return points if FULL else (*points[EVERY[stage.kind] // 2 :: EVERY[stage.kind]], points[-1])


def test_a_backup_that_was_killed_is_refused_or_whole(stage: Stage) -> None:
    office, copy = settle(stage)
    done = does(stage, f"backup {copy}")
    assert done.code == 0
    assert {"before replace #1", "half a file #1"} <= {*done.points}
    manifest = done.points.index("after replace #1")
    for number, point in enumerate(done.points):
        if point not in chosen(stage, done.points):
            continue
        shutil.rmtree(copy)
        assert does(stage, f"backup {copy}", point).died
        assert (copy / backup.MANIFEST).exists() == (number >= manifest)
        here = stage.open()
        assert (difference(office, ledger(here)), whole(here)) == ({}, True)
        here.close()
        began = any(copy.iterdir())
        assert does(stage, f"backup {copy}").code == (2 if began else 0)
    keep_evidence(stage, copy)
    assert does(stage, f"restore {copy}").code == 0


def keep_evidence(stage: Stage, copy: Path) -> None:
    """The office is lost; of its last backup nothing is."""
    assert {file.name for file in (copy / backup.EVIDENCE).rglob("*") if file.is_file()} == {
        *FILES
    }
    stage.empty()


def test_a_restore_that_was_killed_is_refused_until_it_is_repeated(stage: Stage) -> None:
    _, copy = settle(stage)
    assert does(stage, f"backup {copy}").code == 0
    stage.empty()
    done = does(stage, f"restore {copy}")
    assert done.code == 0
    wanted = seen(stage)
    assert {"half a file #1", "after begin restoring #1", "before finish restoring #1"} <= {
        *done.points
    }
    for point in chosen(stage, done.points):
        stage.empty()
        assert does(stage, f"restore {copy}", point).died
        if is_marked(stage):
            assert is_refused(stage)
            assert does(stage, f"restore {copy}").code == 0
        elif is_empty(stage):
            assert does(stage, f"restore {copy}").code == 0
        assert difference(wanted, seen(stage)) == {}, point


def seen(stage: Stage) -> Ledger:
    """Everything of a finished restore: nobody refuses it, the trail is whole and tells of it."""
    assert not is_refused(stage)
    database = stage.open()
    assert whole(database)
    with database.transaction(reading=True) as session:
        told = session.exec(select(AuditEntry).where(AuditEntry.action == "operator.restore"))
        assert len(told.all()) == 1
    for name, content in FILES.items():
        assert evidence_files.files_beside(database).read(name) == content
    said = ledger(database)
    database.close()
    return said


def is_refused(stage: Stage) -> bool:
    """Whether the bot and every other command refuse to work with it."""
    try:
        with open_database(settings(stage), newest=False):
            return False
    except SystemExit:
        return True


def is_marked(stage: Stage) -> bool:
    database = stage.open()
    marked = restoring.is_begun(database.engine)
    database.close()
    return marked


def is_empty(stage: Stage) -> bool:
    database = stage.open()
    none = not tables(database)
    database.close()
    return none


def tables(database: Database) -> list[str]:
    from sqlalchemy import inspect

    return list(inspect(database.engine).get_table_names())


def settings(stage: Stage) -> Settings:
    named = {name.lower(): value for name, value in stage.settings().items()}
    return Settings.model_validate(named)
