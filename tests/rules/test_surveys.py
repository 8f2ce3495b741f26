"""The satisfaction index: every vector of domain.md 4, and properties."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.surveys.elements import ELEMENTS, OLD_ELEMENTS
from bot.rules.surveys.grades import FOURTEEN, NINE, Grade, Weight
from bot.rules.surveys.index import figure, index_of_means
from bot.rules.surveys.tallies import NONE, Tally, tally, together

HUNDREDTH, THOUSANDTH, EXACT = Weight.TWO_DECIMALS, Weight.THREE_DECIMALS, Weight.EXACT
V1 = {
    "persyaratan": (18, 11, 0), "prosedur": (14, 15, 0), "waktu": (15, 12, 2),
    "biaya": (29, 0, 0), "produk": (15, 14, 0), "kompetensi": (18, 11, 0),
    "perilaku": (19, 10, 0), "sarana": (18, 11, 0), "pengaduan": (28, 1, 0),
}  # fmt: skip
"""Published answers of 29 people: how many said 4, 3 and 2."""

answers = st.lists(st.tuples(*[st.integers(1, 4)] * 9), min_size=1, max_size=30)


def answers_of(columns: dict[str, tuple[int, int, int]]) -> list[dict[str, int]]:
    spread = {key: [4] * a + [3] * b + [2] * c for key, (a, b, c) in columns.items()}
    return [{key: own[at] for key, own in spread.items()} for at in range(29)]


def alike(count: int, *levels: int) -> Tally:
    """People of whom each gives one level to every element, in turn."""
    return tally(dict.fromkeys(ELEMENTS, levels[at % len(levels)]) for at in range(count))


def test_a_published_survey_by_each_weight() -> None:
    found = tally(answers_of(V1))
    assert (found.count, found.total) == (29, 955)
    indices = {one: figure(found, one) for one in NINE.weights}
    told = {one: (str(own.index), own.grade) for one, own in indices.items() if own}
    assert told == {
        HUNDREDTH: ("90.56", Grade.A), THOUSANDTH: ("91.38", Grade.A), EXACT: ("91.48", Grade.A),
    }  # fmt: skip


def test_its_elements_are_known_by_key() -> None:
    shown = figure(tally(answers_of(V1)))
    assert shown is not None
    means = {one.key: str(one.mean) for one in shown.elements}
    assert means["sarana"] == "3.621"
    assert means["pengaduan"] == "3.966"
    assert list(means) == list(ELEMENTS)
    assert shown.lowest.key == "waktu"
    assert (shown.weight, shown.regulation, shown.count) == (EXACT, "2017", 29)


@pytest.mark.parametrize(
    ("mean", "weight", "index", "grade"),
    [
        (4, HUNDREDTH, "99.00", "A"), (4, THOUSANDTH, "99.90", "A"), (4, EXACT, "100.00", "A"),
        (3, HUNDREDTH, "74.25", "C"), (3, THOUSANDTH, "74.93", "C"), (3, EXACT, "75.00", "C"),
        ("3.55", HUNDREDTH, "87.86", "B"), ("3.55", THOUSANDTH, "88.66", "A"),
        ("3.55", EXACT, "88.75", "A"), (1, HUNDREDTH, "24.75", "D"), (1, EXACT, "25.00", "D"),
    ],
)  # fmt: skip
def test_the_weight_changes_the_number_and_may_change_the_grade(
    mean: int | str, weight: Weight, index: str, grade: str
) -> None:
    found = index_of_means([Decimal(mean)] * 9, weight)
    assert (str(found), NINE.grade(found)) == (index, grade)


@pytest.mark.parametrize(
    ("index", "grade"),
    [
        ("64.99", "D"), ("65.00", "C"), ("76.60", "C"), ("76.61", "B"), ("88.30", "B"),
        ("88.31", "A"), ("64.995", "C"), ("64.9949", "D"), ("76.605", "B"), ("76.6049", "C"),
        ("88.305", "A"), ("88.3049", "B"), ("25", "D"), ("100", "A"), ("80.81", "B"),
        ("76.04", "C"),
    ],
)  # fmt: skip
def test_rounded_before_it_is_graded(index: str, grade: str) -> None:
    assert NINE.grade(Decimal(index)) == grade


@pytest.mark.parametrize(
    ("index", "grade"),
    [
        ("43.75", "D"), ("43.76", "C"), ("62.50", "C"), ("62.51", "B"), ("81.25", "B"),
        ("81.26", "A"), ("75.77", "B"), ("75", "B"), ("74.51", "B"),
    ],
)  # fmt: skip
def test_a_historic_figure_keeps_its_table(index: str, grade: str) -> None:
    assert FOURTEEN.grade(Decimal(index)) == grade


def test_an_old_published_survey_of_fourteen() -> None:
    means = "2.947 3.047 3.013 2.993 2.980 3.127 2.900 2.800 3.260 3.013 2.893 2.720 3.133 3.153"
    found = index_of_means([Decimal(one) for one in means.split()], Weight.OLD, FOURTEEN)
    assert str(found) == "74.51"
    means = "3.100 3.080 2.933 3.060 3.087 3.140 3.200 2.947 2.940"
    assert str(index_of_means([Decimal(one) for one in means.split()])) == "76.35"


def test_a_weight_belongs_to_its_table() -> None:
    with pytest.raises(ValueError, match="no weight"):
        FOURTEEN.share(HUNDREDTH)
    with pytest.raises(ValueError, match="asks 9"):
        index_of_means([Decimal(3)] * 14)


def test_nine_elements_followed_fourteen() -> None:
    assert (len(ELEMENTS), len(OLD_ELEMENTS)) == (9, 14)
    assert FOURTEEN.until is not None
    assert (NINE.since - FOURTEEN.until).days == 1


def test_nothing_comes_of_no_answers_or_wrong_ones() -> None:
    assert figure(NONE) is None
    assert together([]) == NONE
    with pytest.raises(ValueError, match="1 to 4"):
        tally([dict.fromkeys(ELEMENTS, 5)])
    with pytest.raises(KeyError):
        tally([{"waktu": 3}])


@given(answers, answers)
def test_sums_add_up_and_keep_within_their_parts(
    one: list[tuple[int, ...]], two: list[tuple[int, ...]]
) -> None:
    first, second = (tally(dict(zip(ELEMENTS, a, strict=True)) for a in own) for own in (one, two))
    both = together([first, second])
    assert both == tally(dict(zip(ELEMENTS, a, strict=True)) for a in [*one, *two])
    indices = [own.index for part in (first, second) if (own := figure(part))]
    whole = figure(both)
    assert whole is not None
    assert min(indices) <= whole.index <= max(indices)
    assert Decimal(25) <= whole.index <= Decimal(100)


@given(answers)
def test_the_index_is_the_mean_of_its_elements(given_: list[tuple[int, ...]]) -> None:
    found = figure(tally(dict(zip(ELEMENTS, a, strict=True)) for a in given_))
    assert found is not None
    exact = Fraction(sum(map(sum, given_)), 9 * len(given_)) * 25
    assert abs(Fraction(found.index) - exact) <= Fraction(1, 200)
