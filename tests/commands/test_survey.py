"""`teladan survey`: raw answers of old surveys, all of a file or nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.actions.days import WEST
from bot.actions.surveys import sealing
from bot.rules.surveys.elements import ELEMENTS, OLD_ELEMENTS
from bot.rules.surveys.grades import FOURTEEN, Weight
from bot.rules.surveys.index import figure
from storage import surveys
from storage.agreement.survey_days import of_survey_days
from storage.database import Database
from storage.surveys import SurveyAnswer, SurveyComment, SurveyService, imports
from storage.units import Unit
from tests import databases
from tests.commands.bringing import does, write

HEAD = ("unit", "layanan", "tanggal", "jenis", *map(str, ELEMENTS), "komentar")
OLD_HEAD = ("unit", "layanan", "tanggal", "jenis", *map(str, OLD_ELEMENTS), "komentar")


def line(said: str = "3", comment: str = "", **other: str) -> list[str]:
    """A right line of the nine elements."""
    given = {"unit": "Dinas", "layanan": "KTP", "tanggal": "20/08/2025", "jenis": "jasa", **other}
    head = [given[name] for name in HEAD[:4]]
    return [*head, *(given.get(str(one), said) for one in ELEMENTS), comment]


@pytest.fixture
def office(blank: Database) -> Database:
    databases.migrate(blank)
    with blank.transaction() as session:
        session.add(Unit(name="Dinas", zone="Asia/Jakarta"))
    return blank


def brings(
    office: Database, tmp_path: Path, lines: list[list[str]], *options: str,
    head: tuple[str, ...] = HEAD, name: str = "survei.csv",
) -> tuple[int, str, str]:  # fmt: skip
    """Exit code, standard output, standard error."""
    write(tmp_path / name, head, lines)
    return does(office, "survey", str(tmp_path / name), *options)


def kept(office: Database) -> int:
    with office.transaction() as session:
        return len(session.exec(select(SurveyAnswer)).all())


@pytest.mark.parametrize("name", ["survei.csv", "survei.xlsx"])
def test_a_file_comes_in_whole_and_once(office: Database, tmp_path: Path, name: str) -> None:
    lines = [line("4", "Ramah sekali."), line("3"), line("2", layanan="ktp", jenis="")]
    code, said, _ = brings(office, tmp_path, lines, "--dry-run", name=name)
    assert (code, kept(office)) == (0, 0)
    assert "3 jawaban (9 unsur), 1 layanan baru, dan 1 komentar" in said
    code, said, _ = brings(office, tmp_path, lines, name=name)
    assert (code, kept(office)) == (0, 3)
    with office.transaction() as session:
        (service,) = session.exec(select(SurveyService)).all()
        assert (service.name, service.kind) == ("KTP", "jasa")
        (comment,) = session.exec(select(SurveyComment)).all()
        assert (comment.text, comment.cleared_on) == ("Ramah sekali.", None)
    code, _, fault = brings(office, tmp_path, lines, name=name)
    assert (code, kept(office)) == (2, 3)
    assert fault.startswith("Berkas ini sudah dimasukkan pada ")


def test_days_sealed_before_are_sealed_anew(office: Database, tmp_path: Path) -> None:
    """An import of a day long over is no change behind the trail; today is sealed tomorrow."""
    now = datetime.now(UTC)
    with office.transaction() as session:
        day = now.date() - timedelta(9)
        sealing.reseal(session, [day, day - timedelta(1)], now - timedelta(8))
    days = [day, day - timedelta(30), now.astimezone(WEST).date()]
    lines = [line(tanggal=one.isoformat()) for one in days]
    assert brings(office, tmp_path, lines)[0] == 0
    with office.transaction() as session:
        assert list(of_survey_days(session.connection())) == []
        assert surveys.answers.unsealed(session, now.date() + timedelta(2)) == [days[2]]
        session.connection().execute(text("UPDATE surveyanswer SET waktu = 4"))
        assert len(list(of_survey_days(session.connection()))) == 2


def test_every_fault_is_named_and_nothing_is_half_done(office: Database, tmp_path: Path) -> None:
    lines = [
        line(), line(waktu="5"), line(unit="Bukan"), line(layanan="SIM", jenis=""),
        line(tanggal="31/02/2025"), line(jenis="barang"),
    ]  # fmt: skip
    code, said, fault = brings(office, tmp_path, lines)
    assert (code, said, kept(office)) == (2, "", 0)
    first, *named = fault.splitlines()
    assert "5 kesalahan" in first
    assert [one.partition(":")[0] for one in named] == [
        "baris 3, waktu", "baris 4, unit", "baris 5, layanan", "baris 6, tanggal",
        "baris 7, jenis",
    ]  # fmt: skip


def test_fourteen_elements_keep_their_own_table(office: Database, tmp_path: Path) -> None:
    given = ["Dinas", "KTP", "20/08/2012", "jasa"]
    lines = [[*given, *["3"] * 14, "Baik"], [*given, *["4"] * 7, *["2"] * 7, ""]]
    code, said, _ = brings(office, tmp_path, lines, head=OLD_HEAD)
    assert code == 0
    assert "2 jawaban (14 unsur)" in said
    assert "1 komentar tidak disimpan" in said
    with office.transaction() as session:
        unit = session.exec(select(Unit.id)).one() or 0
        (year,) = imports.past_years(session, [unit])
        shown = figure(year.tally, Weight.EXACT, FOURTEEN)
        assert shown is not None
        assert (year.year, year.tally.count, str(shown.index), shown.grade) == (
            2012, 2, "75.00", "B",
        )  # fmt: skip
    assert kept(office) == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nothing", b"unit;layanan\nDinas;KTP"])
def test_a_bad_file_is_one_sentence(office: Database, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "survei.csv"
    file.write_bytes(content)
    for given in (file, tmp_path / "tidak-ada.csv"):
        code, _, fault = does(office, "survey", str(given))
        assert (code, len(fault.splitlines())) == (2, 1)
