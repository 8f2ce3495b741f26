"""Spans of days, as people type them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.actions.spans import packed, read_span, unpacked

NOW = datetime(2026, 8, 12, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 sampai 5 September 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("1 s.d. 5 September 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("1 s/d 5 september 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("30 Agustus hingga 2 September 2026", date(2026, 8, 30), date(2026, 9, 2)),
        ("28 Desember 2026 sampai dengan 4 Januari 2027", date(2026, 12, 28), date(2027, 1, 4)),
        ("12/9/2026 - 14/9/2026", date(2026, 9, 12), date(2026, 9, 14)),
        ("1 to 5 September 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("from 1 until 5 September", date(2026, 9, 1), date(2026, 9, 5)),
        ("1st to 5th September 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("September 1 to 5, 2026", date(2026, 9, 1), date(2026, 9, 5)),
        ("August 30 to September 2, 2026", date(2026, 8, 30), date(2026, 9, 2)),
        ("28 December 2026 to 4 January 2027", date(2026, 12, 28), date(2027, 1, 4)),
        ("tomorrow", date(2026, 8, 13), date(2026, 8, 13)),
        ("besok", date(2026, 8, 13), date(2026, 8, 13)),
        ("  Besok ", date(2026, 8, 13), date(2026, 8, 13)),
    ],
)
def test_spans_are_understood(text: str, first: date, last: date) -> None:
    assert read_span(text, NOW) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", " ", "entah", "5 sampai 1 September 2026", "31 sampai 2 Februari 2027", "x" * 5000,
     "1 sampai 2 sampai 3 September 2026", "🙂", "besok jam 9", "31 Februari 2027",
     "to", "from", "5 to 1 September 2026",
     "September 1 to 31 2026"],
)  # fmt: skip
def test_what_is_no_span_is_nothing(text: str) -> None:
    assert read_span(text, NOW) is None


def test_days_travel_as_numbers() -> None:
    assert unpacked(packed(date(2026, 9, 1))) == date(2026, 9, 1)
    with pytest.raises(ValueError, match="month"):
        unpacked(20261301)
