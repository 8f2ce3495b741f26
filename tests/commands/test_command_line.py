"""The command line as an operator meets it: one clear sentence, exit code 2, no traceback."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.actions import joining
from bot.actions.guest import Guest
from storage import employees, entry_codes, factors, profile
from storage.audit import AuditEntry
from storage.database import Database
from storage.outbox import Letter
from storage.scheme_files import default_text
from storage.trainings import training
from storage.vault import Vault
from tests import databases
from tests.conftest import SECRET
from tests.factors import enrol
from tests.trainings import HEAD as COURSES
from tests.trainings import LINE

HEAD = "nip,nama,jabatan,jenjang,golongan,unit,unit_induk,atasan_nip,telepon,peran,zona\n"
KEPALA = (
    "197001011995011001,Hendra Wijaya,Kepala,JPT Pratama,IV/c,"
    "Pusat,,,0812-0000-0001,pimpinan,WIB\n"
)
SARI = (
    "199003032015032003,Sari Lestari,Analis,Pelaksana,III/a,"
    "Layanan,Pusat,197001011995011001,,pegawai,WITA\n"
)


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", "123456:abc")
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'office.db'}")
    monkeypatch.setenv("EVIDENCE_DIR", str(tmp_path / "evidence"))
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    for name in ("WEBHOOK_URL", "CLOCK_URL", "TELEGRAM_API"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def begun(tmp_path: Path) -> None:
    """The office's database is there already, without anybody in it."""
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    databases.migrate(database)
    database.close()


def teladan(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def refused(result: Result) -> str:
    """The sentences of a refusal; anything but exit code 2 without a traceback fails."""
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    return result.output.strip()


def roster(tmp_path: Path, *lines: str) -> str:
    file = tmp_path / "daftar.csv"
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return str(file)


def test_a_roster_comes_in_whole(tmp_path: Path) -> None:
    file = roster(tmp_path, SARI, KEPALA)
    assert teladan("import", file, "--dry-run").exit_code == 0
    first, again = teladan("import", file), teladan("import", file)
    assert first.exit_code == again.exit_code == 0
    assert "2" in first.output
    assert first.output != again.output


def in_service(tmp_path: Path) -> list[str]:
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    with database.transaction(reading=True) as session:
        names = [person.name for person in employees.in_service(session)]
    database.close()
    return names


@pytest.mark.usefixtures("begun")
def test_who_is_missing_stays_unless_leavers_are_asked_for(tmp_path: Path) -> None:
    teladan("import", roster(tmp_path, KEPALA, SARI))
    file = roster(tmp_path, KEPALA)
    said = teladan("import", file)
    assert said.exit_code == 0
    assert "1 pegawai aktif tidak ada di berkas" in said.output
    assert "--leavers" in said.output
    assert "Sari" not in said.output
    assert in_service(tmp_path) == ["Hendra Wijaya", "Sari Lestari"]
    said = teladan("import", file, "--leavers")
    assert said.exit_code == 0
    assert "1 pegawai yang tidak ada di berkas dicatat keluar" in said.output
    assert in_service(tmp_path) == ["Hendra Wijaya"]
    again = teladan("import", file, "--leavers")
    assert "keluar" not in again.output


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("flags", "what"), [((), "akan dibiarkan"), (("--leavers",), "akan dicatat keluar")]
)
def test_a_dry_run_names_who_is_missing(tmp_path: Path, flags: tuple[str, ...], what: str) -> None:
    teladan("import", roster(tmp_path, KEPALA, SARI))
    said = teladan("import", roster(tmp_path, KEPALA), "--dry-run", *flags)
    assert said.exit_code == 0
    assert what in said.output
    assert said.output.splitlines()[-1] == "  - Sari Lestari"
    assert in_service(tmp_path) == ["Hendra Wijaya", "Sari Lestari"]


@pytest.mark.usefixtures("begun")
def test_many_leave_only_when_their_number_is_confirmed(tmp_path: Path) -> None:
    others = [SARI.replace("032003", f"0320{number:02d}") for number in range(10, 14)]
    others = [line.replace("Sari", f"Sari{number}") for number, line in enumerate(others)]
    teladan("import", roster(tmp_path, KEPALA, *others))
    part = roster(tmp_path, KEPALA, others[0])
    for wrong in ((), ("--confirm", "2")):
        said = refused(teladan("import", part, "--leavers", *wrong))
        assert "3 dari 5 pegawai aktif tidak ada di berkas" in said
        assert "--leavers --confirm 3" in said
        assert len(in_service(tmp_path)) == 5
    assert teladan("import", part, "--leavers", "--confirm", "3").exit_code == 0
    assert len(in_service(tmp_path)) == 2


@pytest.mark.usefixtures("begun")
def test_nobody_leaves_to_whom_somebody_answers(tmp_path: Path) -> None:
    teladan("import", roster(tmp_path, KEPALA, SARI))
    for flags in (("--leavers",), ("--leavers", "--dry-run")):
        said = refused(teladan("import", roster(tmp_path, SARI), *flags))
        assert "menunjuk Hendra Wijaya" in said
    assert in_service(tmp_path) == ["Hendra Wijaya", "Sari Lestari"]


@pytest.mark.usefixtures("begun")
def test_a_faulty_roster_is_named_by_line_and_changes_nothing(tmp_path: Path) -> None:
    broken = SARI.replace("199003032015032003", "199013032015032003")
    said = refused(teladan("import", roster(tmp_path, KEPALA, broken)))
    assert "3" in said
    assert "nip" in said.lower()
    good = teladan("import", roster(tmp_path, KEPALA, SARI))
    assert "2" in good.output


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"a;b\n1;2\n"])
def test_what_is_no_roster_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    assert refused(teladan("import", str(file)))


@pytest.mark.usefixtures("begun")
def test_a_missing_file_is_said_in_one_sentence() -> None:
    assert "tidak-ada.xlsx" in refused(teladan("import", "tidak-ada.xlsx"))


@pytest.mark.usefixtures("begun")
def test_an_invitation_is_exactly_one_line(tmp_path: Path) -> None:
    teladan("import", roster(tmp_path, KEPALA, SARI))
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    with database.transaction() as session:
        profile.remember(session, "contoh_bot")
    database.close()
    said = teladan("invite", "199003032015032003")
    assert said.exit_code == 0
    [line] = said.output.splitlines()
    link, _, code = line.partition("?start=")
    assert link == "https://t.me/contoh_bot"
    assert len(code) == 22


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("command", ["invite", "approve", "reset-code"])
@pytest.mark.parametrize("nip", ["199003032015032003", "123", "bukan nip"])
def test_an_unknown_person_is_refused(tmp_path: Path, command: str, nip: str) -> None:
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    with database.transaction() as session:
        profile.remember(session, "contoh_bot")
    database.close()
    assert len(refused(teladan(command, nip)).splitlines()) == 1


@pytest.mark.usefixtures("begun")
def test_the_operator_approves_with_the_digits_that_the_person_reads_out(tmp_path: Path) -> None:
    teladan("import", roster(tmp_path, KEPALA))
    nip = "197001011995011001"
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    guest = Guest(1, datetime.now(UTC))
    with database.transaction() as session:
        code = entry_codes.by_code(session, joining.invite(session, nip, None, guest.now))
        assert code is not None
        joining.confirm(session, guest, code.id or 0)
        number = joining.door(session, guest).number
    database.close()
    assert "Tanyakan langsung kepada orangnya" in refused(teladan("approve", nip))
    assert "orang lain telah memakai undangannya" in refused(teladan("approve", nip, "12"))
    assert "Akun sudah aktif" in teladan("approve", nip, number).output
    assert len(refused(teladan("approve", nip, number)).splitlines()) == 1


@pytest.mark.usefixtures("begun")
def test_a_lost_authenticator_is_reset_once_and_its_owner_hears_of_it(tmp_path: Path) -> None:
    teladan("import", roster(tmp_path, KEPALA))
    assert len(refused(teladan("reset-code", "197001011995011001")).splitlines()) == 1
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    with database.transaction() as session:
        person = employees.by_nip(session, "197001011995011001")
        assert person is not None
        assert person.id is not None
        factor = enrol(session, person.id, datetime(2026, 1, 5, tzinfo=UTC))
    said = teladan("reset-code", "197001011995011001")
    assert said.exit_code == 0, said.output
    assert len(said.output.splitlines()) == 1
    refused(teladan("reset-code", "197001011995011001"))
    with database.transaction() as session:
        assert factors.in_use(session, person.id) is None
        told = session.exec(select(Letter).where(Letter.template == "factors.was_reset")).one()
        logged = session.exec(select(AuditEntry).where(AuditEntry.action == "factors.reset")).one()
        assert told.employee_id == person.id
        assert logged.object == f"factor/{factor}"
    database.close()


def test_migrate_backup_and_restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    teladan("import", roster(tmp_path, KEPALA, SARI))
    assert teladan("migrate").exit_code == 0
    assert teladan("backup", "cadangan").exit_code == 0
    refused(teladan("backup", "cadangan"))
    refused(teladan("restore", "cadangan"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    assert teladan("restore", "cadangan").exit_code == 0
    refused(teladan("restore", "kosong"))


def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOT_TOKEN")
    assert refused(teladan("run")).startswith("BOT_TOKEN")


def test_an_older_database_is_left_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
    database.close()
    assert "teladan migrate" in refused(teladan("invite", "199003032015032003"))


def test_a_telegram_that_cannot_be_reached_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API", "http://127.0.0.1:9")
    assert "http://127.0.0.1:9" in refused(teladan("check"))


def scheme(tmp_path: Path, *changes: tuple[str, str]) -> str:
    text = default_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = tmp_path / "skema.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_scheme_is_checked_without_a_database(tmp_path: Path) -> None:
    result = teladan("scheme", "check", scheme(tmp_path))
    assert result.exit_code == 0
    assert result.output.strip() == (
        "Skema bawaan Teladan, versi 1, berlaku mulai Kamis, 1 Januari 2026: tidak ada kesalahan."
    )
    assert not (tmp_path / "office.db").exists()


def test_all_faults_of_a_scheme_are_told_with_their_lines(tmp_path: Path) -> None:
    changes = (
        ("weight = 25", "weight = 30"),
        ("met = 90", "met = 115"),
        ("\ndays = 14", "\ndays = 0"),
    )
    said = refused(teladan("scheme", "check", scheme(tmp_path, *changes))).splitlines()
    assert len(said) == 3
    assert any(
        "Jumlah bobot indikator pada satu sumbu harus 100. hasil_kerja: 105." in s for s in said
    )
    assert any("Batas ekspektasi (thresholds) harus naik" in sentence for sentence in said)
    assert any(
        "Batas hari pengajuan keberatan (objection.days) harus antara 1 dan 90; tertulis 0." in s
        for s in said
    )
    assert all(sentence.startswith("Baris ") for sentence in said)


def test_what_is_no_scheme_at_all_is_told(tmp_path: Path) -> None:
    file = tmp_path / "skema.toml"
    assert "tidak ditemukan" in refused(teladan("scheme", "check", str(file)))
    file.write_bytes(b"\xff\xfe\x00")
    assert "berkas teks TOML" in refused(teladan("scheme", "check", str(file)))
    file.write_text("key = ", encoding="utf-8")
    assert refused(teladan("scheme", "check", str(file))).startswith("Baris 1: Penulisan TOML")


def test_the_catalogue_comes_in_as_a_whole_or_not_at_all(begun: None, tmp_path: Path) -> None:
    file = tmp_path / "katalog.csv"
    wrong = LINE.format(begins="30-11-2099").replace(";900;", ";899;")
    file.write_text(f"{COURSES}\n{LINE.format(begins='30-11-2099')}\n{wrong}\n")
    said = refused(teladan("catalogue", str(file)))
    assert "Baris 3, kolom menit: tidak sesuai dengan JP" in said
    file.write_text(
        f"{COURSES}\n{LINE.format(begins='30-11-2099')}\n".replace("produktivitas", "")
    )
    assert "1" in teladan("catalogue", str(file), "--dry-run").output
    assert courses(tmp_path) == []
    assert teladan("catalogue", str(file)).exit_code == 0
    assert courses(tmp_path) == ["PT-01"]
    assert teladan("catalogue", str(file)).exit_code == 0
    assert courses(tmp_path) == ["PT-01"]
    said = refused(teladan("catalogue", str(tmp_path / "tiada.csv")))
    assert "tidak ditemukan" in said
    assert "\n" not in said


def courses(folder: Path) -> list[str]:
    database = Database(f"sqlite:///{folder / 'office.db'}", Vault(SECRET))
    with database.transaction(reading=True) as session:
        found = [one.code for one in training.everything(session)]
    database.close()
    return found
