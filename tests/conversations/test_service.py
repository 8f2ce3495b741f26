"""Satyalancana Karya Satya: who is due, one's own years, what HR notes with a reason."""

from __future__ import annotations

from datetime import date

from storage import agreement, service_notes
from storage.agreement import Fault, Finding, Kind
from storage.audit import Reader
from tests.cast import Cast
from tests.factors import types_code

GROUND = "SK Kepala Badan Nomor 12/KP/2019 tanggal 2 Januari 2019"
DAYS = "1 Januari 2019 sampai 31 Maret 2019"


def findings(cast: Cast) -> list[Finding]:
    with cast.database.transaction() as session:
        reader = Reader(session.connection())
        found = agreement.findings(reader, cast.database.vault, date(2026, 8, 12))
        return [one for one in found if one.kind is Kind.SERVICE_NOTE]


async def test_hr_sees_who_is_due_and_everybody_their_own_years(opened: Cast) -> None:
    maya, sari, budi = opened.maya, opened.sari, opened.budi
    await maya.says("/penghargaan")
    await maya.taps("Pantau Satyalancana")
    assert maya.sees("Dapat diusulkan sekarang: 7")
    assert maya.sees("<b>Budi Santoso</b>, Layanan: XX sejak")
    await maya.taps("Pilih unit")
    await maya.taps("Layanan (3)")
    assert maya.sees("<b>Sari Lestari</b>, Layanan: X sejak")
    assert "Hendra Wijaya" not in maya.screen
    await sari.says("/penghargaan")
    assert "Pantau Satyalancana" not in sari.screen
    await sari.taps("Satyalancana saya")
    assert sari.sees("CPNS sejak 1 Mar 2015.")
    assert sari.sees("<b>X</b> dapat diusulkan sejak 1 Mar 2025.")
    await budi.opens(f"service.person/{opened.ids['sari']}", opened.database.vault)
    assert budi.sees("tidak tersedia untuk Anda")


async def test_a_noted_penalty_moves_the_day_and_may_be_taken_back(opened: Cast) -> None:
    maya, dedi = opened.maya, opened.dedi
    await maya.opens("service.name", opened.database.vault)
    await maya.says("dedy pratama")
    await maya.taps("1. Dedi Pratama")
    assert maya.sees("<b>X</b> dapat diusulkan sejak 1 Apr 2026.")
    await maya.taps("Catat")
    await maya.taps("Hukuman sedang")
    await maya.says("kemarin dulu sekali")
    assert maya.sees("Tanggalnya belum saya pahami.")
    await maya.says(DAYS)
    await maya.says("SK")
    assert maya.sees("Tulis setidaknya 10 huruf")
    await maya.says(GROUND)
    assert maya.sees(GROUND)
    await maya.taps("Ya, simpan")
    await types_code(maya)
    assert maya.sees("Karena hukuman sedang, masa kerja dihitung kembali sejak 1 Apr 2019.")
    assert maya.sees("Berikutnya X, mulai 1 Apr 2029.")
    await dedi.opens("service.mine", opened.database.vault)
    assert dedi.sees("Catatan kepegawaian:")
    assert dedi.sees("Tunjukkan SK-nya kepada bagian kepegawaian.")
    assert findings(opened) == []
    await maya.taps("Hukuman sedang 2019")
    await maya.taps("Catatan ini keliru")
    assert maya.sees("<b>X</b> dapat diusulkan sejak 1 Apr 2026.")
    assert findings(opened) == []


async def test_a_note_that_nobody_recorded_does_not_count_and_is_found(opened: Cast) -> None:
    maya, rina = opened.maya, opened.rina
    dedi = opened.ids["dedi"]
    await maya.opens(f"service.ground/{dedi}/heavy/20190101/20190331", opened.database.vault)
    await maya.says(GROUND)
    await rina.opens("service.check/1", opened.database.vault)
    assert rina.sees("tidak tersedia untuk Anda")
    await rina.opens(f"service.person/{dedi}", opened.database.vault)
    assert "Hukuman berat" not in rina.screen
    with opened.database.transaction() as session:
        assert service_notes.confirm(session, 1, maya.office.clock.now())
    assert [one.fault for one in findings(opened)] == [Fault.UNRECORDED]


async def test_nobody_notes_anything_about_themself(opened: Cast) -> None:
    maya = opened.maya
    await maya.opens(f"service.kind/{opened.ids['maya']}", opened.database.vault)
    assert maya.sees("tidak tersedia untuk Anda")
