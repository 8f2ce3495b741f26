"""Hours, years of agreement, needs, equal access, and the catalogue's lines."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.roster import Row
from bot.rules.trainings import catalogue, equality, needs
from bot.rules.trainings.catalogue import two_days
from bot.rules.trainings.course import Ground
from bot.rules.trainings.equality import Trait
from bot.rules.trainings.hours import (
    FORM,
    PART,
    Hours,
    Part,
    agreement_year,
    is_pppk,
    jp,
    shares,
    spread,
)
from bot.rules.trainings.hours import read as read_hours
from bot.rules.trainings.needs import Aim, Levels, TrainingRules

TODAY = date(2026, 11, 10)
RULES = TrainingRules()


@pytest.mark.parametrize(
    ("minutes", "told", "met"),
    [(900, "20.00", True), (899, "19.98", False), (45, "1.00", False), (0, "0.00", False)],
)
def test_hours_are_fulfilled_by_minutes(minutes: int, told: str, met: bool) -> None:
    assert (jp(minutes), Hours(minutes, 900).met) == (Decimal(told), met)


@given(st.integers(0, 2000))
def test_no_rounding_ever_fulfils_them(minutes: int) -> None:
    assert Hours(minutes, 900).met == (jp(minutes) >= 20)


@pytest.mark.parametrize(("more", "passes"), [(180, False), (181, True)])
def test_a_pppk_may_have_24_hours_and_no_minute_more(more: int, passes: bool) -> None:
    assert Hours(900, 900, 24 * 45).passes(more) is passes
    assert not Hours(900, 900).passes(more), "a PNS has no ceiling"


@pytest.mark.parametrize(
    ("since", "first", "last"),
    [
        (None, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2024, 3, 1), date(2026, 3, 1), date(2027, 2, 28)),
        (date(2024, 12, 1), date(2025, 12, 1), date(2026, 11, 30)),
        (date(2025, 11, 10), TODAY, date(2027, 11, 9)),
        (date(2024, 2, 29), date(2026, 3, 1), date(2027, 2, 28)),
    ],
)
def test_the_year_of_agreement(since: date | None, first: date, last: date) -> None:
    assert agreement_year(since, TODAY) == (first, last)


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_every_day_lies_in_one_year_of_agreement(since: date, after: int) -> None:
    today = since + timedelta(after)
    first, last = agreement_year(since, today)
    assert first <= today <= last
    assert agreement_year(since, last + timedelta(1))[0] == last + timedelta(1)


def test_who_is_a_pppk_is_told_by_the_number() -> None:
    assert is_pppk("199009132025242014")
    assert not is_pppk("198609262015051001")


def test_every_kind_of_learning_has_a_form_and_a_part() -> None:
    assert FORM.keys() == PART.keys()


@given(st.lists(st.tuples(st.sampled_from(list(Part)), st.integers(0, 500))))
def test_shares_add_up(learned: list[tuple[Part, int]]) -> None:
    found = spread(learned)
    assert sum(shares(found).values()) == (100 if sum(found.values()) else 0)


LOW, HIGH = {"mutu": Decimal(60)}, {"mutu": Decimal(112)}


@pytest.mark.parametrize(
    ("values", "posts", "minutes", "points", "ground"),
    [
        (LOW, (), 900, {"base": 10, "gap": 24}, Ground.GAP),
        (LOW, ("Arsiparis",), 0, {"base": 10, "gap": 24, "post": 20, "hours": 20}, Ground.GAP),
        (HIGH, (), 900, {"base": 10, "merit": 30}, Ground.MERIT),
        ({"mutu": Decimal(100)}, (), 450, {"base": 10, "hours": 10}, None),
        ({"lain": Decimal(40)}, (), 900, {"base": 10}, None),
        ({"mutu": Decimal("89.99")}, (), 900, {"base": 10, "gap": 1}, Ground.GAP),
    ],
)
def test_what_a_course_is_worth(
    values: dict[str, Decimal], posts: tuple[str, ...], minutes: int, points: dict[str, int],
    ground: Ground | None,
) -> None:  # fmt: skip
    levels = Levels(values, Decimal(90), Decimal(110))
    aim = Aim(("mutu",), posts)
    found = needs.need(aim, levels, "Arsiparis Terampil", Hours(minutes, 900), RULES)
    assert (found.points, found.ground) == (points, ground)
    assert needs.read(needs.written(found.points)) == points


@pytest.mark.parametrize(
    ("posts", "post", "fits"),
    [
        (("Pranata Komputer",), "Pranata Komputer Ahli Pertama", "Pranata Komputer"),
        (("Komputer",), "Pranata Komputerisasi", ""),
        (("",), "Arsiparis", ""),
    ],
)
def test_a_post_fits_by_whole_words(posts: tuple[str, ...], post: str, fits: str) -> None:
    assert needs.fits_post(posts, post) == fits


@pytest.mark.parametrize(
    ("given_", "asked", "highest", "short"),
    [
        (8, 10, Fraction(1), False),
        (6, 10, Fraction(1), True),
        (7, 10, Fraction(1), False),
        (0, 1, Fraction(1), False),  # one person more would mend it
        (0, 3, Fraction(2, 5), False),
        (0, 3, Fraction(1), True),
    ],
)
def test_four_fifths_forgives_one_person(
    given_: int, asked: int, highest: Fraction, short: bool
) -> None:
    assert equality.is_short(given_, asked, highest) is short


def test_groups_show_their_rates() -> None:
    lines = [("L", True)] * 6 + [("L", False)] * 4 + [("P", True)] * 3 + [("P", False)] * 7
    men, women = equality.groups(Trait.SEX, lines)
    assert (men.rate, men.short) == (Fraction(3, 5), False)
    assert (women.ratio, women.short) == (Fraction(1, 2), True)


def test_a_person_counts_once_however_many_applications() -> None:
    """Five of ten men and five of ten women are seated; each woman asked for two courses."""
    lines = []
    for person in range(20):
        of = {Trait.UNIT: "A", Trait.RANK: "III", Trait.SEX: "LP"[person % 2]}
        lines.append((person, of, person < 10))
        if person % 2:
            lines.append((person, of, False))
    found = {one.key: one for one in equality.all_groups(lines)}
    assert [(found[key].asked, found[key].given) for key in "LP"] == [(10, 5), (10, 5)]
    assert found["P"].ratio == 1
    assert found["A"].asked == 20


@pytest.mark.parametrize(("rank", "group"), [("III/c", "III"), ("IX", "PPPK"), ("", "PPPK")])
def test_rank_groups(rank: str, group: str) -> None:
    assert equality.rank_group(rank) == group


GOOD = {
    "kode": "A", "nama": "Arsip", "bidang": "Arsip", "jalur": "Pelatihan", "jp": "20",
    "kursi": "30", "biaya": "Rp 1.500.000,00", "sumber_dana": "APBN", "mulai": "30/11/2026",
    "tempat": "Semarang", "penyelenggara": "LAN", "indikator": "Mutu kerja; mutu",
}  # fmt: skip
KNOWN = catalogue.known_indicators([("mutu", "Mutu kerja")])


def test_a_good_line() -> None:
    ((one,), faults) = catalogue.read([Row(2, GOOD)], KNOWN, TODAY)
    assert faults == []
    assert (one.minutes, one.cost, one.indicators) == (900, 1_500_000, ("mutu",))
    assert (one.form, one.apply_until) == ("klasikal", date(2026, 11, 29))


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"kode": ""}, "kode", "empty"),
        ({"jalur": "les"}, "jalur", "unknown_way"),
        ({"bentuk": "nonklasikal"}, "bentuk", "other_form"),
        ({"jp": ""}, "jp", "hours_wanted"),
        ({"jp": "0,01"}, "jp", "not_whole_minutes"),
        ({"jp": "inf"}, "jp", "not_whole_minutes"),
        ({"menit": "899"}, "menit", "other_minutes"),
        ({"kursi": "0"}, "kursi", "out_of_range"),
        ({"kursi": "banyak"}, "kursi", "not_a_number"),
        ({"biaya": "-5"}, "biaya", "not_a_number"),
        ({"sumber_dana": ""}, "sumber_dana", "source_wanted"),
        ({"mulai": "31/11/2026"}, "mulai", "not_a_day"),
        ({"selesai": "29/11/2026"}, "selesai", "ends_before"),
        ({"mulai": "2026-11-01"}, "selesai", "over_already"),
        ({"daftar_sampai": "1-12-2026"}, "daftar_sampai", "apply_after"),
        ({"indikator": "Kecepatan"}, "indikator", "unknown_indicator"),
        ({"nama": "x" * 101}, "nama", "too_long_for"),
    ],
)
def test_each_fault_alone_is_found(cells: dict[str, str], column: str, code: str) -> None:
    entries, faults = catalogue.read([Row(2, GOOD | cells)], KNOWN, TODAY)
    assert [(one.column, one.code) for one in faults] == [(column, code)]
    assert entries == []


def test_a_code_stands_once() -> None:
    _, faults = catalogue.read([Row(2, GOOD), Row(3, GOOD | {"kode": "a"})], KNOWN, TODAY)
    assert [(one.line, one.code, one.detail) for one in faults] == [(3, "code_twice", "2")]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("8 JP", 360), ("8", 360), ("7,2 jp", 324), ("6 jam", 360), ("360 menit", 360),
        ("1,01 JP", None), ("0", None), ("-3", None), ("9999999", None), ("dua jam", None),
        ("100000 menit", 100_000), ("100001 menit", None),
    ],
)  # fmt: skip
def test_hours_as_people_write_them(said: str, minutes: int | None) -> None:
    assert read_hours(said) == minutes


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("14/12/2026 16/12/2026", (date(2026, 12, 14), date(2026, 12, 16))),
        ("14-12-2026 s.d. 16-12-2026", (date(2026, 12, 14), date(2026, 12, 16))),
        ("14/12/2026", (date(2026, 12, 14), date(2026, 12, 15))),
        ("16/12/2026 14/12/2026", None),
        ("31/02/2026", None),
        ("kemarin", None),
    ],
)
def test_new_days_of_a_course(said: str, days: tuple[date, date] | None) -> None:
    assert two_days(said, timedelta(days=1)) == days
