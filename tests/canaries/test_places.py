"""After everything has been played and has failed, no canary is found in anything written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.vault import Vault
from tests.canaries.planted import BYTES, EVERY, NIP, PHONE, TEXT, forms, found
from tests.canaries.playing import ENVIRONMENT
from tests.conftest import SECRET
from tests.postgres import clear

ROOT = Path(__file__).parents[2]
FULL = os.environ.get("CRASH") == "full"
FEWEST = 16  # sealed columns that a canary has reached


@pytest.fixture(scope="module", params=["sqlite", "postgresql"] if FULL else ["sqlite"])
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Where all lies that was written; on PostgreSQL with what our backup brings out of it."""
    folder = tmp_path_factory.mktemp("canaries")
    environment = dict(os.environ)
    if request.param == "postgresql":
        environment["CANARY_DATABASE"] = request.getfixturevalue("postgres_url")
        _clear(environment["CANARY_DATABASE"])
    yield _play(folder, environment)
    if request.param == "postgresql":
        _clear(environment["CANARY_DATABASE"])


def _clear(url: str) -> None:
    database = Database(url, Vault(SECRET))
    clear(database.engine)
    database.close()


def _play(folder: Path, environment: dict[str, str]) -> Path:
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        subprocess.run(
            [sys.executable, "-m", "tests.canaries.playing", str(folder)],
            check=False, stdout=out, stderr=err, cwd=ROOT, env=environment,
            timeout=110,
        )  # fmt: skip
    assert (folder / "planted").exists(), (folder / "err").read_text(encoding="utf-8")[-3000:]
    return folder


def test_the_canaries_were_planted_and_the_faults_happened(played: Path) -> None:
    assert int((played / "planted").read_text(encoding="ascii")) >= FEWEST
    told = (played / "err").read_text(encoding="utf-8")
    for event in ("update_failed", "update_parked", "tick_failed", "screen_not_shown",
                  "IntegrityError", "Task exception was never retrieved",
                  "letter_not_sent", "evidence_not_examined", "evidence_not_fetched"):  # fmt: skip
        assert event in told, event


def test_nothing_that_was_written_holds_a_canary(played: Path) -> None:
    files = [file for file in played.rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert {"out", "err", "answers", "reprs", "alarms"} <= names
    assert {"teladan.db", "living-teladan.db"} <= names or "factor.copy" in names
    assert any("backup" in str(file.parent) for file in files)
    leaks = {str(file.relative_to(played)): found(file.read_bytes()) for file in files}
    assert {name: held for name, held in leaks.items() if held} == {}


def test_the_search_finds_every_form() -> None:
    for canary in EVERY:
        for form in forms(canary):
            if len(form) >= 5:
                assert found(b"\0\xff before " + form + b" after\0"), (canary, form)
    assert found(BYTES)
    assert found(TEXT.upper().encode())
    assert not found(b"nothing of the kind" * 100)


def test_commands_that_fail_tell_no_canary(tmp_path: Path) -> None:
    roster = tmp_path / "pegawai.csv"
    roster.write_text(
        "nip,nama,jabatan,jenjang,golongan,unit,unit_induk,atasan_nip,telepon,peran,zona\n"
        f"{NIP},Sari,Analis,Pelaksana,III/a,Pusat,,{NIP},{PHONE}x,bukan peran,WIB\n",
        encoding="utf-8",
    )
    address = "postgresql://teladan:Zxkenari-database-password@127.0.0.1:1/teladan"
    for database, arguments, code in (
        (address, ["check"], 2),
        (f"sqlite:///{tmp_path / 'a.db'}", ["import", str(roster)], 2),
    ):
        environment = os.environ | ENVIRONMENT | {"DATABASE_URL": database}
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            env=environment | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        assert ran.returncode == code, ran.stderr[-2000:]
        assert found(ran.stdout + ran.stderr) == set()


def test_a_command_that_breaks_says_where_and_nothing_else() -> None:
    broken = (
        "import bot.__main__ as teladan\n"
        "from tests.canaries.planted import TEXT, TOKEN\n"
        "def fail(): raise ValueError(TEXT + TOKEN)\n"
        "teladan.app = fail\n"
        "teladan.main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", broken], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert b"ValueError" in ran.stderr
    assert b"in fail" in ran.stderr
    assert found(ran.stdout + ran.stderr) == set()
