"""A reference number is short, the same at every try, and read however it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.audit.codes import LETTERS
from bot.rules.references import BadReference, number_of, reference_of

NUMBERS = st.integers(min_value=0, max_value=2**31 - 1)


@given(NUMBERS)
def test_it_leads_back_to_the_update(number: int) -> None:
    reference = reference_of(number)
    assert number_of(reference) == number
    assert len(reference) <= 8
    assert number_of(f" {reference[:3].lower()}-{reference[3:].lower()} ") == number


def test_an_update_has_the_same_one_for_ever() -> None:
    assert reference_of(874_321_994) == "T1T62A8"
    assert reference_of(0) == "00"
    assert number_of("OO") == 0


@given(NUMBERS, st.data())
def test_a_wrong_letter_finds_no_stranger(number: int, data: st.DataObject) -> None:
    """Letters that lie 29 apart in the alphabet are the exception: three pairs of 496."""
    reference = reference_of(number)
    at = data.draw(st.integers(0, len(reference) - 1))
    before = LETTERS.index(reference[at])
    wrong = data.draw(st.sampled_from(range(32)).filter(lambda v: (v - before) % 29 != 0))
    with pytest.raises(BadReference):
        number_of(reference[:at] + LETTERS[wrong] + reference[at + 1 :])


@given(NUMBERS, st.data())
def test_two_letters_that_changed_places_find_no_stranger(
    number: int, data: st.DataObject
) -> None:
    body = reference_of(number)
    at = data.draw(st.integers(0, len(body) - 3)) if len(body) > 2 else 0
    left, right = LETTERS.index(body[at]), LETTERS.index(body[at + 1])
    if len(body) > 2 and (left - right) % 29:
        with pytest.raises(BadReference):
            number_of(body[:at] + body[at + 1] + body[at] + body[at + 2 :])


@pytest.mark.parametrize("typed", ["", "7", "   ", "7U", "ÄÖ"])
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(BadReference):
        number_of(typed)
