"""`teladan verify`: one sentence and an exit code, and not a byte written."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.rules.audit import code_of
from storage import audit, migrate
from storage.database import Database
from storage.vault import Vault
from tests import databases
from tests.cast import PEOPLE, employ
from tests.conftest import SECRET

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
ENTRIES = 5
AGREES = "Setiap penilaian, keputusan, peran, dan akun di basis data cocok dengan jejak audit.\n"
AGREES += "Setiap hasil yang terbit, bila dihitung ulang, sama dengan yang diumumkan: 0.\n"


def verify(url: str, *codes: str, secret: str = SECRET) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    done = CliRunner().invoke(app, ["verify", *_given(codes)], env=_settings(url, secret))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def verify_apart(url: str) -> tuple[int, str, str]:
    """The same of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "verify"],
        env={**kept, **_settings(url, SECRET), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def _given(codes: Iterable[str]) -> list[str]:
    return [part for code in codes for part in ("--anchor", code)]


def _settings(url: str, secret: str) -> dict[str, str]:
    return {"BOT_TOKEN": "42:TEST", "SECRET_KEY": secret, "DATABASE_URL": url}


@pytest.fixture
def trail(blank: Database) -> tuple[str, list[bytes]]:
    """The address of a database with five entries, and their seals."""
    databases.migrate(blank)
    for number in range(1, ENTRIES + 1):
        with blank.transaction() as session:
            audit.record(session, NOW, None, "act.do", f"object/{number}", {"level": number})
    url = blank.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        seals = [row[6] for row in reader.rows()]
    return url, seals


def test_a_whole_trail(trail: tuple[str, list[bytes]]) -> None:
    url, seals = trail
    newest = code_of(ENTRIES, seals[-1])
    whole = f"Jejak audit utuh: 5 entri. Kode entri terbaru: {newest}\n"
    assert verify(url) == (0, whole + AGREES, "")
    code, said, _ = verify(url, newest.lower().replace("-", " ", 1), code_of(2, seals[1]))
    assert code == 0
    assert said.startswith("Jejak audit utuh dan cocok dengan 2 jangkar: 5 entri.")


def test_anchors_that_do_not_fit(trail: tuple[str, list[bytes]]) -> None:
    url, seals = trail
    code, said, _ = verify(url, code_of(3, seals[1]))
    assert (code, "entri 3 tidak cocok dengan jangkarnya" in said) == (1, True)
    code, said, _ = verify(url, code_of(9, seals[1]))
    assert (code, "terpotong, mulai entri 6" in said) == (1, True)


def test_what_cannot_be_told(trail: tuple[str, list[bytes]]) -> None:
    url, seals = trail
    for codes in (["12-ABCD"], [code_of(3, seals[2]), code_of(3, seals[1])]):
        code, said, complaint = verify(url, *codes)
        assert (code, said) == (2, "")
        assert "salah ketik" in complaint


@pytest.mark.parametrize(
    ("number", "change", "day"),
    [
        (1, "object = 'object/9'", "Rabu, 12 Agustus 2026"),
        (4, "object = 'object/9'", "Sabtu, 15 Agustus 2026"),
        (4, "at = '2026-08-14 05:00:00.000000'", "Jumat, 14 Agustus 2026"),
        (4, "at = '2026-08-10 03:00:00.000000'", "Jumat, 14 Agustus 2026"),
        (4, "at = '2026-12-01 03:00:00.000000'", "Jumat, 14 Agustus 2026"),
        (5, "actor_id = 7", "Minggu, 16 Agustus 2026"),
    ],
)
def test_one_changed_row_names_the_first_broken_day(
    blank: Database, number: int, change: str, day: str
) -> None:
    """An entry a day; the day of the last whole one where the changed row lies about its own."""
    databases.migrate(blank)
    for count in range(ENTRIES):
        with blank.transaction() as session:
            audit.record(session, NOW + timedelta(days=count), None, "act.do", f"object/{count}")
    with blank.engine.begin() as connection:
        sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(
            "DROP TRIGGER auditentry_no_update" if sqlite
            else "ALTER TABLE auditentry DISABLE TRIGGER ALL"
        )  # fmt: skip
        change = change if sqlite else change.replace(".000000", "+00")
        connection.exec_driver_sql(f"UPDATE auditentry SET {change} WHERE id = {number}")
    code, said, _ = verify(blank.engine.url.render_as_string(hide_password=False))
    assert code == 1
    assert f"entri {number} tidak lagi seperti saat ditulis" in said
    assert f"Hari pertama yang rusak: {day}." in said


def test_another_key(trail: tuple[str, list[bytes]]) -> None:
    code, said, _ = verify(trail[0], secret=SECRET[::-1])
    assert (code, "entri 1 tidak lagi seperti saat ditulis" in said) == (1, True)


def test_an_older_database_is_refused(blank: Database) -> None:
    migrate.upgrade(blank.engine, "0001")
    code, said, complaint = verify(blank.engine.url.render_as_string(hide_password=False))
    assert (code, said) == (2, "")
    assert "teladan migrate" in complaint


def test_no_database(tmp_path: Path) -> None:
    code, said, complaint = verify(f"sqlite:///{tmp_path / 'none.db'}")
    assert (code, said, complaint.count("\n")) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_not_a_byte_is_written(tmp_path: Path) -> None:
    file = tmp_path / "teladan.db"
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    databases.migrate(database)
    with database.transaction() as session:
        audit.record(session, NOW, None, "act.do", "object/1", {"level": 1})
    database.close()
    base = sqlite3.connect(file, isolation_level=None)
    base.execute("DROP TRIGGER auditentry_no_update")
    base.execute("UPDATE auditentry SET object = 'object/2'")
    base.close()
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    code, said, _ = verify_apart(f"sqlite:///{file}")
    assert (code, said) == (
        1,
        "Jejak audit rusak: entri 1 tidak lagi seperti saat ditulis (atau SECRET_KEY berbeda). "
        "Hari pertama yang rusak: Rabu, 12 Agustus 2026.\n",
    )
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_rows_changed_behind_the_products_back_are_named(blank: Database) -> None:
    databases.migrate(blank)
    with blank.transaction() as session:
        employ(session)
        for period in (1, 2, 3):
            said = {"period": period, "employee": 1, "scope": 0}
            audit.record(session, NOW, 2, "awards.propose", f"proposal/{period}", said)
    code, said_all, _ = verify(blank.engine.url.render_as_string(hide_password=False))
    lines = said_all.splitlines()
    assert code == 1
    assert lines[1].startswith("Unit, atasan, dan peran belum dapat diperiksa")
    accounts = [line for line in lines[2:] if line.startswith("Tidak tercatat: akun Telegram")]
    assert len(accounts) == len(PEOPLE)
    assert [line for line in lines[2:] if line not in accounts] == [
        *(
            f"Hilang: usulan penghargaan {n} tidak (lagi) ada, padahal dicatat entri {n}."
            for n in (1, 2, 3)
        ),
        f"Yang tidak cocok dengan jejak audit: {3 + len(PEOPLE)}. Laporkan kepada inspektorat.",
        AGREES.splitlines()[1],
    ]
