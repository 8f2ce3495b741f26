"""Everybody rates: colleagues, two superiors each, the team."""

from __future__ import annotations

from tests.crash.points.verbs import Step, at_night, at_ten, early, says, scene, taps
from tests.quarter import RATING


def rates(superior: str, name: str, *levels: int) -> tuple[Step, ...]:
    """From /nilai to the last tap."""
    return (
        says(superior, "/nilai"),
        *taps(superior, name, "Mulai menilai", *(f"{one} " for one in levels), "Kirim"),
    )


def answers(colleague: str, *levels: int) -> tuple[Step, ...]:
    """About Sari, person by person."""
    return (
        says(colleague, "/rekan"),
        *taps(colleague, "Jawab tentang rekan", "Per orang", "Sari Lestari", "Lanjut"),
        *taps(colleague, *(f"{one} " for one in levels), "Kirim"),
    )


DRAWN = scene(
    at_night(RATING),
    early(RATING),
    at_ten(RATING),
    says("wayan", "/rekan"),
    *taps("wayan", "Jawab tentang rekan", "Sari Lestari", "Tidak dapat menilai"),
    *taps("wayan", "Ya, kembalikan"),
)
ANSWERED = scene(
    *answers("dedi", 4, 4, 3),
    *answers("yosef", 5, 4, 4),
    *answers("citra", 4, 5, 4),
)
APPRAISED = scene(
    *rates("budi", "Sari Lestari", 4, 5, 4, 4), *rates("agus", "Sari Lestari", 4, 4, 5, 3)
)
LED_TWICE = scene(
    *rates("budi", "Dedi Pratama", 4, 3, 4, 4), *rates("kepala", "Dedi Pratama", 3, 4, 4, 4)
)
ASSESSED = scene(
    says("wayan", "/panel"),
    *taps("wayan", "Menilai pegawai", "▶", "Sari", "Mulai menilai", "4 ", "5 ", "Kirim"),
    says("wayan", "/panel"),
    *taps("wayan", "Menilai pegawai", "Dedi", "Mulai menilai", "4 ", "4 ", "Kirim"),
)
