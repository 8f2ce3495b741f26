"""A year's report: written, signed by two, judged, and signed anew after a late correction."""

from __future__ import annotations

from collections.abc import Mapping

from storage.database import Database
from tests.crash.points.stories import Story
from tests.crash.points.verbs import Step, authenticates, says, scene, taps
from tests.years import END, TEAM, install, live_through, morning

WORDS = "Waktu tunggu legalisasi turun dari 55 menjadi 18 menit bagi 900 pemohon."
WHY = "Salah baca berkas: bukti yang kedua belum dihitung."


def two_quarters(database: Database, ids: Mapping[str, int]) -> None:
    """The third and the fourth are published, and the team is to judge the year."""
    install(database, TEAM)
    live_through(database, ids, {3: 5, 4: 4})


def judges(predikat: str, *sides: str) -> tuple[Step, ...]:
    """The superior signs what Sari has signed; then the team's member judges."""
    return (
        says("budi", "/menu"),
        *taps("budi", "Lap. tahunan Sari", "Tanda tangani, teruskan"),
        says("wayan", "/menu"),
        *taps("wayan", "Nilai tahunan Sari Lest", "Nilai …", *sides, f"Tetapkan: {predikat}"),
    )


WRITTEN = scene(
    says("sari", "/menu"),
    *taps("sari", "Tulis laporan tahunan", "Ringkasan"),
    says("sari", WORDS),
    *taps("sari", "Tanda tangani …", "Ya, tanda tangani"),
)
JUDGED = scene(*judges("Baik", "Hasil sesuai"))
CORRECTED = scene(
    says("maya", "/koreksi"),
    *taps("maya", "Cari pegawai"),
    says("maya", "Sari"),
    *taps("maya", "1. Sari", "Triwulan IV 2026", "Inovasi 4", "5", "Tulis alasan"),
    says("maya", WHY),
    *taps("maya", "Periksa", "Ya, usulkan"),
    says("rina", "/menu"),
    *taps("rina", "Koreksi Sari", "Setujui", "Ya, koreksi"),
    authenticates("rina"),
)
RENEWED = scene(*taps("sari", "Buka laporan", "Tanda tangani …", "Ya, tanda tangani"))
JUDGED_AGAIN = scene(*judges("Sangat Baik"))
READ = scene(*taps("sari", "Buka laporan", "Laporan PDF"))
YEAR = Story(
    "laporan tahunan",
    (WRITTEN, JUDGED, CORRECTED, RENEWED, JUDGED_AGAIN, READ),
    past=two_quarters,
    begins=morning(END),
)
