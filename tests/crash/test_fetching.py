"""The fetch of evidence under kill -9: kept once, told once, and nothing left lying about."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.actions import evidence as bringing
from bot.actions.achievements import attaching
from bot.rules.evidence import LEASE, EvidenceState
from storage import evidence_files
from storage.database import Database
from storage.evidence import Evidence
from tests.achievements import examine, furnish, items, me, photo, picture, send, state, tell
from tests.conftest import NOW
from tests.crash.life import ROOT

pytestmark = pytest.mark.crash

Fetch = Callable[[str, Database, Path, int], int]
MOMENTS = ("downloaded", "examined", "half written", "written", "not committed", "committed")
OLD = timedelta(days=3)


@pytest.fixture(scope="module")
def fetch() -> Iterator[Fetch]:
    """Lets a courier fetch in a process of its own; how that ended."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.crash.fetcher"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        talk, hear = process.stdin, process.stdout
        assert talk is not None
        assert hear is not None

        def ask(moment: str, database: Database, folder: Path, minutes: int) -> int:
            url = database.engine.url.render_as_string(hide_password=False)
            talk.write(json.dumps([moment, url, str(folder), minutes]) + "\n")
            talk.flush()
            return int(hear.readline())

        yield ask
        talk.close()


def sends(database: Database) -> int:
    """Sari sends an achievement whose picture is still at Telegram; its number."""
    with database.transaction() as session:
        who = me(session, "sari", NOW)
        number = tell(session, who)
        attaching.attach(session, who, number, photo("p1"))
        send(session, who, number)
        assert state(session, number) == "sending"
        return number


def look(database: Database, number: int) -> tuple[Evidence, str, int]:
    """The file's row, the achievement's state, and how many letters ask for its rating."""
    with database.transaction(reading=True) as session:
        asked = text("select count(*) from letter where template = 'achievements.waiting'")
        letters: Any = session.connection().execute(asked).scalar_one()
        (row,) = items(session, number)
        return row, state(session, number), letters


def swept(database: Database, folder: Path) -> list[str]:
    """What lies in the store after all of it has grown old and was swept."""
    old = time.time() - OLD.total_seconds()
    for path in folder.glob("??/*"):
        os.utime(path, (old, old))
    with database.transaction() as session:
        bringing.sweep_files(session, NOW + timedelta(days=900))
    return [path.name for path in folder.glob("??/*")]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_file_is_kept_once(
    fetch: Fetch, database: Database, tmp_path: Path, moment: str
) -> None:
    folder = tmp_path / "evidence"
    furnish(database, tmp_path)
    number = sends(database)
    assert fetch(moment, database, folder, 0) == -signal.SIGKILL
    row, stands, _ = look(database, number)
    told = moment == "committed"
    assert (row.state == EvidenceState.KEPT, stands == "submitted") == (told, told)
    later = int(LEASE.total_seconds() // 60) + 1
    assert fetch("", database, folder, later) == 0
    assert fetch("", database, folder, later * 2) == 0
    row, stands, letters = look(database, number)
    assert (row.state, row.sha256, row.tries) == ("kept", examine(picture()).sha256, 0)
    assert (stands, letters) == ("submitted", 1)
    assert swept(database, folder) == [row.sha256]
    with database.transaction(reading=True) as session:
        kept = evidence_files.files_of(session).read(row.sha256)
    assert kept == examine(picture()).content


@pytest.mark.parametrize("moment", ["half written", "written"])
def test_what_is_never_named_is_swept(
    fetch: Fetch, sqlite: Database, tmp_path: Path, moment: str
) -> None:
    """The draft is deleted after the process died: its file belongs to nobody."""
    folder = tmp_path / "evidence"
    furnish(sqlite, tmp_path)
    sends(sqlite)
    assert fetch(moment, sqlite, folder, 0) == -signal.SIGKILL
    assert len(list(folder.glob("??/*"))) == 1
    assert swept(sqlite, folder) == []
