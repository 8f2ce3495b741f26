"""Codes of counters and tickets, as they are printed, typed and linked."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules import certificates, joining
from bot.rules.surveys import codes

KEY, OTHER = b"k" * 32, b"o" * 32


@example(735738, 426)  # a ticket without a digit
@given(st.integers(1, 32**4 - 1), st.integers(0, codes.MOST_TICKETS - 1))
def test_a_ticket_is_read_however_it_is_typed(batch: int, number: int) -> None:
    code = codes.ticket_code(KEY, batch, number)
    link = f"https://t.me/teladan_bot?start={codes.argument(code)}"
    for typed in (codes.read(code), codes.read(code.lower().replace("-", " ")), codes.find(link)):
        assert typed is not None
        assert (typed.batch_id, typed.number) == (batch, number)
        assert typed.is_genuine(KEY)
        assert not typed.is_genuine(OTHER)


@given(st.binary(min_size=7, max_size=7))
def test_a_counter_is_read_and_is_no_ticket(random: bytes) -> None:
    code = codes.counter_code(random)
    found = codes.find(f"/start {codes.argument(code)}")
    assert found == codes.read(code) == codes.SurveyCode(counter=code)
    assert not found.is_genuine(KEY)


def test_a_number_of_another_ticket_needs_another_check() -> None:
    code = codes.ticket_code(KEY, 7, 1).replace("-", "")
    forged = codes.read(code[:5] + "2" + code[6:])
    assert forged is not None
    assert forged.number == 2
    assert not forged.is_genuine(KEY)


@pytest.mark.parametrize(
    "typed",
    ["", "selamat", "Selamat pagi Bu", "08123456789", "12.30", "semua baik", "7K29XDU", "é123456"],
)
def test_words_are_no_codes(typed: str) -> None:
    assert codes.read(typed) is None


def test_other_codes_are_not_mistaken() -> None:
    """One text, one meaning: an invitation, a certificate and a survey keep apart."""
    ticket = codes.ticket_code(KEY, 999, 12)
    for text in (ticket, f"/start {codes.argument(ticket)}"):
        assert joining.find_code(text) is None
        assert certificates.asked(text) is None
    assert codes.find("/start cek-10482-7KQ2-M9XD-4TRW-0HZB") is None
    assert codes.find("/start " + "A1b2C3d4E5f6G7h8I9j0_k") is None


def test_too_many_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        codes.ticket_code(KEY, 32**4, 0)
