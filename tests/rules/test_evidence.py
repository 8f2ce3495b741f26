"""Evidence: near pictures are found, files are asked for again, but not for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.evidence import (
    LONGEST_WAIT,
    MOST_TRIES,
    NEAR,
    Fault,
    fault_named,
    marks,
    may_fit,
    near,
    retry,
    tells,
)

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
LOOKS = st.integers(0, 2**64 - 1)


@given(LOOKS, st.sets(st.integers(0, 63), max_size=12))
def test_near_looks_always_share_a_mark(look: int, flipped: set[int]) -> None:
    other = look
    for bit in flipped:
        other ^= 1 << bit
    assert near(look, other) is (len(flipped) <= NEAR)
    if near(look, other):
        assert set(marks(look)) & set(marks(other))


@given(LOOKS)
def test_a_look_has_eight_marks_of_its_own(look: int) -> None:
    assert len(set(marks(look))) == 8


@pytest.mark.parametrize(("look", "told"), [(0, False), (2**64 - 1, False), (0xF0F0, True)])
def test_an_empty_sheet_tells_nothing(look: int, told: bool) -> None:
    assert tells(look) is told


@pytest.mark.parametrize(
    ("tries", "wait"), [(1, 30), (2, 60), (3, 120), (8, 3840), (9, 7200), (11, 7200)]
)
def test_waits_double_up_to_two_hours(tries: int, wait: int) -> None:
    assert retry(tries, NOW).at == NOW + timedelta(seconds=wait)
    assert timedelta(seconds=wait) <= LONGEST_WAIT


def test_at_last_nobody_asks_any_more() -> None:
    assert retry(MOST_TRIES, NOW).at is None


@pytest.mark.parametrize(
    ("mime", "name", "fits"),
    [
        ("image/jpeg", "", True),
        ("application/pdf", "surat.pdf", True),
        ("application/octet-stream", "FOTO.JPG", True),
        ("", "", True),
        ("application/zip", "arsip.zip", False),
        ("application/x-msdownload", "x.exe", False),
        ("audio/mpeg", "lagu.mp3", False),
        ("application/vnd.ms-excel.sheet.macroEnabled.12", "x.xlsm", False),
    ],
)
def test_what_is_worth_fetching(mime: str, name: str, fits: bool) -> None:
    assert may_fit(mime, name) is fits


@pytest.mark.parametrize(
    ("code", "fault"), [("too_large", Fault.TOO_LARGE), ("timeout", Fault.UNREACHABLE)]
)
def test_unknown_reasons_mean_out_of_reach(code: str, fault: Fault) -> None:
    assert fault_named(code) is fault
