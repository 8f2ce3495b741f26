"""/laporan with planned results: filled in already, one tap to send, shown beside the form."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.report_parts import ReportPart
from storage.reports import Report
from tests.beginnings import played
from tests.cast import Cast
from tests.conversations.test_expectations import PLAN, agreed, approves, counts, fits
from tests.quarter import RATING, moves_to, period_id


@pytest.fixture
@played
async def planned(cast: Cast) -> Cast:
    """Sari has an agreed planned result for which an approved achievement counts."""
    moves_to(cast, date(2026, 8, 12))
    await agreed(cast)
    await counts(cast)
    await cast.sari.taps("Kirim")
    await approves(cast)
    return cast


def parts(cast: Cast) -> list[tuple[str, str, str, str]]:
    with cast.database.transaction() as session:
        rows = session.exec(select(ReportPart).order_by(ReportPart.kind))
        return [(row.kind, row.figure, row.proposed, row.text) for row in rows]


async def test_one_tap_sends_what_achievements_say(planned: Cast) -> None:
    sari, budi = planned.sari, planned.budi
    await sari.says("/laporan")
    assert sari.sees(f"1. {PLAN[:44]}…: 12 dari 40 berkas (30%)")
    fits(sari)
    await sari.taps("Kirim")
    assert sari.sees("Laporan Anda sudah terkirim.")
    assert "[Kirim]" not in sari.screen
    assert parts(planned) == [("result", "", "12", "")]
    await sari.says("/menu")
    assert "Laporan triwulan" not in sari.card.text
    moves_to(planned, RATING)
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    assert budi.sees("Laporan triwulan ini sudah dikirim.")
    await budi.taps("Laporan lengkap")
    assert budi.sees("12 dari 40 berkas (30%)")
    fits(budi)


async def test_figures_remarks_and_answers_are_added_before_sending(planned: Cast) -> None:
    sari, budi = planned.sari, planned.budi
    await sari.says("/laporan")
    await sari.taps("Ubah")
    fits(sari)
    await sari.taps("1 Izin")
    await sari.says("18 izin")
    assert sari.sees("dihitung dalam")
    await sari.says("18 berkas; enam baru masuk akhir September")
    assert sari.sees("18 dari 40 berkas (45%) (angka sendiri)")
    await sari.taps("Ubah")
    await sari.taps("Yang membantu")
    await sari.says("Loket tambahan setiap Kamis.")
    await sari.taps("Ubah")
    await sari.taps("Yang menghambat")
    await sari.says("Aplikasi sering terputus pada pagi hari.")
    await sari.says("Antrean di loket saya kini hilang sebelum siang.")
    fits(sari)
    await sari.taps("Kirim")
    assert parts(planned) == [
        ("helped", "", "", "Loket tambahan setiap Kamis."),
        ("hindered", "", "", "Aplikasi sering terputus pada pagi hari."),
        ("result", "18", "12", "enam baru masuk akhir September"),
    ]
    moves_to(planned, RATING)
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Laporan lengkap")
    fits(budi)
    for said in ("Loket tambahan", "Aplikasi sering", "angka sendiri", "enam baru masuk"):
        assert budi.sees(said)
    await budi.taps("Kembali")
    await budi.taps("Mulai menilai")
    assert budi.sees("Rencana: Izin usaha mikro selesai")
    assert budi.sees("<b>12 dari 40 berkas (30%)</b> · laporan: 18")
    fits(budi)
    across = f"appraisals.across/{period_id(planned.database)}/superior/1/{planned.ids['sari']}"
    shown = await budi.opens(across, planned.database.vault)
    assert "Sari Lestari" in shown
    assert "<b>12 dari 40 berkas (30%)</b> · laporan: 18" in shown
    fits(budi)


async def test_what_was_sent_stays_until_the_change_is_sent(planned: Cast) -> None:
    sari, budi = planned.sari, planned.budi
    await sari.says("/laporan")
    await sari.taps("Kirim")
    await sari.taps("Ubah")
    await sari.taps("Yang membantu")
    await sari.says("Loket tambahan setiap Kamis.")
    assert sari.sees("belum dikirim")
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Laporan lengkap")
    assert "Loket tambahan" not in budi.card.text
    await sari.taps("Hapus draf")
    assert "Loket tambahan" not in sari.card.text
    assert ("helped", "", "", "") in parts(planned)


async def test_a_double_tap_sends_once(planned: Cast) -> None:
    sari = planned.sari
    await sari.says("/laporan")
    data = sari.button("Kirim")
    await sari.taps("Kirim")
    await sari.taps("Kirim", data=data)
    assert any("Sudah tercatat" in toast for toast in sari.toasts)
    with planned.database.transaction() as session:
        assert len(session.exec(select(Report)).all()) == 1


async def test_a_figure_that_changed_meanwhile_is_shown_before_it_is_sent(planned: Cast) -> None:
    sari = planned.sari
    await counts(planned, "5", "Berkas tertunda tuntas")
    await sari.taps("Kirim")
    await sari.says("/laporan")
    send = sari.button("Kirim")
    await approves(planned)
    await sari.taps("Kirim", data=send)
    assert sari.sees("Isinya sudah berubah")
    await sari.says("/laporan")
    assert sari.sees("17 dari 40 berkas")
    assert parts(planned) == []


async def test_the_superior_opens_the_plans_beside_the_form(planned: Cast) -> None:
    budi = planned.budi
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Rencana hasil kerja")
    assert budi.sees("12 dari 40 berkas (30%)")
