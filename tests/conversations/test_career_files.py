"""HR brings in career records: the template, faults by line, all of it or nothing, the history."""

from __future__ import annotations

import io

import pytest
from aiogram.methods import SendDocument
from openpyxl import load_workbook
from sqlmodel import select

from bot.rules.career.lines import COLUMNS, FURTHER
from storage.career import CareerFact
from storage.service_notes import ServiceNote
from storage.trainings.learning import Learning
from tests.cast import PEOPLE, Cast
from tests.conversations.test_career import findings
from tests.factors import types_code
from tests.kit import Person

SK = "SK 821/7/2019 tentang hukuman disiplin"
GOOD = (
    ("sari", "pangkat", "II/d", "01/04/2018", "", "SK 823/1/2018", ""),
    ("sari", "pangkat", "III/a", "01/04/2024", "", "SK 823/9/2024", ""),
    ("sari", "jabatan", "Pengadministrasi", "01/03/2015", "", "", ""),
    ("sari", "pendidikan", "S-1", "20/08/2014", "", "Administrasi Publik, UNDIP", ""),
    ("sari", "angka_kredit", "12,50", "31/12/2024", "", "", ""),
    ("sari", "angka_kredit", "37,50", "31/12/2025", "", "", ""),
    ("sari", "predikat", "Baik", "2024", "", "", ""),
    ("dedi", "hukuman_sedang", "", "01/03/2019", "29/02/2020", SK, ""),
    ("dedi", "pelatihan", "24 JP", "14/03/2025", "", "Pelayanan prima", "seminar"),
)


def as_csv(*rows: tuple[str, ...]) -> bytes:
    head = ";".join((*COLUMNS, *FURTHER))
    said = [";".join((PEOPLE[key][2] if key in PEOPLE else key, *rest)) for key, *rest in rows]
    return "\n".join([head, *said]).encode()


async def sends(maya: Person, content: bytes) -> None:
    await maya.says("/karier")
    await maya.taps("Catatan karier")
    await maya.taps("Impor data karier")
    await maya.sends_file("karier.csv", content)


async def test_a_file_is_looked_at_and_taken_in_once(cast: Cast) -> None:
    maya, sari, dedi = cast.maya, cast.sari, cast.dedi
    await sends(maya, as_csv(*GOOD))
    assert maya.sees("9 catatan dari 2 pegawai akan ditambahkan; 0 sudah ada.")
    assert maya.sees("• pangkat: 2")
    await maya.taps("Masukkan")
    await types_code(maya)
    assert maya.sees("9 catatan dari 2 pegawai sudah dicatat.")
    assert findings(cast) == []
    await sari.says("/karier")
    assert sari.sees("Masa dalam pangkat: baru tercapai 1 Apr 2028")
    await sari.taps("Riwayat")
    assert sari.sees("• 1 Apr 2024: III/a <i>(SK 823/9/2024)</i>")
    assert sari.sees("• 20 Agu 2014: S-1 <i>(Administrasi Publik, UNDIP)</i>")
    assert sari.sees("• 31 Des 2024: 12,50")
    await dedi.opens(f"career.history/{cast.ids['sari']}/0", cast.database.vault)
    assert "823" not in dedi.screen
    with cast.database.transaction() as session:
        (note,) = session.exec(select(ServiceNote)).all()
        (learned,) = session.exec(select(Learning)).all()
        assert (note.kind, note.ground, note.confirmed_at is None) == ("medium", SK, False)
        assert (learned.minutes, learned.way, learned.state) == (1080, "seminar", "confirmed")
    await sends(maya, as_csv(*GOOD))
    assert maya.sees("0 catatan dari 0 pegawai akan ditambahkan; 9 sudah ada.")
    assert "[Masukkan]" not in maya.screen


async def test_faults_are_told_by_line_and_nothing_is_half_done(cast: Cast) -> None:
    maya = cast.maya
    await sends(
        maya,
        as_csv(
            GOOD[0], ("sari", "pangkat", "III/c", "01/04/2024", "", "", ""),
            ("maya", "kompetensi", "90", "01/04/2024", "", "", ""),
            ("199104042016041994", "kompetensi", "90", "01/04/2024", "", "", ""),
            ("dedi", "gelar", "S-3", "01/04/2024", "", "", ""),
        ),
    )  # fmt: skip
    assert maya.sees("4 kesalahan; tidak ada yang diubah")
    assert maya.sees("Baris 3, kolom nilai: berbeda dengan golongan di daftar pegawai")
    assert maya.sees("Baris 4, kolom nip: adalah data Anda sendiri")
    assert maya.sees("Baris 5, kolom nip: bukan pegawai aktif")
    assert maya.sees("Baris 6, kolom jenis: “gelar” bukan jenis catatan")
    assert "[Masukkan]" not in maya.screen
    with cast.database.transaction() as session:
        assert session.exec(select(CareerFact)).all() == []
    await maya.taps("Hapus berkas ini")
    assert maya.sees("Berkas sudah dihapus.")


async def test_a_mistake_is_taken_back_and_tampering_is_found(cast: Cast) -> None:
    maya, sari = cast.maya, cast.sari
    wrong = ("sari", "jabatan", "Kepala Dinas", "01/03/2016", "", "", "")
    await sends(maya, as_csv(*GOOD, wrong))
    await maya.taps("Masukkan")
    await types_code(maya)
    await sends(maya, as_csv((*wrong[:2], "-", *wrong[3:])))
    await maya.taps("Masukkan")
    await sari.says("/karier")
    await sari.taps("Riwayat")
    assert sari.sees("Pengadministrasi")
    assert "Kepala Dinas" not in sari.screen
    with cast.database.transaction() as session:
        row = session.exec(select(CareerFact).where(CareerFact.kind == "education")).one()
        row.note = "Ilmu Hukum"
    assert [one.key for one in findings(cast)] == ["history"]


async def test_the_template_lists_every_kind_and_comes_back_empty(cast: Cast) -> None:
    maya = cast.maya
    await maya.says("/karier")
    await maya.taps("Catatan karier")
    await maya.taps("Impor data karier")
    await maya.taps("Unduh templat")
    calls = maya.office.telegram.calls
    (sent,) = [one.document for one in calls if isinstance(one, SendDocument)]
    paper = sent.data  # type: ignore[union-attr]
    book = load_workbook(io.BytesIO(paper))
    head, *rest = book.worksheets[0].iter_rows(values_only=True)
    assert (head, rest) == ((*COLUMNS, *FURTHER), [])
    assert book.worksheets[1].max_row == 17
    await maya.sends_file("templat.xlsx", paper)
    assert maya.sees("tidak memuat catatan karier")


async def test_a_file_too_long_for_a_tap_is_refused(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.career.filing.MOST_LINES", 1)
    await sends(cast.maya, as_csv(*GOOD))
    assert cast.maya.sees("di percakapan paling banyak 1 baris sekaligus")
    assert "[Masukkan]" not in cast.maya.screen
