"""Years of unbroken service: 10, 20 and 30, and what starts them anew."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.awards.service import (
    ANEW,
    STEPS,
    Noted,
    NoteKind,
    is_watched,
    service,
    years_later,
)

STARTED = date(2010, 3, 1)


def noted(kind: NoteKind, since: date, until: date | None = None) -> Noted:
    return Noted(kind, since, until or since)


@pytest.mark.parametrize(
    ("today", "due", "years"),
    [
        (date(2020, 2, 29), None, 9),  # 9 years and 11 months: not yet
        (date(2020, 3, 1), 10, 10),
        (date(2030, 2, 28), 10, 19),
        (date(2030, 3, 1), 20, 20),
        (date(2040, 3, 1), 30, 30),
        (date(2055, 3, 1), 30, 45),
        (date(2009, 1, 1), None, 0),
    ],
)
def test_a_step_is_due_on_the_day_the_years_are_full(
    today: date, due: int | None, years: int
) -> None:
    found = service(STARTED, [], today)
    assert (found.due, found.years) == (due, years)


@pytest.mark.parametrize("kind", sorted(ANEW))
def test_a_break_or_a_penalty_in_the_third_year_starts_the_years_anew(kind: NoteKind) -> None:
    one = noted(kind, date(2012, 5, 1), date(2013, 4, 30))
    at_ten = service(STARTED, [one], date(2020, 3, 1))
    assert (at_ten.due, at_ten.counted_from, at_ten.broken_by) == (None, date(2013, 5, 1), kind)
    assert service(STARTED, [one], date(2023, 4, 30)).due is None
    assert service(STARTED, [one], date(2023, 5, 1)).due == 10


def test_a_light_penalty_breaks_nothing() -> None:
    light = noted(NoteKind.LIGHT, date(2012, 5, 1), date(2012, 10, 31))
    assert service(STARTED, [light], date(2020, 3, 1)).due == 10


def test_what_was_received_is_not_due_again_and_a_missed_step_is_passed_over() -> None:
    medal = noted(NoteKind.MEDAL_10, date(2021, 8, 17))
    found = service(STARTED, [medal], date(2026, 1, 1))
    assert (found.due, found.following, found.following_on) == (None, 20, date(2030, 3, 1))
    assert service(STARTED, [], date(2031, 1, 1)).due == 20
    last = service(STARTED, [noted(NoteKind.MEDAL_30, date(2041, 8, 17))], date(2045, 1, 1))
    assert (last.due, last.following) == (None, None)


def test_after_a_break_the_next_step_is_never_one_that_was_received() -> None:
    notes = [
        noted(NoteKind.MEDAL_10, date(2020, 8, 17)),
        noted(NoteKind.BREAK, date(2021, 1, 1), date(2022, 12, 31)),
    ]
    found = service(STARTED, notes, date(2034, 1, 1))
    assert (found.due, found.following, found.following_on) == (None, 20, date(2043, 1, 1))


def test_who_is_due_within_a_year_is_watched() -> None:
    assert not is_watched(service(STARTED, [], date(2019, 2, 28)), date(2019, 2, 28))
    assert is_watched(service(STARTED, [], date(2019, 3, 1)), date(2019, 3, 1))
    assert is_watched(service(STARTED, [], date(2026, 1, 1)), date(2026, 1, 1))


def test_a_leap_day_is_full_on_the_first_of_march() -> None:
    assert years_later(date(2012, 2, 29), 10) == date(2022, 3, 1)
    assert years_later(date(2012, 2, 29), 20) == date(2032, 2, 29)


DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
NOTES = st.lists(
    st.builds(
        lambda kind, since, length: Noted(kind, since, since + timedelta(length)),
        st.sampled_from(NoteKind), DAYS, st.integers(0, 900),
    ),
    max_size=5,
)  # fmt: skip


@given(started=DAYS, notes=NOTES, today=DAYS)
def test_nothing_is_due_before_its_years_and_order_of_notes_does_not_matter(
    started: date, notes: list[Noted], today: date
) -> None:
    found = service(started, notes, today)
    if found.due is not None:
        assert found.due_since == years_later(found.counted_from, found.due) <= today
        assert found.years >= found.due > found.received
    if found.following is not None:
        assert found.following_on is not None
        assert found.following_on > today
        assert found.following in STEPS
    assert found.counted_from >= started
    last = max((one.until for one in notes if one.kind in ANEW), default=started - timedelta(1))
    assert found.counted_from == max(started, last + timedelta(1))
    again = service(started, notes[::-1], today)
    assert (again.due, again.years, again.following_on) == (
        found.due, found.years, found.following_on,
    )  # fmt: skip
