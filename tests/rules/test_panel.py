"""Views, adjusted results and what to look at first, by tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.schemes import read
from bot.rules.panel import (
    Against,
    Sign,
    Standing,
    Tally,
    View,
    adjusted,
    against,
    apart,
    far,
    follows,
    may_close,
    read_levels,
    tally,
    wants_second,
    write_levels,
)
from bot.rules.predikat import Predikat
from bot.rules.schemes import Source
from bot.rules.scoring import Mark, score
from storage.scheme_files import default_text

SCHEME = read(default_text())
MINE = [
    one.key for one in SCHEME.indicators if any(s.source is Source.SUPERIOR for s in one.sources)
]
DUE, LATE = date(2026, 10, 16), date(2026, 10, 17)
LEVELS = st.integers(1, 5)


@pytest.mark.parametrize(
    ("voters", "said", "today", "closed"),
    [
        ({1, 2, 3}, {1, 2, 3}, DUE, True),
        ({1, 2, 3}, {1, 2}, DUE, False),
        ({1, 2, 3}, {1, 2}, LATE, True),
        ({1, 2, 3}, {1}, LATE, False),
        ({1, 2, 3}, {1, 4, 5}, LATE, False),  # others' views do not count
        ({1}, {1}, DUE, True),
        (set(), set(), LATE, False),
    ],
)
def test_views_open_when_all_are_in_or_the_days_are_over_with_a_quorum(
    voters: set[int], said: set[int], today: date, closed: bool
) -> None:
    assert may_close(voters, said, 60, DUE, today) is closed


@pytest.mark.parametrize(
    ("found", "verdict", "again"),
    [
        (Tally(3, 0, 0), View.KEEP, False),
        (Tally(1, 2, 0), View.HIGH, True),
        (Tally(1, 1, 1), None, True),
        (Tally(0, 1, 1), None, True),
        (Tally(0, 0, 1), View.LOW, False),
    ],
)
def test_more_than_half_decide_and_disagreement_asks_once_more(
    found: Tally, verdict: View | None, again: bool
) -> None:
    assert found.verdict is verdict
    assert wants_second(found, 1, second=False) is again
    assert not wants_second(found, 1, second=True)


@pytest.mark.parametrize(
    ("found", "gap"),
    [
        (Tally(), 0), (Tally(3, 0, 0), 0), (Tally(0, 2, 0), 0), (Tally(2, 1, 0), 1),
        (Tally(1, 0, 4), 1), (Tally(0, 1, 1), 2), (Tally(5, 1, 1), 2),
    ],
)  # fmt: skip
def test_a_scheme_may_ask_once_more_only_for_views_that_lie_apart(found: Tally, gap: int) -> None:
    assert found.gap == gap
    assert wants_second(found, 1, second=False) is (gap >= 1)
    assert wants_second(found, 2, second=False) is (gap == 2)
    assert not wants_second(found, 2, second=True)


def test_who_may_not_have_a_view_is_not_counted() -> None:
    assert tally({1: View.HIGH, 2: View.KEEP, 9: View.LOW}, {1, 2}) == Tally(1, 1, 0)


@given(
    st.fixed_dictionaries(dict.fromkeys(MINE, LEVELS)),
    st.dictionaries(st.sampled_from(MINE), LEVELS),
)
def test_an_adjusted_result_adds_up_and_follows_the_table(
    levels: dict[str, int], changes: dict[str, int]
) -> None:
    before = score({key: [Mark(Source.SUPERIOR, one)] for key, one in levels.items()}, SCHEME)
    after = adjusted(before, changes, SCHEME)
    assert after.total == sum(axis.points for axis in after.axes)
    for axis in after.axes:
        assert axis.value == sum(part.axis_points for part in axis.indicators)
        assert axis.points == sum(part.points for part in axis.indicators)
        for part in axis.indicators:
            assert part.value == sum(group.points for group in part.groups)
    plain = score(
        {key: [Mark(Source.SUPERIOR, one)] for key, one in {**levels, **changes}.items()}, SCHEME
    )
    assert after.total is not None
    assert plain.total is not None
    assert abs(after.total - plain.total) <= Decimal("0.05")
    expectations = [axis.expectation for axis in after.axes]
    assert after.predikat == SCHEME.quadrant.of(*expectations)
    if not changes:
        assert after.axes == before.axes


def test_an_unknown_indicator_or_level_is_refused() -> None:
    before = score({key: [Mark(Source.SUPERIOR, 4)] for key in MINE}, SCHEME)
    assert adjusted(before, dict.fromkeys(MINE, 1), SCHEME).predikat is Predikat.SANGAT_KURANG
    with pytest.raises(KeyError):
        adjusted(before, {"kolaborasi": 3}, SCHEME)  # nobody gave it a mark
    with pytest.raises(ValueError, match="no level"):
        adjusted(before, {MINE[0]: 6}, SCHEME)


def test_levels_are_written_and_read_again() -> None:
    assert write_levels({"b": 2, "a": 5}) == "a=5,b=2"
    assert read_levels("a=5,b=2") == {"a": 5, "b": 2}
    assert read_levels("") == {}


@pytest.mark.parametrize(
    ("verdict", "after", "fits"),
    [
        (View.HIGH, 99, True),
        (View.HIGH, 100, False),
        (View.HIGH, 101, False),
        (View.LOW, 101, True),
        (View.LOW, 99, False),
        (View.KEEP, 99, False),
        (None, 99, False),
    ],
)
def test_a_change_goes_where_the_views_point(verdict: View | None, after: int, fits: bool) -> None:
    assert follows(verdict, Decimal(100), Decimal(after)) is fits


def test_neither_person_nor_proposer_nor_rater_signs() -> None:
    hands = frozenset({7, 8})
    found = [against(who, 1, 2, hands) for who in (1, 2, 7, 9)]
    assert found == [Against.PERSON, Against.PROPOSED, Against.RATED, None]


def test_what_to_look_at_first() -> None:
    plain = {n: Decimal(100 + n % 3) for n in range(1, 9)}
    assert far({**plain, 20: Decimal(60), 21: Decimal(101)}) == {20}
    split = Standing(Decimal(120), Decimal(100), None)
    shift = Standing(Decimal(112), Decimal(105), Decimal(108))
    still = Standing(Decimal(112), Decimal(105), Decimal(111))
    found = [apart(one, Decimal(90), Decimal(110)) for one in (split, shift, still, Standing())]
    assert found == [(Sign.SPLIT,), (Sign.SHIFT,), (), ()]


def test_few_or_equal_people_have_nobody_far_off() -> None:
    few = {n: Decimal(total) for n, total in enumerate((40, 100, 101, 102))}
    same = {**dict.fromkeys(range(10), Decimal(100)), 99: Decimal(40)}
    assert far(few) == frozenset()
    assert far(same) == frozenset()
