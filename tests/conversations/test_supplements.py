"""A late result, from the superior's form to the head's code and the employee's receipt."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions import supplements
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import types_code
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates

LATE = date(2026, 12, 1)
REASON = "Atasannya baru kembali dari tugas di luar negeri."


@pytest.fixture
@played
async def published(cast: Cast) -> Cast:
    """Yosef alone of Budi's people was left out; everybody else's days to object are over."""
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    for name in ("Sari Lestari", "Dedi Pratama"):
        await rates(cast.budi, name)
    moves_to(cast, CALIBRATION.replace(day=21))
    await publishes(cast.kepala, WHY)
    moves_to(cast, LATE)
    return cast


def owes(cast: Cast) -> None:
    with cast.database.transaction() as session:
        supplements.owe(session, cast.sari.office.clock.now())


async def test_the_head_reads_why_signs_with_a_code_and_the_employee_hears(
    published: Cast,
) -> None:
    cast, kepala, yosef = published, published.kepala, published.yosef
    await kepala.says("/terbit")
    assert kepala.sees("Atasannya masih dapat menilai")
    assert "[Hasil menyusul]" not in kepala.screen
    await cast.budi.says("/nilai")
    assert cast.budi.sees("2 dari 3 terkirim.")
    await rates(cast.budi, "Yosef Wanggai")
    owes(cast)
    await yosef.says("/skor")
    assert yosef.sees("sudah terbit pada Rabu, 21 Oktober 2026, tanpa hasil Anda.")
    assert yosef.sees("Hasil Anda menyusul sesudah ditandatangani pimpinan.")
    await kepala.says("/menu")
    await kepala.taps("Hasil menyusul Yosef")
    assert kepala.sees("Nilai <b>100,00</b>, predikat <b>Baik</b>")
    assert kepala.sees("mengirim penilaiannya pada Selasa, 1 Desember 2026.")
    assert "[Terbitkan …]" not in kepala.screen  # everybody else's days are over: a reason first
    await kepala.taps("Tulis alasan")
    await kepala.says("Terlambat")
    assert kepala.sees("Mohon tulis sedikitnya 15 huruf.")
    await kepala.says(REASON)
    assert kepala.sees(f"Alasan: <i>{REASON}</i>")
    await kepala.taps("Ya, terbitkan")
    assert kepala.sees("ketik enam angka")
    await types_code(kepala)
    assert kepala.sees("Yosef Wanggai: terbit Selasa, 1 Desember 2026")
    assert kepala.sees("Tidak ada yang menunggu tanda tangan.")
    await yosef.says("/menu")
    await yosef.taps("Terima hasil TW III")
    assert yosef.sees("<b>Hasil Triwulan III 2026</b>")
    await yosef.taps("Sudah saya terima")
    assert yosef.sees("Keberatan dapat diajukan sampai Selasa, 15 Desember 2026 (14 hari lagi).")


async def test_only_who_publishes_or_keeps_the_results_sees_the_list(published: Cast) -> None:
    for who in ("kepala", "maya"):
        person = getattr(published, who)
        await person.opens("supplements.list/1/0", published.database.vault)
        assert person.sees("Tidak ada hasil yang menyusul."), who
    for who in ("budi", "sari"):
        person = getattr(published, who)
        await person.opens("supplements.list/1/0", published.database.vault)
        assert person.sees("tidak tersedia untuk Anda"), who
