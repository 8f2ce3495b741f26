"""What differs between two schemes, told in the words of an office."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.quarters import Quarter
from bot.rules.schemes import ChangeFault, period_of
from bot.rules.schemes.differences import Whom, differences
from bot.rules.schemes.following import change_faults, earliest
from bot.texts.schemes.differing import difference
from storage.scheme_files import default_text, read_scheme
from tests.schemes import changed

BEFORE = read_scheme(default_text())
SOUND = (("weight = 30", "weight = 25"), ("weight = 15", "weight = 20"))


def told(*changes: tuple[str, str]) -> list[tuple[Whom, str]]:
    after = read_scheme(changed(*SOUND, *changes))
    return [(one.whom, difference(one)) for one in differences(BEFORE, after)]


def test_version_and_day_alone_are_no_difference() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "whom", "sentence"),
    [
        ("met = 90", "met = 85", Whom.EVERYBODY, "nilai mulai sesuai ekspektasi: 90 → 85"),
        ("departure_gap = 2", "departure_gap = 1", Whom.RATERS,
         "selisih tingkat yang wajib diberi alasan: 2 → 1"),
        ("load = 6", "load = 8", Whom.PEERS, "batas rekan yang dinilai seorang pegawai: 6 → 8"),
        ("quorum = 60", "quorum = 75", Whom.TEAM, "kuorum panel: 60 → 75"),
        ("rating = 12", "rating = 14", Whom.EVERYBODY, "hari terakhir penilaian: 12 → 14"),
        ("[14, 7, 3, 1]", "[7, 1]", Whom.EVERYBODY,
         "pengingat sebelum tenggat: 14, 7, 3, 1 → 7, 1"),
        ('name = "Inovasi"\naxis', 'name = "Pembaruan"\naxis', Whom.EVERYBODY,
         "Inovasi, nama: Inovasi → Pembaruan"),
        ("Menolak cara kerja baru yang sudah disepakati unit kerja.", "Menolak perubahan kerja.",
         Whom.EVERYBODY, "Inovasi, tingkat 1: Menolak cara kerja baru yang sudah disepakati unit "
         "kerja. → Menolak perubahan kerja."),
        ('met = ["kurang", "baik", "baik"]', 'met = ["kurang", "butuh_perbaikan", "baik"]',
         Whom.EVERYBODY, "tabel predikat, hasil kerja sesuai ekspektasi: Kurang, Baik, Baik → "
         "Kurang, Butuh Perbaikan, Baik"),
        ('[[categories]]\nkey = "lainnya"\nname = "Lainnya"',
         '[[categories]]\nkey = "lainnya"\nname = "Lainnya"\n\n'
         '[[categories]]\nkey = "riset"\nname = "Riset"', Whom.EVERYBODY, "baru: Riset"),
    ],
)  # fmt: skip
def test_each_difference_in_one_line(old: str, new: str, whom: Whom, sentence: str) -> None:
    assert told((old, new)) == [(whom, sentence)]


def follows(text: str, today: date = date(2026, 8, 12)) -> set[ChangeFault]:
    running = Quarter(2026, 3)
    kept = [(running, period_of(running, BEFORE.calendar))]
    first = earliest(today, [running])
    return {one for one, _, _ in change_faults(read_scheme(text), BEFORE, first, kept)}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (changed(('key = "bawaan"', 'key = "lain"')), ChangeFault.OTHER_KEY),
        (changed(version=3), ChangeFault.VERSION_USED),
        (changed(since="2026-10-02"), ChangeFault.NOT_A_QUARTER),
        (changed(since="2026-07-01"), ChangeFault.TOO_EARLY),
        (changed(*SOUND, since="2026-01-01"), ChangeFault.NOTHING_NEW),
        (changed(("opens = 0", "opens = -31"), since="2026-10-01"), None),
    ],
)
def test_what_may_not_follow(text: str, fault: ChangeFault | None) -> None:
    found = follows(text)
    assert fault in found if fault else found == set()


def test_a_quarter_that_opened_early_has_begun() -> None:
    assert earliest(date(2026, 8, 12), []) == date(2026, 10, 1)
    assert earliest(date(2026, 8, 12), [Quarter(2026, 4)]) == date(2027, 1, 1)
