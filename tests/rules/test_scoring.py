"""Scores: worked examples, missing groups, and parts that always add up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.predikat import Expectation, Predikat, Word
from bot.rules.schemes import (
    Axis,
    AxisWeights,
    Category,
    Indicator,
    Scheme,
    Share,
    Source,
    faults,
)
from bot.rules.scoring import (
    FORMULA,
    FORMULAS,
    SCORERS,
    Mark,
    RatedAchievement,
    propose_level,
    score,
    value_of,
)

SUPERIOR, PEERS, SURVEY, TEAM = Source.SUPERIOR, Source.PEERS, Source.SURVEY, Source.TEAM
ANCHORS = ("satu", "dua", "tiga", "empat", "lima")


def indicator(key: str, axis: Axis, weight: int, **sources: int) -> Indicator:
    shares = tuple(Share(Source(name), Decimal(share)) for name, share in sources.items())
    return Indicator(key, key, axis, Decimal(weight), shares, ANCHORS, guides=("Santun",))


SCHEME = Scheme(
    key="uji",
    name="Skema uji",
    version=1,
    in_force_from=date(2026, 1, 1),
    formula=FORMULA,
    asks_peers=True,
    axis_weights=AxisWeights(Decimal(60), Decimal(40)),
    indicators=(
        indicator("mutu", Axis.HASIL_KERJA, 50, superior=70, team=30),
        indicator("jumlah", Axis.HASIL_KERJA, 30, superior=100),
        indicator("survei", Axis.HASIL_KERJA, 20, survey=100),
        indicator("santun", Axis.PERILAKU, 65, superior=60, peers=40),
        indicator("disiplin", Axis.PERILAKU, 35, superior=60, peers=40),
    ),
    categories=(Category("lainnya", "Lainnya"),),
)
KEYS = [i.key for i in SCHEME.indicators]


def by_superior(**levels: int) -> dict[str, list[Mark]]:
    return {key: [Mark(SUPERIOR, level)] for key, level in levels.items()}


MARKS = {
    "mutu": [Mark(SUPERIOR, 4), Mark(TEAM, 5), Mark(TEAM, 4)],
    "jumlah": [Mark(SUPERIOR, 3)],
    "survei": [Mark(SURVEY, 5)],
    "santun": [Mark(SUPERIOR, 4), Mark(PEERS, 5), Mark(PEERS, 4), Mark(PEERS, 4)],
    "disiplin": [Mark(SUPERIOR, 5), Mark(PEERS, 4)],
}


def test_the_scheme_of_these_tests_is_sound() -> None:
    assert faults(SCHEME) == ()


def test_levels_have_values() -> None:
    assert [value_of(level) for level in (1, 2, 3, 4, 5)] == [40, 60, 80, 100, 120]
    with pytest.raises(ValueError, match="no level"):
        value_of(6)


def test_a_worked_example() -> None:
    """mutu 70% of 100 + 30% of 110 = 103; axis 103*.5 + 80*.3 + 120*.2 = 99.5.

    santun 60% of 100 + 40% of 106.67 = 102.67; disiplin 112; axis 105.93; total 102.07.
    """
    result = score(MARKS, SCHEME)
    work, behaviour = result.axes
    assert (work.value, work.points) == (Decimal("99.50"), Decimal("59.70"))
    assert [part.value for part in work.indicators] == [103, 80, 120]
    assert [part.axis_points for part in work.indicators] == [
        Decimal("51.50"),
        Decimal("24.00"),
        Decimal("24.00"),
    ]
    assert [part.value for part in behaviour.indicators] == [Decimal("102.67"), Decimal(112)]
    assert behaviour.value == Decimal("105.93")
    assert result.total == Decimal("102.07")
    assert (result.predikat, result.word) == (Predikat.BAIK, Word.BAIK)
    assert result.left_out == ()
    assert result.formula == FORMULA == "2026.1"
    assert FORMULAS[FORMULA](MARKS, SCHEME) == SCORERS[FORMULA](SCHEME)(MARKS) == result


def test_a_released_formula_never_changes() -> None:
    """Every part of five hundred results, as the formula first gave them."""
    dice, seen = Random(2026), sha256()
    for _ in range(500):
        marks = {
            key: [
                Mark(dice.choice(list(Source)), dice.randint(1, 5), dice.choice((1, 1, 30, 61)))
                for _ in range(dice.randint(0, 6))
            ]
            for key in KEYS
        }
        seen.update(repr(score(marks, SCHEME)).encode())
    assert seen.hexdigest()[:16] == "4d974fc155e2d5df"


def test_the_vectors_of_the_law() -> None:
    """SKP 100 and behaviour 110 give 104.0 with peers asked and 103.0 without."""
    marks = {
        **by_superior(mutu=4, jumlah=4),
        "santun": [Mark(SUPERIOR, 4), Mark(SUPERIOR, 5)],
    }
    assert score(marks, SCHEME).total == Decimal("104.00")
    alone = replace(SCHEME, axis_weights=AxisWeights(Decimal(70), Decimal(30)))
    assert score(marks, alone).total == Decimal("103.00")


def test_excellence_needs_innovation_for_the_word_only() -> None:
    marks = by_superior(mutu=5, jumlah=5, santun=5, disiplin=5)
    plain, inventive = score(marks, SCHEME), score(marks, SCHEME, innovated=True)
    assert plain.total == inventive.total == 120
    assert plain.predikat is inventive.predikat is Predikat.SANGAT_BAIK
    assert (plain.word, inventive.word) == (Word.BAIK, Word.SANGAT_BAIK)


def test_good_results_do_not_excuse_bad_behaviour() -> None:
    result = score(by_superior(mutu=5, jumlah=5, santun=3, disiplin=3), SCHEME)
    assert result.total == Decimal("104.00")
    assert result.predikat is Predikat.KURANG
    assert score(by_superior(mutu=3, santun=5), SCHEME).predikat is Predikat.BUTUH_PERBAIKAN


def test_a_missing_group_is_shared_not_zero() -> None:
    work = score(by_superior(mutu=4, jumlah=4, santun=4), SCHEME).axis(Axis.HASIL_KERJA)
    assert work is not None
    assert work.value == 100
    mutu, jumlah = work.indicators
    assert mutu.groups[0].weight == 100
    assert (mutu.weight, jumlah.weight) == (Decimal("62.50"), Decimal("37.50"))


def test_left_out_indicators_are_named() -> None:
    result = score({**by_superior(mutu=4, santun=4), "survei": [Mark(PEERS, 1)]}, SCHEME)
    assert result.left_out == ("jumlah", "survei", "disiplin")
    assert result.total == 100


def test_without_one_axis_there_is_no_total() -> None:
    result = score(by_superior(mutu=4), SCHEME)
    assert (result.total, result.predikat, result.word) == (None, None, None)
    assert result.axis(Axis.PERILAKU) is None
    assert score({}, SCHEME).axes == ()


def test_the_shown_value_meets_the_threshold() -> None:
    """Exactly 89.996 is shown as 90.00 and counts as met."""
    marks = {"santun": [Mark(SUPERIOR, 3, 2501), Mark(SUPERIOR, 4, 2499)]}
    axis = score(marks, SCHEME).axis(Axis.PERILAKU)
    assert axis is not None
    assert (axis.value, axis.expectation) == (Decimal("90.00"), Expectation.MET)


def test_two_superiors_count_by_days_served() -> None:
    marks = {"mutu": [Mark(SUPERIOR, 5, 60), Mark(SUPERIOR, 2, 30)]}
    axis = score(marks, SCHEME).axis(Axis.HASIL_KERJA)
    assert axis is not None
    assert axis.value == 100


@pytest.mark.parametrize(("level", "days"), [(0, 1), (6, 1), (3, 0)])
def test_impossible_marks(level: int, days: int) -> None:
    with pytest.raises(ValueError, match="level is 1 to 5"):
        Mark(SUPERIOR, level, days)


def test_unknown_indicators_are_refused() -> None:
    with pytest.raises(KeyError):
        score(by_superior(lain=3), SCHEME)


MARK = st.builds(Mark, st.sampled_from(Source), st.integers(1, 5), st.integers(1, 92))
ALL_MARKS = st.dictionaries(st.sampled_from(KEYS), st.lists(MARK, max_size=9))


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    first = draw(st.integers(1, 9998))
    weights = [Decimal(first) / 100, Decimal(9999 - first) / 100, Decimal("0.01")]
    changed = [
        replace(i, weight=weight) for i, weight in zip(SCHEME.indicators[:3], weights, strict=True)
    ]
    return replace(SCHEME, indicators=(*changed, *SCHEME.indicators[3:]))


@given(ALL_MARKS, schemes())
def test_shown_parts_always_add_up(marks: dict[str, list[Mark]], scheme: Scheme) -> None:
    result = score(marks, scheme)
    if result.total is not None:
        assert sum(axis.points for axis in result.axes) == result.total
        assert 40 <= result.total <= 120
    for axis in result.axes:
        assert sum(part.axis_points for part in axis.indicators) == axis.value
        assert sum(part.points for part in axis.indicators) == axis.points
        assert sum(part.weight for part in axis.indicators) == 100
        for part in axis.indicators:
            assert sum(group.points for group in part.groups) == part.value
            assert sum(group.weight for group in part.groups) == 100
            exact = Fraction(part.value) * Fraction(part.weight) / 100
            assert abs(Fraction(part.axis_points) - exact) < Fraction(3, 100)


@given(ALL_MARKS)
def test_the_order_of_marks_does_not_matter(marks: dict[str, list[Mark]]) -> None:
    turned = {key: own[::-1] for key, own in reversed(marks.items())}
    assert score(turned, SCHEME) == score(marks, SCHEME)


@given(ALL_MARKS, st.sampled_from(KEYS), st.integers(0, 8))
def test_a_better_mark_never_lowers_the_total(
    marks: dict[str, list[Mark]], key: str, at: int
) -> None:
    own = marks.get(key, [])
    before = score(marks, SCHEME).total
    if at >= len(own) or before is None:
        return
    raised = [*own]
    raised[at] = replace(own[at], level=min(5, own[at].level + 1))
    after = score({**marks, key: raised}, SCHEME).total
    assert after is not None
    assert after >= before


@pytest.mark.parametrize(
    ("levels", "proposed"),
    [
        ([], None),
        ([3], 3),
        ([5], 4),
        ([5, 5], 5),
        ([5, 4], 5),
        ([4, 3, 1], 3),
        ([5, 5, 4, 1, 1, 1], 5),
        ([2, 2, 1], 2),
        ([1], 1),
    ],
)
def test_proposals(levels: list[int], proposed: int | None) -> None:
    assert propose_level([RatedAchievement(level) for level in levels]) == proposed
