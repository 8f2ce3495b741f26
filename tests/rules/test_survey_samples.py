"""Enough answers, how far an index may be off, whether it moved; like leaned to like."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.surveys.credibility import leaned
from bot.rules.surveys.samples import interval, sample, sample_size, standard_error, student
from bot.rules.surveys.tallies import NONE, tally
from bot.rules.surveys.trend import Direction, change
from tests.rules.test_surveys import V1, alike, answers_of

KREJCIE_MORGAN = """
10 10 100 80 280 162 800 260 2800 338 15 14 110 86 290 165 850 265 3000 341 20 19 120 92 300 169
900 269 3500 346 25 24 130 97 320 175 950 274 4000 351 30 28 140 103 340 181 1000 278 4500 354
35 32 150 108 360 186 1100 285 5000 357 40 36 160 113 380 191 1200 291 6000 361 45 40 170 118
400 196 1300 297 7000 364 50 44 180 123 420 201 1400 302 8000 367 55 48 190 127 440 205 1500 306
9000 368 60 52 200 132 460 210 1600 310 10000 370 65 56 210 136 480 214 1700 313 15000 375 70 59
220 140 500 217 1800 317 20000 377 75 63 230 144 550 226 1900 320 30000 379 80 66 240 148 600 234
2000 322 40000 380 85 70 250 152 650 242 2200 327 50000 381 90 73 260 155 700 248 2400 331 75000
382 95 76 270 159 750 254 2600 335 1000000 384
"""


def test_the_table_of_krejcie_and_morgan() -> None:
    numbers = list(map(int, KREJCIE_MORGAN.split()))
    table = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert len(table) == 90
    assert {users: sample_size(users) for users in table} == table
    assert (sample_size(0), sample_size(1)) == (0, 1)
    with pytest.raises(ValueError, match="nobody"):
        sample_size(-1)


@given(st.integers(0, 10**7))
def test_never_more_than_there_are_and_never_fewer_for_more(users: int) -> None:
    assert sample_size(users) <= min(users, 384)
    assert sample_size(users) <= sample_size(users + 1)


def test_whether_enough_answered() -> None:
    assert (sample(131, 200).enough, sample(131, 200).missing) == (False, 1)
    assert sample(132, 200).enough
    assert sample(40, 30).population == 40, "more answered than the unit stated"
    assert (sample(5, None).enough, sample(5, None).missing) == (None, 0)


def test_the_interval_of_a_published_survey() -> None:
    found = interval(tally(answers_of(V1)))
    assert found is not None
    assert (str(found.low), str(found.high), str(found.half)) == ("87.86", "95.09", "3.61")


def test_an_interval_worked_by_hand() -> None:
    """Totals 36 and 27 in turn: indices 100 and 75, s = 13.3631, t(7) = 2.365, n = 8."""
    found = interval(alike(8, 4, 3))
    assert found is not None
    assert found.half == Decimal("11.17")
    assert (found.low, found.high) == (Decimal("76.33"), Decimal("98.67"))
    census = standard_error(alike(8, 4, 3), 8)
    assert census == 0


@pytest.mark.parametrize("none", [NONE, alike(1, 3), alike(20, 3)])
def test_no_interval_where_nothing_tells_it(none: object) -> None:
    assert interval(none) is None  # type: ignore[arg-type]


def test_students_t() -> None:
    told = [student(one) for one in (1, 10, 30, 31, 40, 41, 60, 61, 120, 121, 9999)]
    assert list(map(str, told)) == [
        "12.706", "2.228", "2.042", "2.042", "2.042", "2.021", "2.021", "2.000", "2.000", "1.980",
        "1.980",
    ]  # fmt: skip
    assert told == sorted(told, reverse=True)
    with pytest.raises(ValueError, match="two answers"):
        student(0)


def test_it_moved_or_only_seems_to() -> None:
    before, after = alike(200, 3, 3, 2), alike(200, 4, 3, 3)
    assert (up := change(before, after)) is not None
    assert (down := change(after, before)) is not None
    assert (up.direction, down.direction) == (Direction.UP, Direction.DOWN)
    assert up.points == -down.points
    few = change(alike(4, 3, 4), alike(4, 4, 3, 4, 4))
    assert few is not None
    assert few.direction is Direction.UNSURE
    assert change(NONE, after) is None
    assert change(alike(1, 3), after) is None


def test_three_glad_answers_do_not_top_three_hundred() -> None:
    found = leaned({1: alike(3, 4), 2: alike(300, 4, 4, 4, 3), 3: alike(40, 3, 4, 3)})
    lucky, known = found[1], found[2]
    assert lucky.own == 100
    assert lucky.sure < known.sure
    assert lucky.percent < 60
    assert known.percent > 95
    assert abs(known.index - known.own) < Decimal("0.2")


def test_alone_of_its_kind_nothing_leans() -> None:
    (only,) = leaned({7: alike(5, 4, 3)}).values()
    assert (only.index, str(only.percent), only.services) == (only.own, "100.0", 1)
    assert leaned({1: NONE}) == {}


counts = st.integers(1, 400)
levels = st.lists(st.integers(1, 4), min_size=1, max_size=4)


@given(st.dictionaries(st.integers(1, 9), st.tuples(counts, levels), min_size=1, max_size=6))
def test_leaned_lies_between_its_own_and_that_of_its_like(
    given_: dict[int, tuple[int, list[int]]],
) -> None:
    found = leaned({key: alike(count, *own) for key, (count, own) in given_.items()})
    assert found.keys() == given_.keys()
    for one in found.values():
        assert min(one.own, one.like) <= one.index <= max(one.own, one.like)
        assert one.sure <= one.index
        assert 0 < one.percent <= 100


@given(levels, counts, counts)
def test_more_answers_lean_less(own: list[int], few: int, more: int) -> None:
    few, more = sorted((few, more))
    other = alike(50, 3, 2)
    found = leaned({1: alike(few, *own), 2: alike(more, *own), 3: other})
    assert found[1].percent <= found[2].percent
