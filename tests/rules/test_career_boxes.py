"""Nine boxes as an area: domain.md 6."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.career import (
    ADVICE,
    ASSESSMENTS,
    Advice,
    Assessed,
    CareerRules,
    Fact,
    Span,
    area,
    box_of,
    performance,
    potential,
)

RULES, TODAY = CareerRules(), date(2026, 11, 23)
MET, ABOVE = Decimal(90), Decimal(110)
totals = st.decimals(0, 120, places=2)
scores = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("y", "x", "box"),
    [
        ("89.99", "59.99", 1), ("90", "59.99", 2), ("89.99", "60", 3),
        ("110", "0", 4), ("90", "79.99", 5), ("0", "80", 6),
        ("110", "60", 7), ("109.99", "80", 8), ("120", "100", 9),
    ],
)  # fmt: skip
def test_nine_of_nine(y: str, x: str, box: int) -> None:
    assert box_of(RULES, MET, ABOVE, Decimal(y), Decimal(x)) == box


@given(totals, scores)
def test_no_gap_between_thresholds(y: Decimal, x: Decimal) -> None:
    assert 1 <= box_of(RULES, MET, ABOVE, y, x) <= 9


def test_advice_of_the_regulation() -> None:
    assert set(ADVICE) == set(range(1, 10))
    assert ADVICE[1] == (Advice.BY_LAW,)
    assert Advice.PROMOTE in ADVICE[9]
    succession = {box for box, said in ADVICE.items() if Advice.SUCCESSION in said}
    assert succession == {7, 8, 9}


def test_performance_of_one_quarter_says_little() -> None:
    assert performance([]) is None
    assert performance([Decimal(100)]) == Span(
        Decimal("86.84"), Decimal("100.00"), Decimal("113.16")
    )
    four = performance([Decimal(100)] * 4)
    assert four == Span(Decimal("95.35"), Decimal("100.00"), Decimal("104.65"))


@given(totals, st.integers(1, 12))
def test_more_evidence_narrows_the_area(total: Decimal, count: int) -> None:
    less, more = performance([total] * count), performance([total] * (count + 1))
    assert less is not None
    assert more is not None
    assert more.high - more.low <= less.high - less.low
    assert less.low <= more.low
    assert more.high <= less.high


@given(
    st.lists(totals, min_size=1, max_size=8), st.dictionaries(st.sampled_from(ASSESSMENTS), scores)
)
def test_the_point_lies_in_its_area(found: list[Decimal], parts: dict[Fact, Decimal]) -> None:
    y = performance(found)
    assert y is not None
    x = potential(RULES, {one: Assessed(score, TODAY) for one, score in parts.items()}, TODAY)
    at = area(RULES, MET, ABOVE, y, x)
    assert at.covers
    assert list(at.covers) == sorted(set(at.covers))
    assert x.low <= x.high
    if at.box is not None:
        assert at.box in at.covers


def test_nothing_assessed_may_be_anything() -> None:
    assert potential(RULES, {}, TODAY) == Span(Decimal(0), None, Decimal(100))
    y = performance([Decimal(100)] * 4)
    assert y is not None
    at = area(RULES, MET, ABOVE, y, potential(RULES, {}, TODAY))
    assert at.box is None
    assert at.covers == (2, 5, 8)


def test_what_is_missing_widens_the_potential() -> None:
    """75 x 40 and 65 x 25 of 100: 71.15 of what is known, the other 35 may be anything."""
    parts = {
        Fact.COMPETENCE: Assessed(Decimal(75), TODAY),
        Fact.POTENTIAL: Assessed(Decimal(65), TODAY),
    }
    span = potential(RULES, parts, TODAY)
    assert span.value == Decimal("71.15")
    assert (span.low, span.high) == (Decimal("42.37"), Decimal("85.13"))
    less = potential(RULES, {Fact.INTEGRITY: Assessed(Decimal(90), TODAY)}, TODAY)
    assert less.value is None  # 15 of 100 are too little for a point


def test_an_assessment_grows_old() -> None:
    old = {one: Assessed(Decimal(90), date(2023, 11, 23)) for one in ASSESSMENTS}
    assert potential(RULES, old, TODAY).value is None
    assert potential(RULES, old, date(2026, 11, 22)).value == Decimal("90.00")
