"""The year as people live it: written, signed by two, judged, printed, exported."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from aiogram.methods import SendDocument
from openpyxl import load_workbook
from sqlmodel import select

from storage.employees import Employee
from storage.years import YearReport
from tests.beginnings import played
from tests.cast import Cast
from tests.documents.pdf import has, pages
from tests.kit import Person
from tests.years import END, live_through, morning

WORDS = "Waktu tunggu legalisasi turun dari 55 menjadi 18 menit bagi 900 pemohon."


@pytest.fixture
@played
def year(cast: Cast) -> Cast:
    """Two quarters of 2026, the third and fourth, are published."""
    with cast.database.transaction() as session:
        for key, jenjang in (("sari", "Ahli Pertama"), ("dedi", "Pelaksana")):
            session.get_one(Employee, cast.ids[key]).post_level = jenjang
    live_through(cast.database, cast.ids, {3: 5, 4: 4})
    cast.sari.office.clock.moment = morning(END)
    return cast


def documents(person: Person) -> list[SendDocument]:
    calls: list[Any] = person.office.telegram.calls
    return [c for c in calls if isinstance(c, SendDocument) and c.chat_id == person.telegram_id]


async def signs(person: Person) -> None:
    await person.says("/laporan")
    await person.taps("Laporan tahunan")
    await fills_and_signs(person)


async def fills_and_signs(person: Person) -> None:
    """From the card of the year."""
    await person.taps("Ringkasan")
    await person.says(WORDS)
    await person.taps("Tanda tangani …")
    await person.taps("Ya, tanda tangani")


async def test_from_the_draft_to_the_paper(year: Cast) -> None:
    sari, budi = year.sari, year.budi
    await sari.says("/laporan")
    await sari.taps("Laporan tahunan")
    assert sari.sees("Laporan kinerja tahunan 2026")
    assert sari.sees("TW I: tidak dinilai")
    assert sari.sees("TW III: <b>120,00</b>")
    assert sari.sees("TW IV: <b>100,00</b>")
    assert sari.sees("Setahun: <b>110,00</b>, usulan predikat <b>Sangat Baik</b>")
    assert sari.sees("Angka kredit menurut usulan ini: <b>9,38</b> untuk 6 bulan")
    await signs(sari)
    assert sari.sees("Sudah Anda tanda tangani, menunggu atasan.")
    await budi.says("/laporan")
    await budi.taps("Laporan tahunan")
    await budi.taps("Menunggu saya (1)")
    await budi.taps("2026: Sari")
    assert budi.sees(WORDS[:60])
    await budi.taps("Nilai …")
    assert budi.sees("Hasil kerja di atas ekspektasi, perilaku di atas ekspektasi")
    await budi.taps("Perilaku sesuai")
    assert budi.sees("<b>Baik</b>")
    assert budi.sees("<b>6,25</b> untuk 6 bulan")
    await budi.taps("Tetapkan: Baik")
    assert budi.sees("Predikat tahunan: <b>Baik</b>")
    await budi.opens("years.queue", year.database.vault)
    assert budi.sees("Tidak ada laporan tahunan yang menunggu Anda.")
    await sari.says("/laporan")
    await sari.taps("Laporan tahunan")
    assert sari.sees("Angka kredit: <b>6,25</b> untuk 6 bulan")
    await sari.taps("Laporan PDF")
    (sent,) = documents(sari)
    page = sent.document.data  # type: ignore[union-attr]
    assert page.startswith(b"%PDF")
    assert pages(page) >= 1
    with year.database.transaction() as session:
        report = session.exec(select(YearReport)).one()
    for said in (
        "LAPORAN KINERJA TAHUNAN", "Nomor 001/LKT/2026", "Sari Lestari, A.Md.", "Budi Santoso",
        "199003032015032003", "198001012005011002", "120,00", "110,00", WORDS, report.code,
        "6,25 untuk 6 bulan", "sesuai ekspektasi", "Ditandatangani secara elektronik",
        "pukul 10.00 WIB",
    ):  # fmt: skip
        assert has(page, said), said
    await year.dedi.says("/laporan")
    await year.dedi.taps("Laporan tahunan")
    await year.dedi.taps("Periksa kode")
    await year.dedi.says(report.code.lower())
    assert year.dedi.sees("<b>Asli dan berlaku</b>")
    assert year.dedi.sees("Nomor 001/LKT/2026\nSari Lestari, A.Md.\nLaporan kinerja tahunan 2026")


async def test_a_returned_report_is_mended_and_signed_anew(year: Cast) -> None:
    sari, budi = year.sari, year.budi
    await signs(sari)
    await budi.opens("years.queue", year.database.vault)
    await budi.taps("2026: Sari")
    await budi.taps("Kembalikan …")
    await budi.says("kurang")
    assert budi.sees("Mohon tulis sedikitnya 15 huruf.")
    await budi.says("Mohon sebutkan dampak bagi warga.")
    assert budi.sees("Tidak ada laporan tahunan yang menunggu Anda.")
    await sari.says("/laporan")
    await sari.taps("Laporan tahunan")
    assert sari.sees("Dikembalikan: <i>Mohon sebutkan dampak bagi warga.</i>")
    await signs(sari)
    await budi.opens("years.queue", year.database.vault)
    await budi.taps("2026: Sari")
    assert budi.sees("Laporan kinerja tahunan 2026")


async def test_nothing_is_signed_without_words_or_twice(year: Cast) -> None:
    sari = year.sari
    await sari.says("/laporan")
    await sari.taps("Laporan tahunan")
    await sari.taps("Tanda tangani …")
    assert sari.sees("Mohon isi ringkasannya dahulu.")
    await signs(sari)
    await sari.opens("years.section/2026/summary", year.database.vault)
    assert sari.sees("Laporan ini sudah ditandatangani dan tidak dapat diubah.")


async def test_hr_gets_the_national_fields_without_formulas(year: Cast) -> None:
    with year.database.transaction() as session:
        session.get_one(Employee, year.ids["budi"]).post = '=HYPERLINK("http://x")'
    await signs(year.sari)
    await year.budi.opens("years.queue", year.database.vault)
    await year.budi.taps("2026: Sari")
    await year.budi.taps("Nilai …")
    await year.budi.taps("Tetapkan: Sangat Baik")
    maya = year.maya
    await maya.says("/laporan")
    await maya.taps("Laporan tahunan")
    await maya.taps("Ekspor tahunan XLSX")
    assert maya.sees("Laporan tahunan 2026 yang final: 1.")
    (sent,) = documents(maya)
    sheet = load_workbook(io.BytesIO(sent.document.data)).active  # type: ignore[union-attr]
    assert sheet is not None
    head, line = ([cell.value for cell in row] for row in sheet.iter_rows())
    row = dict(zip(head, line, strict=True))
    assert row["nip"] == "199003032015032003"
    assert (row["hasilKinerjaNilai"], row["perilakuKerjaNilai"], row["kuadranKinerjaNilai"]) == (
        1,
        1,
        1,
    )
    assert (row["koefisienId"], row["angkaKredit"]) == ("ahli_pertama", "9.38")
    assert (row["bulanMulaiPenilaian"], row["bulanSelesaiPenilaian"]) == (7, 12)
    assert row["penilaiJabatan"] == '=HYPERLINK("http://x")'
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    await year.sari.opens("years.export/2026", year.database.vault)
    assert year.sari.sees("tidak tersedia untuk Anda")


async def test_strangers_to_a_report_see_nothing_of_it(year: Cast) -> None:
    await signs(year.sari)
    with year.database.transaction() as session:
        number = session.exec(select(YearReport.id)).one()
    for who in (year.dedi, year.wayan, year.maya, year.sari):
        for name in ("review", "verdict", "back", "page"):
            await who.opens(f"years.{name}/{number}", year.database.vault)
            assert who.sees("tidak tersedia untuk Anda"), name
            assert not re.search("Waktu tunggu", who.screen)
