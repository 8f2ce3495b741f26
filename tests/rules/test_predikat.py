"""The 3 x 3 table, wrong versions of it found elsewhere, and the words of PP 30/2019."""

from decimal import Decimal
from itertools import product

import pytest

from bot.rules.predikat import Expectation, Predikat, Word, expectation_of
from bot.rules.schemes import NumberWords, Quadrant

predikat_of = Quadrant().of
BELOW, MET, ABOVE = Expectation.BELOW, Expectation.MET, Expectation.ABOVE


@pytest.mark.parametrize(
    ("results", "behaviour", "predikat"),
    [
        (ABOVE, BELOW, Predikat.KURANG),
        (ABOVE, MET, Predikat.BAIK),
        (ABOVE, ABOVE, Predikat.SANGAT_BAIK),
        (MET, BELOW, Predikat.KURANG),
        (MET, MET, Predikat.BAIK),
        (MET, ABOVE, Predikat.BAIK),
        (BELOW, BELOW, Predikat.SANGAT_KURANG),
        (BELOW, MET, Predikat.BUTUH_PERBAIKAN),
        (BELOW, ABOVE, Predikat.BUTUH_PERBAIKAN),
    ],
)
def test_all_nine_cells(results: Expectation, behaviour: Expectation, predikat: Predikat) -> None:
    assert predikat_of(results, behaviour) is predikat


def test_the_table_is_not_symmetric() -> None:
    assert predikat_of(ABOVE, BELOW) is not predikat_of(BELOW, ABOVE)
    assert predikat_of(MET, BELOW) is not predikat_of(BELOW, MET)


def test_only_excellence_in_both_is_sangat_baik() -> None:
    best = [p for p in product(Expectation, repeat=2) if predikat_of(*p) is Predikat.SANGAT_BAIK]
    assert best == [(ABOVE, ABOVE)]


@pytest.mark.parametrize("results", list(Expectation))
def test_misconduct_is_never_excused(results: Expectation) -> None:
    assert predikat_of(results, BELOW) in (Predikat.KURANG, Predikat.SANGAT_KURANG)


@pytest.mark.parametrize(
    ("value", "expectation"),
    [("89.99", BELOW), ("90.00", MET), ("109.99", MET), ("110.00", ABOVE), ("40", BELOW)],
)
def test_thresholds(value: str, expectation: Expectation) -> None:
    assert expectation_of(Decimal(value), Decimal(90), Decimal(110)) is expectation


@pytest.mark.parametrize(
    ("total", "innovated", "word"),
    [
        ("120", True, Word.SANGAT_BAIK),
        ("110", True, Word.SANGAT_BAIK),
        ("110", False, Word.BAIK),
        ("120", False, Word.BAIK),
        ("109.99", True, Word.BAIK),
        ("104", True, Word.BAIK),
        ("90", False, Word.BAIK),
        ("89.99", True, Word.CUKUP),
        ("70", False, Word.CUKUP),
        ("69.99", False, Word.KURANG),
        ("50", False, Word.KURANG),
        ("49.99", True, Word.SANGAT_KURANG),
    ],
)
def test_words(total: str, innovated: bool, word: Word) -> None:
    assert NumberWords().of(Decimal(total), innovated=innovated) is word
