"""Talks: months in which one is owed, what lags, and usefulness that gives nobody away."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.figures import Counting
from bot.rules.schemes.talks import RHYTHMS
from bot.rules.talks import (
    SHOWN_FROM,
    Usefulness,
    elapsed,
    is_behind,
    lows,
    mean,
    months_of,
    together,
    window_of,
)

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "first", "last", "opens"),
    [
        ("2026-11-10", 3, "2026-10-01", "2026-12-31", "2026-12-01"),
        ("2026-12-31", 3, "2026-10-01", "2026-12-31", "2026-12-01"),
        ("2027-01-01", 3, "2027-01-01", "2027-03-31", "2027-03-01"),
        ("2028-02-29", 1, "2028-02-01", "2028-02-29", "2028-02-14"),
        ("2026-07-05", 12, "2026-01-01", "2026-12-31", "2026-12-01"),
    ],
)
def test_windows(day: str, months: int, first: str, last: str, opens: str) -> None:
    found = window_of(date.fromisoformat(day), months)
    assert [str(one) for one in (found.first, found.last, found.opens)] == [first, last, opens]


@given(DAYS, st.sampled_from(RHYTHMS))
def test_windows_cover_every_day_once(day: date, months: int) -> None:
    here = window_of(day, months)
    assert here.first <= day <= here.last
    assert here.first <= here.opens <= here.last
    assert window_of(here.last, months) == here
    assert window_of(here.last + timedelta(1), months).first == here.last + timedelta(1)


def test_a_superior_may_talk_oftener_never_rarer() -> None:
    assert [months_of(one, 3) for one in (None, 1, 2, 3, 12)] == [3, 1, 2, 3, 3]
    with pytest.raises(ValueError, match="5 months"):
        window_of(date(2026, 1, 1), 5)


def test_the_lowest_come_first_and_what_is_as_expected_stays_away() -> None:
    values = [(key, Decimal(value)) for key, value in zip("abcde", (80, 90, 60, 89, 70))]  # noqa: B905
    assert [key for key, _ in lows(values, Decimal(90))] == ["c", "e", "a"]


@pytest.mark.parametrize(
    ("counting", "percent", "gone", "behind"),
    [
        (Counting.TOTAL_MORE, "30", "44", False),
        (Counting.TOTAL_MORE, "28", "44", True),
        (Counting.TOTAL_MORE, None, "10", False),
        (Counting.TOTAL_MORE, None, "50", True),
        (Counting.LAST_LESS, "100", "99", False),
        (Counting.LAST_LESS, "99.9", "1", True),
        (Counting.TOTAL_LESS, None, "99", False),
    ],
)
def test_what_lags(counting: Counting, percent: str | None, gone: str, behind: bool) -> None:
    value = None if percent is None else Decimal(percent)
    assert is_behind(value, Decimal(gone), less=counting.less) is behind


def test_elapsed_runs_from_nothing_to_all() -> None:
    span = (date(2026, 10, 1), date(2026, 12, 31))
    days = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 15), date(2027, 1, 1))
    assert [elapsed(day, *span) for day in days] == list(
        map(Decimal, ("0.0", "1.1", "50.0", "100.0"))
    )


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=40))
def test_whatever_two_looks_show_there_are_three_people_behind(
    answers: list[tuple[int, int]],
) -> None:
    """Answers come one after another; after each the superior looks."""
    waiting: list[Usefulness] = []
    told: list[tuple[int, int]] = []
    for talk, (person, level) in enumerate(answers):
        waiting.append(Usefulness(person, talk, level))
        found = together(waiting)
        if found is not None:
            people = {one.person for one in waiting}
            assert found[0] == len(people) >= SHOWN_FROM
            told.append(found)
            waiting = []
    assert (mean(told) is None) is (not told)
    assert len({one.person for one in waiting}) < SHOWN_FROM


def test_only_the_newest_answer_of_a_person_counts() -> None:
    answers = [Usefulness(1, 1, 1), Usefulness(2, 2, 3), Usefulness(1, 3, 5), Usefulness(3, 4, 4)]
    assert together(answers[:3]) is None
    assert together(answers) == (3, 12)
    assert mean([(3, 12), (3, 10)]) == Decimal("3.7")
