"""Publication and receipts as people see them, from the reminder to HR's list."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.handovers import Handover
from storage.receipts import Receipt
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import types_code
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates, tick

AFTER = CALIBRATION.replace(day=21)


@pytest.fixture
@played
async def october(cast: Cast) -> Cast:
    """Those of Budi are rated, those of the head are not; calibration is over."""
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    for name in ("Sari Lestari", "Dedi Pratama", "Yosef Wanggai"):
        await rates(cast.budi, name)
    moves_to(cast, AFTER)
    return cast


async def test_before_and_after_the_signature(october: Cast) -> None:
    kepala = october.kepala
    await kepala.says("/menu")
    await kepala.taps("Terbitkan hasil TW III")
    assert kepala.sees("Hasil lengkap: <b>3</b>")
    assert kepala.sees("Belum dinilai: <b>4</b>")
    assert kepala.sees("1 pegawai tidak punya atasan tercatat")
    await kepala.taps("Yang belum dinilai")
    assert kepala.sees("Budi Santoso, S.Sos.: belum dimulai (Drs. Hendra Wijaya, M.Si.)")
    await kepala.taps("Kembali")
    await kepala.taps("Tulis alasan")
    await kepala.says("Tidak ada")
    assert kepala.sees("Mohon tulis sedikitnya 15 huruf.")
    await kepala.says(WHY)
    assert kepala.sees("Anda akan menerbitkan <b>3</b> hasil.")
    await kepala.taps("Ya, terbitkan")
    assert kepala.sees("ketik enam angka")
    await types_code(kepala)
    assert kepala.sees("Surat: 0 dari 3 sudah ditulis")
    tick(october.database, kepala.office.clock.now())
    await kepala.taps("Segarkan")
    assert kepala.sees("Surat: 3, semuanya sudah ditulis.")
    assert kepala.sees("Sudah menerima: 0 dari 3.")


async def test_the_receipt_stands_under_the_result_and_starts_the_clock(october: Cast) -> None:
    await publishes(october.kepala, WHY)
    tick(october.database, october.sari.office.clock.now())
    sari = october.sari
    await sari.says("/menu")
    await sari.taps("Terima hasil TW III")
    assert sari.sees("Mohon nyatakan bahwa Anda sudah menerimanya.")
    assert sari.sees("dianggap diterima pada Selasa, 10 November 2026")
    await sari.taps("Sudah saya terima")
    assert sari.sees("Diterima pada Rabu, 21 Oktober 2026 pukul 10.00 WIB.")
    assert sari.sees("Keberatan dapat diajukan sampai Rabu, 4 November 2026 (14 hari lagi).")
    assert "[Sudah saya terima]" not in sari.screen
    await sari.says("/menu")
    assert "Terima hasil" not in sari.screen


async def test_hr_sees_who_has_not_received_and_records_a_hand_over(october: Cast) -> None:
    await publishes(october.kepala, WHY)
    tick(october.database, october.sari.office.clock.now())
    maya = october.maya
    await maya.says("/admin")
    await maya.taps("Belum menerima (3)")
    assert maya.sees("3 pegawai.")
    await maya.taps("Yosef Wanggai")
    assert maya.sees("Pegawai ini masih dapat menyatakannya sendiri")
    maya.office.clock.advance(days=25)
    tick(october.database, maya.office.clock.now())
    await maya.says("/admin")
    await maya.taps("Belum menerima (3)")
    await maya.taps("Yosef Wanggai")
    await maya.taps("Catat penyerahan")
    await maya.taps("Diserahkan tercetak")
    assert maya.sees("Di mana?")
    await maya.says("Ruang rapat kantor Jayapura")
    assert maya.sees("Siapa yang melihatnya?")
    await maya.says("Yosef Wanggai")
    assert maya.sees("Tidak ada calon saksi")
    await maya.says("Budi")
    await maya.taps("1. Budi Santoso")
    await maya.taps("Minta menjadi saksi")
    assert maya.sees("saksinya belum menjawab")
    with october.database.transaction() as session:
        number = session.exec(select(Handover)).one().id
    budi, yosef = october.budi, october.yosef
    await budi.says("/menu")
    await budi.opens(f"receipts.witness/{number}", october.database.vault)
    assert budi.sees("Ruang rapat kantor Jayapura")
    await budi.taps("Ya, saya menyaksikan")
    assert budi.sees("Anda membenarkan")
    await yosef.says("/skor")
    assert yosef.sees("Diserahkan; dibenarkan saksi")
    await yosef.taps("Bukti penyerahan")
    assert yosef.sees("Saksi: Budi Santoso, S.Sos.")
    assert yosef.sees("Dicatat oleh: Maya Kusuma, S.Psi.")
    await yosef.taps("Tidak demikian")
    await yosef.says("Saya sedang di lapangan hari itu.")
    assert "Sudah saya terima" in yosef.screen
    with october.database.transaction() as session:
        taken = session.exec(select(Receipt).where(Receipt.taken_by == october.ids["budi"]))
        assert taken.all() == []


async def test_others_have_no_door_to_it(october: Cast) -> None:
    for who in (october.sari, october.budi):
        await who.says("/terbit")
        assert who.sees("tidak tersedia untuk Anda")
    await october.wayan.says("/terbit")
    assert october.wayan.sees("Hasil diterbitkan oleh pimpinan instansi dengan kode pengaman.")
    assert "Terbitkan …" not in october.wayan.screen
