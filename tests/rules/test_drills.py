"""The raters' drill: which cases, and how far from gold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drills import DrillCase, DrillRules, chosen, distance
from bot.rules.schemes import FaultKind, faults
from storage.scheme_files import default_text, read_scheme

SHIPPED = read_scheme(default_text())
CASES = SHIPPED.drill_cases
LEVEL = st.integers(1, 5)


@given(st.permutations(CASES), st.integers(1, 10), st.integers(1, 99), st.integers(1, 9999))
def test_the_same_rater_and_quarter_always_get_the_same_cases(
    mixed: list[DrillCase], asked: int, period: int, rater: int
) -> None:
    mine = chosen(mixed, asked, period, rater)
    assert mine == chosen(CASES, asked, period, rater)
    assert len(set(mine)) == len(mine) == min(asked, len(CASES))


def test_raters_and_quarters_get_other_cases_and_orders() -> None:
    assert len({chosen(CASES, 5, 1, rater) for rater in range(50)}) > 40
    assert len({chosen(CASES, 5, period, 7) for period in range(50)}) > 40
    seen = {case.key for rater in range(50) for case in chosen(CASES, 5, 1, rater)}
    assert seen == {case.key for case in CASES}


@pytest.mark.parametrize(
    ("answers", "mean", "lean"),
    [
        ([(4, 4), (3, 3)], "0.00", "0.00"),
        ([(5, 4), (4, 3), (5, 5)], "0.67", "0.67"),
        ([(5, 4), (2, 3)], "1.00", "0.00"),
        ([(1, 5)], "4.00", "-4.00"),
    ],
)
def test_distances_as_reckoned_by_hand(
    answers: list[tuple[int, int]], mean: str, lean: str
) -> None:
    found = distance(answers)
    assert (found.mean, found.lean) == (Decimal(mean), Decimal(lean))
    assert found.answers == len(answers)


@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=1))
def test_no_one_leans_further_than_the_distance(answers: list[tuple[int, int]]) -> None:
    found = distance(answers)
    assert found.mean is not None
    assert found.lean is not None
    assert abs(found.lean) <= found.mean <= 4
    assert (found.mean == 0) == all(level == gold for level, gold in answers)


def test_without_an_answer_nothing_is_said() -> None:
    assert distance([]).mean is None


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        ({"gold": 6}, FaultKind.OUT_OF_RANGE, "drill_cases.0.gold"),
        ({"indicator": "tidak_ada"}, FaultKind.DRILL_INDICATOR, "drill_cases.0.indicator"),
        ({"reason": " "}, FaultKind.NAME_EMPTY, "drill_cases.0.reason"),
        ({"situation": "a" * 261}, FaultKind.TOO_LONG, "drill_cases.0.situation"),
        ({"key": CASES[1].key}, FaultKind.KEY_TWICE, "drill_cases.1.key"),
        ({"key": "Kasus 1"}, FaultKind.KEY_FORM, "drill_cases.0.key"),
    ],
)
def test_a_case_that_cannot_be_asked_is_refused(
    change: dict[str, object], kind: FaultKind, where: str
) -> None:
    spoiled = (replace(CASES[0], **change), *CASES[1:])  # type: ignore[arg-type]
    found = faults(replace(SHIPPED, drill_cases=spoiled))
    assert [(one.kind, one.where) for one in found] == [(kind, where)]


def test_a_drill_that_is_required_needs_cases() -> None:
    required = replace(SHIPPED, drill=DrillRules(required=True), drill_cases=())
    assert [one.kind for one in faults(required)] == [FaultKind.DRILL_EMPTY]
    assert not faults(replace(required, drill=DrillRules()))
    assert not faults(replace(SHIPPED, drill=DrillRules(required=True)))
