"""What would have changed my result, as people read it."""

from __future__ import annotations

from datetime import date

from tests.cast import Cast
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates


async def test_the_person_reads_what_one_level_more_would_have_done(cast: Cast) -> None:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 4)
    moves_to(cast, CALIBRATION.replace(day=21))
    await publishes(cast.kepala, WHY)
    sari = cast.sari
    await sari.says("/skor")
    await sari.taps("Mengapa?")
    await sari.taps("Yang mengubah hasil ini")
    assert sari.sees("Kurang 10,00 untuk di atas ekspektasi (mulai 110).")
    assert sari.sees("Sedikitnya 2 tingkat lebih tinggi, misalnya:\n· Produktivitas 4 → 5")
    assert sari.sees("Predikatnya tetap <b>Baik</b>.")
    better = "Untuk predikat <b>Sangat Baik</b> diperlukan sedikitnya 6 tingkat seluruhnya:"
    assert sari.sees(better)
    assert len(sari.card.text) <= 900
    await sari.taps("Kembali")
    assert sari.sees("[Cara penilaian]")
