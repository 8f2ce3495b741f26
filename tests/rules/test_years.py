"""Quarters rolled up: three ways, missing quarters named and never zero, parts that add up."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.predikat import Predikat, Word
from bot.rules.schemes import Axis, FaultKind
from bot.rules.schemes.yearly import year_faults
from bot.rules.years import Missing, QuarterResult, Way, YearResult, YearRules, roll_up
from tests.rules.test_scoring import SCHEME

MEAN, BY_DAYS, LAST = YearRules(), YearRules(Way.DAYS), YearRules(Way.LAST)
RISING = YearRules(weights=tuple(map(Decimal, (10, 20, 30, 40))))


def quarter(number: int, value: str, *, days: int = 90, open_: bool = False) -> QuarterResult:
    return QuarterResult(number, Decimal(value), Decimal(value), Decimal(value), days, open_)


FULL = [quarter(1, "100.00"), quarter(2, "90.00"), quarter(3, "110.00"), quarter(4, "106.00")]


@pytest.mark.parametrize(
    ("results", "rules", "total", "weights"),
    [
        (FULL, MEAN, "101.50", "25.00 25.00 25.00 25.00"),
        (FULL, RISING, "103.40", "10.00 20.00 30.00 40.00"),
        (FULL, LAST, "106.00", "0.00 0.00 0.00 100.00"),
        (FULL[:2], LAST, "90.00", "0.00 100.00"),
        (FULL[1:], MEAN, "102.00", "33.34 33.33 33.33"),
        (FULL[1:], RISING, "103.78", "22.22 33.33 44.45"),
        (FULL[:1], MEAN, "100.00", "100.00"),
        ([quarter(1, "100", days=30), quarter(2, "80", days=91)], BY_DAYS, "84.96",
         "24.79 75.21"),
        ([quarter(1, "100.01"), quarter(2, "100.02")], MEAN, "100.02", "50.00 50.00"),
    ],
)  # fmt: skip
def test_a_year(results: list[QuarterResult], rules: YearRules, total: str, weights: str) -> None:
    year = roll_up(results, rules, SCHEME)
    assert str(year.total) == total
    assert " ".join(str(part.weight) for part in year.parts) == weights
    assert sum(part.points for part in year.parts) == year.total


@pytest.mark.parametrize(
    ("hasil", "perilaku", "innovated", "predikat", "word"),
    [
        ("115", "115", True, Predikat.SANGAT_BAIK, Word.SANGAT_BAIK),
        ("115", "115", False, Predikat.SANGAT_BAIK, Word.BAIK),
        ("118", "100", True, Predikat.BAIK, Word.SANGAT_BAIK),
        ("100", "89.99", True, Predikat.KURANG, Word.BAIK),
        ("80", "115", True, Predikat.BUTUH_PERBAIKAN, Word.BAIK),
        ("60", "60", False, Predikat.SANGAT_KURANG, Word.KURANG),
    ],
)
def test_the_words_of_a_year(
    hasil: str, perilaku: str, innovated: bool, predikat: Predikat, word: Word
) -> None:
    h, p = Decimal(hasil), Decimal(perilaku)
    one = QuarterResult(1, h, p, (h * 6 + p * 4) / 10, 90)
    year = roll_up([one], MEAN, SCHEME, innovated=innovated)
    assert (year.predikat, year.word) == (predikat, word)
    assert year.axes == {Axis.HASIL_KERJA: h, Axis.PERILAKU: p}


def test_good_and_bad_quarters_are_weighed_not_counted() -> None:
    year = roll_up([quarter(1, "120"), quarter(2, "80"), quarter(3, "80")], MEAN, SCHEME)
    assert year.total == Decimal("93.33")
    assert year.predikat is Predikat.BAIK


def test_missing_quarters_are_named_and_never_zero() -> None:
    reasons = {1: Missing.NOT_EMPLOYED, 2: Missing.ON_LEAVE}
    year = roll_up(FULL[2:], MEAN, SCHEME, missing=reasons)
    assert year.missing == reasons
    assert year.total == Decimal("108.00")
    assert not year.provisional


def test_a_quarter_still_owed_makes_it_provisional() -> None:
    year = roll_up(FULL[:3], MEAN, SCHEME)
    assert year.missing == {4: Missing.UNPUBLISHED}
    assert year.provisional


@pytest.mark.parametrize(("rules", "provisional"), [(MEAN, True), (LAST, False)])
def test_an_open_objection_makes_it_provisional_where_it_counts(
    rules: YearRules, provisional: bool
) -> None:
    results = [quarter(1, "100", open_=True), *FULL[1:]]
    assert roll_up(results, rules, SCHEME).provisional is provisional


@pytest.mark.parametrize(
    ("results", "rules"),
    [
        ([], MEAN),
        (FULL[:1], YearRules(fewest=2)),
        (FULL[:1], YearRules(weights=tuple(map(Decimal, (0, 0, 50, 50))))),
    ],
)
def test_too_few_quarters_give_no_result(results: list[QuarterResult], rules: YearRules) -> None:
    year = roll_up(results, rules, SCHEME)
    assert (year.total, year.predikat, year.word, year.parts) == (None, None, None, ())
    assert set(year.missing) == {1, 2, 3, 4} - {result.number for result in results}


@pytest.mark.parametrize(
    ("results", "missing"),
    [([FULL[0], FULL[0]], {}), (FULL, {1: Missing.ON_LEAVE})],
)
def test_a_quarter_is_there_once_or_missing(
    results: list[QuarterResult], missing: dict[int, Missing]
) -> None:
    with pytest.raises(ValueError, match="once or missing"):
        roll_up(results, MEAN, SCHEME, missing=missing)


@pytest.mark.parametrize(
    ("wrong", "kind", "where"),
    [
        ({"weights": (Decimal(50), Decimal(50))}, FaultKind.YEAR_WEIGHTS, "year.weights"),
        ({"weights": ()}, FaultKind.YEAR_WEIGHTS, "year.weights"),
        ({"weights": (Decimal(0),) * 4}, FaultKind.YEAR_WEIGHTS, "year.weights"),
        (
            {"weights": tuple(map(Decimal, (-1, 50, 51, 0)))},
            FaultKind.YEAR_WEIGHTS,
            "year.weights",
        ),
        ({"fewest": 0}, FaultKind.OUT_OF_RANGE, "year.fewest"),
        ({"fewest": 5}, FaultKind.OUT_OF_RANGE, "year.fewest"),
        ({"writing_days": 0}, FaultKind.OUT_OF_RANGE, "year.writing_days"),
        ({"signing_days": 61}, FaultKind.OUT_OF_RANGE, "year.signing_days"),
    ],
)
def test_rules_that_make_no_year(wrong: dict[str, Any], kind: FaultKind, where: str) -> None:
    assert [(one.kind, one.where) for one in year_faults(YearRules(**wrong))] == [(kind, where)]


@pytest.mark.parametrize(
    ("rules", "quarters", "enough"),
    [
        (MEAN, (4,), True),
        (MEAN, (), False),
        (YearRules(fewest=2), (1,), False),
        (YearRules(weights=tuple(map(Decimal, (0, 0, 50, 50)))), (1, 2), False),
        (YearRules(Way.LAST, tuple(map(Decimal, (0, 0, 50, 50)))), (1, 2), True),
    ],
)
def test_what_is_enough_for_a_year(
    rules: YearRules, quarters: tuple[int, ...], enough: bool
) -> None:
    assert rules.enough(quarters) is enough
    total = roll_up([quarter(n, "100") for n in quarters], rules, SCHEME).total
    assert (total is not None) is enough


@pytest.mark.parametrize(("number", "days"), [(0, 90), (5, 90), (1, 0)])
def test_no_such_quarter(number: int, days: int) -> None:
    with pytest.raises(ValueError, match="quarter"):
        quarter(number, "100", days=days)


VALUES = st.integers(4000, 12000).map(lambda cents: Decimal(cents) / 100)
RESULTS = st.dictionaries(
    st.integers(1, 4), st.tuples(VALUES, VALUES, VALUES, st.integers(1, 92)), min_size=1
).map(lambda found: [QuarterResult(number, *rest) for number, rest in found.items()])
RULES = st.builds(
    YearRules,
    st.sampled_from(Way),
    st.tuples(*[st.integers(1, 100).map(Decimal)] * 4),
)


def fields(year: YearResult) -> tuple[object, ...]:
    return year.total, year.parts, dict(year.axes), dict(year.missing)


@given(RESULTS, RULES)
def test_parts_add_up_and_a_year_lies_between_its_quarters(
    results: list[QuarterResult], rules: YearRules
) -> None:
    year = roll_up(results, rules, SCHEME)
    assert year.total is not None
    assert min(r.total for r in results) <= year.total <= max(r.total for r in results)
    assert sum(part.points for part in year.parts) == year.total
    assert sum(part.weight for part in year.parts) == 100
    assert len(year.parts) + len(year.missing) == 4
    assert fields(roll_up(results[::-1], rules, SCHEME)) == fields(year)
