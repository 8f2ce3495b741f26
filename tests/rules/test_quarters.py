"""Quarters of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.quarters import Quarter, parse_quarter

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@given(DAYS)
def test_every_day_lies_in_one_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert day in quarter
    assert day not in quarter.next
    assert day not in quarter.previous
    assert quarter.last_day + timedelta(1) == quarter.next.first_day
    assert quarter.previous.next == quarter
    assert quarter.previous < quarter < quarter.next


@pytest.mark.parametrize(
    ("number", "first", "last", "roman"),
    [
        (1, date(2026, 1, 1), date(2026, 3, 31), "I"),
        (2, date(2026, 4, 1), date(2026, 6, 30), "II"),
        (3, date(2026, 7, 1), date(2026, 9, 30), "III"),
        (4, date(2026, 10, 1), date(2026, 12, 31), "IV"),
    ],
)
def test_the_four(number: int, first: date, last: date, roman: str) -> None:
    quarter = Quarter(2026, number)
    assert (quarter.first_day, quarter.last_day, quarter.roman) == (first, last, roman)


@given(DAYS, st.integers(-40, 40))
def test_counting_quarters(day: date, n: int) -> None:
    assert Quarter.of(day).plus(n).plus(-n) == Quarter.of(day)


@pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 5), (0, 1)])
def test_there_is_no_fifth(year: int, number: int) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        Quarter(year, number)


@pytest.mark.parametrize(
    "text",
    [
        "TW II 2026",
        "tw2",
        "TW.II/2026",
        "triwulan 2",
        "Triwulan  kedua 2026",
        "triwulan dua '26",
        "2026-2",
        "2026-Q2",
        "Q2 2026",
        "II/2026",
        "kuartal 2 tahun 2026",
        "TW-II",
        "2026 II",
    ],
)
def test_ways_of_saying_it(text: str) -> None:
    assert parse_quarter(text, 2026) == Quarter(2026, 2)


@pytest.mark.parametrize("text", ["", "TW V", "TW 5", "2026", "2026-5", "2", "tw", "0000-1"])
def test_what_is_none(text: str) -> None:
    assert parse_quarter(text, 2026) is None


@given(DAYS)
def test_the_written_form_is_read_back(day: date) -> None:
    quarter = Quarter.of(day)
    assert parse_quarter(str(quarter), 1999) == quarter
    assert parse_quarter(f"Triwulan {quarter.roman} {quarter.year}", 1999) == quarter
