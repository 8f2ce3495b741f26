"""A quarter is corrected when its year is final, or signed: proposal to the new signature."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import Cast
from tests.conversations.test_years import WORDS, documents, signs, year
from tests.conversations.test_years_team import told
from tests.documents.pdf import has
from tests.factors import types_code
from tests.quarter import tick
from tests.years import END, morning

__all__ = ["year"]
LATER = END + timedelta(3)
WHY = "Berkas triwulan III tertukar dengan berkas pegawai lain."
FINAL = "Laporan tahunan 2026 sudah final dan tetap berlaku"
SIGNED = "Laporan tahunan 2026 sudah ditandatangani tetapi belum ditetapkan"


async def judges(cast: Cast) -> None:
    await cast.budi.opens("years.queue", cast.database.vault)
    await cast.budi.taps("2026: Sari")
    await cast.budi.taps("Nilai …")
    await cast.budi.taps("Tetapkan:")


async def is_corrected(cast: Cast, warned: str) -> None:
    """Maya proposes, the head confirms; both read what becomes of the year."""
    cast.sari.office.clock.moment = morning(LATER)
    maya, kepala = cast.maya, cast.kepala
    await maya.says("/koreksi")
    await maya.taps("Cari pegawai")
    await maya.says("Sari")
    await maya.taps("1. Sari")
    await maya.taps("Triwulan III 2026")
    await maya.taps("Inovasi")
    await maya.taps("2 Di bawah")
    await maya.taps("Tulis alasan")
    await maya.says(WHY)
    await maya.taps("Periksa usulan")
    assert warned in maya.screen
    await maya.taps("Ya, usulkan")
    await kepala.says("/menu")
    await kepala.taps("Koreksi Sari")
    await kepala.taps("Setujui")
    assert warned in kepala.screen
    await kepala.taps("Ya, koreksi")
    await types_code(kepala)
    assert "Koreksi hasil Triwulan III 2026" in kepala.screen
    tick(cast.database, morning(LATER))


async def test_a_correction_of_a_final_year_leads_to_its_new_edition(year: Cast) -> None:
    sari = year.sari
    await signs(sari)
    await judges(year)
    await is_corrected(year, FINAL)
    assert "Hasil Triwulan III 2026 berubah setelah laporan tahunan 2026" in told(year, "sari")[-1]
    await sari.says("/menu")
    await sari.taps("Tulis laporan tahunan")
    assert sari.sees(
        "Edisi ke-2, karena hasil satu triwulan berubah. "
        "Nomor 001/LKT/2026 dengan 110,00 (Sangat Baik) tetap berlaku sampai edisi ini final."
    )
    assert sari.sees("Setahun: <b>107,60</b>, usulan predikat <b>Baik</b>")
    assert sari.sees(WORDS[:60])
    await sari.taps("Tanda tangani …")
    await sari.taps("Ya, tanda tangani")
    await judges(year)
    await sari.opens("years.card/2026", year.database.vault)
    assert sari.sees("Predikat tahunan: <b>Baik</b>\nNomor 2")
    await sari.taps("Laporan PDF")
    page = documents(sari)[-1].document.data  # type: ignore[union-attr]
    assert has(page, "Nomor 002/LKT/2026")
    assert has(page, "107,60")


async def test_a_signed_year_comes_back_by_itself_and_both_are_told(year: Cast) -> None:
    sari, budi = year.sari, year.budi
    await signs(sari)
    await is_corrected(year, SIGNED)
    assert "Hasil Triwulan III 2026 berubah sesudah Anda menandatangani" in told(year, "sari")[-1]
    assert (
        "Laporan tahunan 2026 atas nama <b>Sari Lestari, A.Md.</b> kembali"
        in (told(year, "budi")[-1])
    )
    await budi.opens("years.queue", year.database.vault)
    assert "Tidak ada laporan tahunan yang menunggu Anda." in budi.screen
    await sari.says("/menu")
    await sari.taps("Tulis laporan tahunan")
    assert sari.sees("Hasil satu triwulan berubah sesudah Anda menandatangani.")
    assert sari.sees("Setahun: <b>107,60</b>")
    await sari.taps("Tanda tangani …")
    await sari.taps("Ya, tanda tangani")
    assert "sesudah Anda menandatangani" not in sari.screen
    assert told(year, "sari") == []  # what is done is no longer asked for
    assert "sudah ditandatangani lagi" in told(year, "budi")[-1]
    await judges(year)
    assert budi.sees("Predikat tahunan: <b>Baik</b>")
