"""Killed while it writes: every effect that happened has its entry, and the chain is whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.rules.audit import walk
from storage.audit import open_reader
from storage.database import Database
from tests import databases
from tests.conftest import SECRET

pytestmark = pytest.mark.crash
KILLS = 5
# Says after each commit how far it came, and never ends by itself.
WRITER = """
import itertools, sys
from datetime import UTC, date, datetime, timedelta
from storage import audit, rounds
from storage.database import Database
from storage.vault import Vault

database = Database(sys.argv[1], Vault(sys.argv[3]))
now = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
for number in itertools.count():
    with database.transaction() as session:
        day = date(2026, 1, 1) + timedelta(days=number)
        audit.record(session, now, None, "act.do", f"round/{day}", {"number": number})
        rounds.first_today(session, sys.argv[2], day)
    print(number, flush=True)
"""


def test_killed_writers_leave_a_whole_chain(blank: Database) -> None:
    databases.migrate(blank)
    url = blank.engine.url.render_as_string(hide_password=False)
    said = sum(killed_after(url, f"run {kill}", 3 + 7 * kill) for kill in range(KILLS))
    with open_reader(url) as reader:
        verdict = walk(blank.vault.key("audit"), reader.rows())
    with blank.transaction() as session:
        effects = session.connection().execute(text("SELECT count(*) FROM round")).scalar_one()
    assert verdict.broken is None
    assert verdict.entries == effects
    assert said <= verdict.entries <= said + KILLS


def killed_after(url: str, name: str, lines: int) -> int:
    """How many commits a writer told of before it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, url, name, SECRET],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    ) as writer:  # fmt: skip
        assert writer.stdout is not None
        told = [next(writer.stdout) for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        told += list(writer.stdout)
    return len(told)
