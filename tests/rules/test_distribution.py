"""The pattern of circular 3/2023: every line, units of 1 to 200 people, never too strict."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.distribution import departures
from bot.rules.predikat import Predikat
from bot.rules.schemes import CIRCULAR, LimitKind, Organisation

SB, B, BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN
K, SK = Predikat.KURANG, Predikat.SANGAT_KURANG
ISTIMEWA, BAIK, CUKUP, KURANG, SANGAT_KURANG = Organisation
ORDER = (SB, B, BP, K, SK)


def broken(organisation: Organisation, *counts: int) -> list[tuple[LimitKind, int]]:
    found = departures(CIRCULAR, organisation, dict(zip(ORDER, counts, strict=True)))
    return [(departure.limit.kind, departure.limit.percent) for departure in found]


@pytest.mark.parametrize(
    ("organisation", "counts", "warned"),
    [
        (ISTIMEWA, (70, 30, 0, 0, 0), []),
        (ISTIMEWA, (71, 29, 0, 0, 0), [(LimitKind.MOST, 70)]),
        (ISTIMEWA, (40, 60, 0, 0, 0), [(LimitKind.MAJORITY, 0)]),
        (ISTIMEWA, (50, 50, 0, 0, 0), [(LimitKind.MAJORITY, 0)]),
        (ISTIMEWA, (34, 33, 33, 0, 0), []),
        (BAIK, (29, 70, 1, 0, 0), []),
        (BAIK, (29, 70, 0, 1, 0), []),
        (BAIK, (30, 70, 0, 0, 0), [(LimitKind.SOMEBODY, 0)]),
        (BAIK, (0, 71, 29, 0, 0), [(LimitKind.MOST, 70)]),
        (BAIK, (60, 39, 1, 0, 0), [(LimitKind.MAJORITY, 0)]),
        (CUKUP, (10, 30, 60, 0, 0), []),
        (CUKUP, (11, 30, 59, 0, 0), [(LimitKind.MOST, 10), (LimitKind.LEAST, 60)]),
        (KURANG, (10, 20, 10, 60, 0), []),
        (KURANG, (10, 22, 9, 59, 0), [(LimitKind.LEAST, 10), (LimitKind.LEAST, 60)]),
        (SANGAT_KURANG, (0, 30, 5, 5, 60), []),
        (SANGAT_KURANG, (1, 30, 4, 5, 60), [(LimitKind.MOST, 0), (LimitKind.LEAST, 10)]),
        (SANGAT_KURANG, (0, 30, 11, 0, 59), [(LimitKind.LEAST, 60)]),
    ],
)
def test_every_line(
    organisation: Organisation, counts: tuple[int, ...], warned: list[tuple[LimitKind, int]]
) -> None:
    assert broken(organisation, *counts) == warned


@pytest.mark.parametrize(
    ("organisation", "counts", "warned"),
    [
        (ISTIMEWA, (1, 0, 0, 0, 0), []),
        (ISTIMEWA, (2, 0, 0, 0, 0), []),
        (ISTIMEWA, (3, 0, 0, 0, 0), []),
        (ISTIMEWA, (4, 0, 0, 0, 0), [(LimitKind.MOST, 70)]),
        (ISTIMEWA, (3, 1, 0, 0, 0), []),
        (ISTIMEWA, (1, 1, 0, 0, 0), []),
        (BAIK, (0, 1, 0, 0, 0), []),
        (BAIK, (0, 2, 0, 0, 0), []),
        (BAIK, (0, 3, 0, 0, 0), [(LimitKind.SOMEBODY, 0)]),
        (BAIK, (0, 2, 1, 0, 0), []),
        (BAIK, (1, 7, 1, 0, 0), []),
        (BAIK, (0, 8, 1, 0, 0), [(LimitKind.MOST, 70)]),
        (CUKUP, (1, 0, 0, 0, 0), []),
        (CUKUP, (1, 1, 0, 0, 0), [(LimitKind.LEAST, 60)]),
        (CUKUP, (1, 3, 5, 0, 0), []),
        (CUKUP, (1, 4, 4, 0, 0), [(LimitKind.LEAST, 60)]),
        (SANGAT_KURANG, (1, 0, 0, 0, 0), [(LimitKind.MOST, 0)]),
    ],
)
def test_small_units_are_rounded_in_favour_of_the_proposal(
    organisation: Organisation, counts: tuple[int, ...], warned: list[tuple[LimitKind, int]]
) -> None:
    assert broken(organisation, *counts) == warned


def test_a_warning_says_what_would_be_expected() -> None:
    (departure,) = departures(CIRCULAR, ISTIMEWA, {SB: 8, B: 2})
    assert (departure.count, departure.people) == (8, 10)
    assert (departure.least, departure.most) == (0, 7)
    assert (departure.limit.predikat, departure.limit.percent) == ((SB,), 70)


def test_nobody_rated_is_no_warning() -> None:
    assert all(departures(CIRCULAR, organisation, {}) == () for organisation in Organisation)


def test_an_organisation_without_a_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="no pattern"):
        departures(CIRCULAR[1:], ISTIMEWA, {SB: 1})


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        departures(CIRCULAR, BAIK, {SB: -1})


@pytest.mark.parametrize("organisation", list(Organisation))
def test_units_of_every_size_can_keep_the_pattern(organisation: Organisation) -> None:
    for people in range(1, 201):
        most, sixty, tenth = people * 7 // 10 or 1, -(-people * 6 // 10), -(-people // 10)
        kept = {
            ISTIMEWA: {SB: most},
            BAIK: {BP: people * 4 // 10},
            CUKUP: {BP: sixty},
            KURANG: {K: sixty, BP: min(tenth, people - sixty)},
            SANGAT_KURANG: {SK: sixty, K: min(tenth, people - sixty)},
        }[organisation]
        kept[B] = people - sum(kept.values())
        assert departures(CIRCULAR, organisation, kept) == (), people


@given(st.sampled_from(Organisation), st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_never_stricter_than_the_circular_and_exact_from_ten(
    organisation: Organisation, numbers: list[int]
) -> None:
    counts = dict(zip(ORDER, numbers, strict=True))
    warned = {departure.limit for departure in departures(CIRCULAR, organisation, counts)}
    people = sum(numbers)
    for limit in next(p.limits for p in CIRCULAR if p.organisation is organisation):
        share = Fraction(100 * sum(counts[p] for p in limit.predikat), people or 1)
        exact = {
            LimitKind.MOST: share <= limit.percent,
            LimitKind.LEAST: share >= limit.percent,
        }.get(limit.kind)
        if exact is not None and people >= 10:
            assert (limit in warned) is not exact
        elif exact:
            assert limit not in warned
