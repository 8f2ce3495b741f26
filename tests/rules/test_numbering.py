"""Numbers of buttons, and what is typed to press one."""

from __future__ import annotations

import pytest

from bot.rules.numbering import numbers, picked, without_number


@pytest.mark.parametrize(
    ("labels", "given"),
    [
        (["Kirim", "Kembali"], [1, 2]),
        (["◀", "▶", "Menu"], [1, 2, 3]),
        (["1", "2", "3", "4", "5", "Kembali"], [1, 2, 3, 4, 5, 6]),
        (["Lewati", "4 Baik", "5 Sangat baik"], [1, 4, 5]),
        (["5", "4", "3", "2", "1", "Batal"], [5, 4, 3, 2, 1, 6]),
        (["1. Sari", "2. Budi", "Menu"], [1, 2, 3]),
        (["1 jam", "1 hari", "Batal"], [1, 2, 3]),
        (["20.00–06.00", "17.00–07.30", "Kembali"], [1, 2, 3]),
        (["2026", "2025"], [1, 2]),
        ([], []),
    ],
)
def test_each_label_has_a_number_of_its_own(labels: list[str], given: list[int]) -> None:
    assert numbers(labels) == given
    assert len(set(given)) == len(given)


def test_a_digit_that_is_the_number_is_not_said_twice() -> None:
    assert without_number("1. Sari", 1) == "Sari"
    assert without_number("4 Baik", 4) == "Baik"
    assert without_number("4", 4) == "4"
    assert without_number("1 hari", 2) == "1 hari"


@pytest.mark.parametrize(
    ("typed", "free", "awaited"),
    [
        ("3", 3, None), (" 3. ", 3, None), ("#3", 3, 3), ("# 12", 12, 12), ("123", None, None),
        ("tiga", None, None), ("3 jam", None, None), ("-1", None, None), ("#", None, None),
        ("", None, None), ("3,5", None, None), ("#3#", None, None),
    ],
)  # fmt: skip
def test_a_bare_number_never_answers_for_a_button_where_text_is_awaited(
    typed: str, free: int | None, awaited: int | None
) -> None:
    assert picked(typed, awaited=False) == free
    assert picked(typed, awaited=True) == awaited
