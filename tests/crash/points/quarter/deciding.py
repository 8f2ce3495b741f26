"""From the close to the last objection: calibration, publication, objection, correction."""

from __future__ import annotations

from datetime import date, timedelta

from tests.crash.points.verbs import Step, at_ten, authenticates, says, scene, taps
from tests.quarter import CALIBRATION

PUBLICATION = date(2026, 10, 21)
LATE = date(2026, 12, 15)
WHY = "Bukti dan laporannya sudah diperiksa bersama."


def views(member: str, view: str) -> tuple[Step, ...]:
    """What a member of the team thinks of Sari's result, and why."""
    why = () if view == "Sesuai" else (says(member, WHY),)
    return says(member, "/panel"), *taps(member, "Kalibrasi", "Sari Lestari", view), *why


CLOSED = scene(
    at_ten(CALIBRATION),
    *views("wayan", "Terlalu tinggi"),
    *views("maya", "Sesuai"),
    *views("rina", "Terlalu tinggi"),
)
AGAIN = scene(
    *views("rina", "Terlalu tinggi"),
    *views("maya", "Terlalu tinggi"),
    *views("wayan", "Terlalu tinggi"),
)
ADJUSTED = scene(
    says("wayan", "/panel"),
    *taps("wayan", "Kalibrasi", "Sari Lestari", "Usulkan penyesuaian", "Produktivitas", "3 "),
    *taps("wayan", "Alasan dan usulan"),
    says("wayan", WHY),
    *taps("wayan", "Ya, usulkan"),
    says("kepala", "/menu"),
    *taps("kepala", "Penyesuaian Sari", "Setujui", "Berlakukan penyesuaian"),
    authenticates("kepala"),
)
PUBLISHED = scene(
    at_ten(PUBLICATION),
    says("kepala", "/terbit"),
    *taps("kepala", "Tulis alasan"),
    says("kepala", WHY),
    *taps("kepala", "Ya, terbitkan"),
    authenticates("kepala"),
)
RECEIVED = scene(
    at_ten(PUBLICATION + timedelta(days=1)),
    *taps("sari", "Lihat hasil saya", "Sudah saya terima"),
    *taps("dedi", "Lihat hasil saya", "Sudah saya terima"),
)
OBJECTED = scene(
    *taps("sari", "Ajukan keberatan", "· Produktivitas", "Lanjut"),
    says("sari", WHY),
    *taps("sari", "Kirim"),
    says("budi", "/menu"),
    *taps("budi", "Keberatan Sari", "Beri penjelasan"),
    says("budi", WHY),
    *taps("budi", "Kirim"),
    says("agus", "/menu"),
    *taps("agus", "Keberatan Sari", "Beri penjelasan"),
    says("agus", WHY),
    *taps("agus", "Kirim"),
    says("sari", "/keberatan"),
    *taps("sari", "Tanggapi penjelasan III", "Tanggapi penjelasan"),
    says("sari", WHY),
    *taps("sari", "Kirim"),
)
DECIDED = scene(
    says("kepala", "/keberatan"),
    *taps("kepala", "Keberatan Sari", "Ke putusan", "Produktivitas 3", "4", "Tulis alasan"),
    says("kepala", WHY),
    *taps("kepala", "Periksa putusan", "Ya, putuskan"),
    says("sari", "/skor"),
)
CORRECTED = scene(
    says("maya", "/koreksi"),
    *taps("maya", "Cari pegawai"),
    says("maya", "Dedi"),
    *taps("maya", "1. Dedi", "Triwulan III 2026", "Inovasi 3", "5", "Tulis alasan"),
    says("maya", WHY),
    *taps("maya", "Periksa", "Ya, usulkan"),
    says("rina", "/menu"),
    *taps("rina", "Koreksi Dedi", "Setujui", "Ya, koreksi"),
    authenticates("rina"),
    says("dedi", "/skor"),
    *taps("dedi", "Sudah saya terima"),
)
FINAL = scene(
    at_ten(LATE),
    *taps("dedi", "Ajukan keberatan"),
    says("dedi", "/skor"),
)
