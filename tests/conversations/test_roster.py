"""HR sends a roster to the bot: faults, what would change, and all of it or nothing."""

from __future__ import annotations

import csv
import io

import pytest
from sqlmodel import Session, select

from bot.actions import roster
from bot.documents import sheet
from bot.rules.roster import COLUMNS
from storage import roster_files
from storage.employees import Employee
from storage.grants import Grant
from storage.outbox import Letter
from storage.units import Unit
from tests.cast import PEOPLE, Cast
from tests.factors import types_code
from tests.kit import Person
from tests.rosters import Cells, as_csv, as_xlsx, lines

ROLES = {"maya": "kepegawaian", "rina": "kepegawaian", "wayan": "tim_evaluasi"}


def as_it_is(cast: Cast) -> list[Cells]:
    """The file that says what the roster says."""
    rows = []
    for key, (_, name, nip, _, unit, superior, _) in PEOPLE.items():
        rows.append(
            {
                "nip": nip, "nama": name, "jabatan": "Analis", "jenjang": "Pelaksana",
                "golongan": "III/a", "unit": unit,
                "unit_induk": "" if unit == "Pusat" else "Pusat",
                "atasan_nip": PEOPLE[superior][2] if superior else "", "telepon": "",
                "peran": ROLES.get(key, ""), "zona": "",
            }
        )  # fmt: skip
    assert list(rows[0]) == list(COLUMNS)
    with cast.database.transaction() as session:
        grant = session.exec(select(Grant).where(Grant.role == "pimpinan")).one()
        session.delete(grant)
    return rows


async def sends(person: Person, content: bytes, name: str = "daftar.csv") -> None:
    await person.says("/admin")
    await person.taps("Data pegawai")
    await person.taps("Masukkan daftar")
    await person.sends_file(name, content)


def of(session: Session, template: str) -> list[Letter]:
    return [one for one in session.exec(select(Letter)) if one.template == template]


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(labels) <= 8, labels
    assert all(len(label) <= 24 for label in labels), labels
    assert len(person.card.text) <= 900


async def test_a_file_is_looked_at_and_then_taken_in(cast: Cast) -> None:
    rows = as_it_is(cast)
    by_name = {row["nama"]: row for row in rows}
    by_name["Dedi Pratama"]["atasan_nip"] = PEOPLE["wayan"][2]
    by_name["Sari Lestari, A.Md."]["jabatan"] = "Arsiparis"
    rows.append({**lines(1)[0], "unit": "Layanan", "unit_induk": "Pusat", "peran": "", "zona": ""})
    maya = cast.maya
    await sends(maya, as_xlsx(rows), "daftar.xlsx")
    assert maya.sees("Tidak ada kesalahan dalam 9 baris")
    assert maya.sees("Baru: 1\nPindah (unit atau atasan): 1\nPerubahan lain: 1")
    fits(maya)
    await maya.taps("Pindah (1)")
    assert maya.sees("atasan: Budi Santoso, S.Sos. → Ni Wayan Astuti, S.E.")
    await maya.taps("Kembali")
    await maya.taps("Unduh laporan")
    assert maya.bubbles[-2].kind == "document"
    await maya.taps("Kembali")
    await maya.taps("Masukkan")
    assert maya.sees("1 baru, 1 pindah, 1 perubahan lain, peran 0 orang.")
    fits(maya)
    await maya.taps("Ya, masukkan")
    await types_code(maya)
    assert maya.sees("Daftar pegawai sudah dimasukkan")
    with cast.database.transaction() as session:
        people = {one.name: one for one in session.exec(select(Employee))}
        assert people["Dedi Pratama"].superior_id == cast.ids["wayan"]
        assert people["Sari Lestari, A.Md."].post == "Arsiparis"
        assert "Pegawai 00000" in people
        kept = roster_files.of(session, cast.ids["maya"])
        assert kept is not None
        assert (kept.content, kept.report) == (None, None)


async def test_faults_are_listed_and_nothing_changes(cast: Cast) -> None:
    rows = as_it_is(cast)
    rows[2]["nip"] = rows[2]["nip"][:-1]
    rows[3]["golongan"] = "V/z"
    rows[4]["nama"] = '=HYPERLINK("x")'
    await sends(cast.maya, as_csv(rows, ";", "utf-8-sig"))
    assert cast.maya.sees("3 kesalahan; tidak ada yang diubah")
    assert cast.maya.sees("Baris 4, kolom nip: harus tepat 18 angka.")
    assert cast.maya.sees("Baris 6, kolom nama: berisi rumus.")
    assert "Masukkan" not in [label for row in cast.maya.card.keyboard for label, _ in row]
    fits(cast.maya)
    await cast.maya.taps("Kesalahan (3)")
    fits(cast.maya)
    with cast.database.transaction() as session:
        kept = roster_files.of(session, cast.ids["maya"])
        assert kept is not None
        assert kept.content is None


async def test_nobody_moves_themself_by_a_file(cast: Cast) -> None:
    rows = as_it_is(cast)
    maya = next(row for row in rows if row["nama"].startswith("Maya"))
    maya["peran"] = "kepegawaian;pimpinan"
    await sends(cast.maya, as_csv(rows))
    assert cast.maya.sees("kolom peran: mengubah kedudukan atau peran Anda sendiri")
    await sends(cast.rina, as_csv(rows))
    assert cast.rina.sees("Peran yang berubah: 1")
    await cast.rina.taps("Masukkan")
    await cast.rina.taps("Ya, masukkan")
    await types_code(cast.rina)
    with cast.database.transaction() as session:
        told = of(session, "roster.roles_changed")
    assert [one.employee_id for one in told] == [cast.ids["maya"]]


async def test_who_is_missing_leaves_only_when_said_so(cast: Cast) -> None:
    rows = [row for row in as_it_is(cast) if row["nama"] != "Dedi Pratama"]
    await sends(cast.maya, as_csv(rows))
    assert cast.maya.sees("Tidak ada di berkas: 1, tetap seperti semula")
    assert cast.maya.sees("tidak ada yang perlu dimasukkan")
    await cast.maya.taps("Yang tidak ada: keluar")
    assert cast.maya.sees("Tidak ada di berkas: 1, dicatat <b>keluar</b>")
    await cast.maya.taps("Masukkan")
    assert cast.maya.sees("1 pegawai keluar")
    await cast.maya.taps("Ya, masukkan")
    await types_code(cast.maya)
    with cast.database.transaction() as session:
        gone = session.get(Employee, cast.ids["dedi"])
        assert gone is not None
        assert gone.left_on is not None


async def test_faults_that_come_of_leaving_are_undone_where_they_are_read(cast: Cast) -> None:
    rows = [row for row in as_it_is(cast) if row["nama"] != "Maya Kusuma, S.Psi."]
    await sends(cast.maya, as_csv(rows))
    await cast.maya.taps("Yang tidak ada: keluar")
    assert cast.maya.sees("Anda tidak ada di berkas ini")
    await cast.maya.taps("Yang tidak ada: tetap")
    assert cast.maya.sees("Tidak ada kesalahan")


async def test_what_changed_meanwhile_is_looked_at_again(cast: Cast) -> None:
    rows = as_it_is(cast)
    rows[2]["jabatan"] = "Arsiparis"
    await sends(cast.maya, as_csv(rows))
    await cast.maya.taps("Masukkan")
    with cast.database.transaction() as session:
        session.add(Unit(name="Baru", zone="Asia/Jakarta"))
    await cast.maya.taps("Ya, masukkan")
    await types_code(cast.maya)
    assert cast.maya.sees("Tidak ada kesalahan dalam 8 baris")
    with cast.database.transaction() as session:
        person = session.get(Employee, cast.ids["sari"])
        assert person is not None
        assert person.post == "Analis"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.csv", b"nip,nama\n1,2", "Kolom berikut tidak ada di baris pertama"),
        ("x.xlsx", b"PK\x03\x04broken", "Berkas ini tidak dapat dibaca"),
        ("x.pdf", b"%PDF", "Mohon kirim daftar pegawai sebagai berkas XLSX atau CSV"),
    ],
)
async def test_what_is_no_roster_is_said_so(
    cast: Cast, name: str, content: bytes, told: str
) -> None:
    await sends(cast.maya, content, name)
    assert any(told in one.text for one in cast.maya.bubbles)


async def test_a_big_file_is_worked_on_by_the_clock(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.roster.filing.SMALL", 0)
    monkeypatch.setattr("bot.actions.roster.filing.FEW", 0)
    monkeypatch.setattr("bot.actions.roster.working.CHUNK", 3)
    rows = as_it_is(cast)
    rows[2]["jabatan"] = "Arsiparis"
    maya, database = cast.maya, cast.database
    await sends(maya, as_csv(rows))
    assert maya.sees("Berkas Anda sedang diperiksa")

    def ticks(most: int = 100) -> None:
        now = maya.office.clock.now()
        with database.transaction() as session:
            walk = roster.work(session, now)
        assert walk is not None
        for step, _ in zip(walk, range(most), strict=False):
            with database.transaction() as session:
                step(session)

    ticks(3)
    await maya.taps("Lihat lagi")
    assert maya.sees("6 dari 8 baris sejauh ini.")
    maya.office.clock.advance(minutes=11)  # whoever worked on it died; its lease is over
    ticks()
    await maya.taps("Lihat lagi")
    assert maya.sees("Perubahan lain: 1")
    await maya.taps("Masukkan")
    await maya.taps("Ya, masukkan")
    await types_code(maya)
    assert maya.sees("Berkas Anda sedang diperiksa sekali lagi")
    ticks(5)
    await maya.taps("Lihat lagi")
    assert maya.sees("Berkas Anda sedang ditulis")
    fits(maya)
    await sends(maya, as_csv(rows))
    assert any("sedang dimasukkan. Mohon tunggu" in one.text for one in maya.bubbles)
    maya.office.clock.advance(minutes=11)  # died before it was written
    ticks()
    with database.transaction() as session:
        assert len(of(session, "roster.worked")) == 2
    await maya.says("/admin")
    await maya.taps("Data pegawai")
    await maya.taps("Masukkan daftar")
    assert maya.sees("Daftar pegawai sudah dimasukkan")


async def test_only_hr_of_the_whole_agency_brings_a_roster_in(cast: Cast) -> None:
    with cast.database.transaction() as session:
        for grant in session.exec(select(Grant).where(Grant.employee_id == cast.ids["maya"])):
            grant.unit_id = cast.units["Layanan"]
            session.add(grant)
    await cast.maya.says("/admin")
    await cast.maya.taps("Data pegawai")
    assert "Masukkan daftar" not in cast.maya.screen
    await cast.maya.opens("roster.file", cast.database.vault)
    assert cast.maya.sees("tidak tersedia")


def test_the_report_is_safe_to_open() -> None:
    wild = ["=1+1", "+1", "-1", "@x", "\tx", "\r=x", "  =x", "＝x"]
    told = sheet.csv(("a",), [[one] for one in wild]).decode("utf-8-sig")
    cells = [row[0] for row in csv.reader(io.StringIO(told, newline=""), delimiter=";")][1:]
    assert all(one.startswith("'") for one in cells)
