"""A trail comes back from a backup whole, and goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.rules.audit import Verdict, walk
from storage import audit, backup
from storage.database import Database
from tests import databases
from tests.commands.test_backup import fresh

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def look(database: Database) -> Verdict:
    with audit.open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        assert reader.stray_facts() is None
        return walk(database.vault.key("audit"), reader.rows())


def test_the_chain_goes_on_after_a_restore(blank: Database, tmp_path: Path) -> None:
    databases.migrate(blank)
    for number in range(5):
        with blank.transaction() as session:
            audit.record(session, NOW, None, "act.do", f"object/{number}", {"level": number})
    with blank.transaction() as session:
        audit.erase(session, NOW, None, 1, ["object/2"])
    backup.write(blank.engine, tmp_path / "none", tmp_path / "copy")
    second = fresh(blank, tmp_path)
    backup.read(second.engine, tmp_path / "brought", tmp_path / "copy")
    with second.transaction() as session:
        audit.record(session, NOW, None, "operator.restore", "database/1")
    verdict = look(second)
    assert (verdict.entries, verdict.erased, verdict.broken) == (7, 1, None)
    second.close()
