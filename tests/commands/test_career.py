"""`teladan career`: all of a file or nothing, faults by line, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.rules.career.lines import COLUMNS
from storage.career import CareerFact
from storage.database import Database
from tests import databases
from tests.cast import PEOPLE, employ
from tests.commands.bringing import does, write
from tests.conftest import SECRET

NIP = PEOPLE["sari"][2]
LINES = [
    [NIP, "pangkat", "III/a", "01/04/2024", "", "SK 823/9/2024"],
    [NIP, "angka_kredit", "37,50", "31/12/2025", "", ""],
]


@pytest.fixture
def office(blank: Database) -> Database:
    databases.migrate(blank)
    with blank.transaction() as session:
        employ(session)
    return blank


def brings(
    office: Database, tmp_path: Path, lines: list[list[str]], *options: str, name: str
) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    write(tmp_path / name, COLUMNS, lines)
    return does(office, "career", str(tmp_path / name), *options)


def kinds(office: Database) -> list[str]:
    with office.transaction() as session:
        return sorted(one.kind for one in session.exec(select(CareerFact)))


def test_a_file_comes_in_whole_and_only_once_or_not_at_all(
    office: Database, tmp_path: Path
) -> None:
    wrong = [*LINES, [NIP, "pangkat", "III/x", "01/04/2025", "", ""]]
    code, said, fault = brings(office, tmp_path, wrong, name="karier.csv")
    assert (code, said, kinds(office)) == (2, "", [])
    first, named = fault.splitlines()
    assert "1 kesalahan" in first
    assert named.startswith("Baris 4, kolom nilai: ")
    code, said, _ = brings(office, tmp_path, LINES, "--dry-run", name="karier.csv")
    assert (code, kinds(office)) == (0, [])
    assert "2 catatan dari 1 pegawai akan ditambahkan" in said
    code, said, _ = brings(office, tmp_path, LINES, name="karier.xlsx")
    assert (code, kinds(office)) == (0, ["credit", "held_rank", "past_credit", "rank_since"])
    assert "Dicatat: 2 catatan dari 1 pegawai; 0 sudah ada sebelumnya." in said
    code, said, _ = brings(office, tmp_path, LINES, name="karier.csv")
    assert (code, len(kinds(office))) == (0, 4)
    assert "2 sudah ada" in said


def test_a_file_that_is_none_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kosong.csv").write_text("nip;nama\n1;2", "utf-8")
    settings = {"BOT_TOKEN": "42:TEST", "SECRET_KEY": SECRET}
    for name in ("kosong.csv", "tidak-ada.csv"):
        done = CliRunner().invoke(app, ["career", str(tmp_path / name)], env=settings)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_an_empty_file_is_told_in_words_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "kosong.csv").write_text(";".join(COLUMNS) + "\n", "utf-8")
    settings = {"BOT_TOKEN": "42:TEST", "SECRET_KEY": SECRET}
    done = CliRunner().invoke(app, ["career", str(tmp_path / "kosong.csv")], env=settings)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "tidak memuat catatan karier" in done.stderr
