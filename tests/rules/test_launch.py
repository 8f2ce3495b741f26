"""Launch data: a vector that openssl signed, every alteration refused, both sides of the clock."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import pytest
from aiogram.utils.web_app import check_webapp_signature
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.launch import AHEAD, FRESH, LONGEST, BadLaunch, is_dark, read_launch
from tests.launching import TOKEN, launch, signed

# HMAC-SHA256 made by `openssl dgst -mac HMAC`, twice, from the sorted lines.
VECTOR = (
    "auth_date=1786503600&query_id=AAHdF6IQAAAAAN0XohDhrOrc&signature=u8Jt5Qm1pM3kQ9wq0b0Xh1sJ3m4"
    "V5n6B7v8C9x0Z1aSdFgHjKlPoIuYtReWqMnBvCxZ&user=%7B%22id%22%3A101%2C%22first_name%22%3A%22Sar"
    "i%22%2C%22last_name%22%3A%22Lestari%20%26%20Ayah%2BIbu%20%3D%201%2F2%22%2C%22username%22%3A%"
    "22sari%22%2C%22language_code%22%3A%22id%22%2C%22allows_write_to_pm%22%3Atrue%7D&hash=34529d6"
    "80398adbf7b4d82d2ce2590f388e5b8236a36af24ca160358759532bb"
)
AT = datetime(2026, 8, 12, 3, tzinfo=UTC)


def test_a_good_launch_says_who_and_when() -> None:
    assert check_webapp_signature(TOKEN, VECTOR)
    found = read_launch(VECTOR, TOKEN)
    assert (found.telegram_id, found.at) == (101, AT)
    assert len(found.number) == 32


def test_fields_may_stand_in_any_order_and_new_ones_may_come() -> None:
    reversed_ = "&".join(reversed(VECTOR.split("&")))
    assert read_launch(reversed_, TOKEN) == read_launch(VECTOR, TOKEN)
    more = [("auth_date", "1786503600"), ("user", '{"id":101}'), ("chat_type", "private")]
    assert read_launch(signed(more), TOKEN).telegram_id == 101


@given(st.integers(0, len(VECTOR) - 1), st.sampled_from(string.printable))
def test_whatever_is_altered_is_refused(at: int, letter: str) -> None:
    altered = VECTOR[:at] + letter + VECTOR[at + 1 :]
    if parse_qsl(altered, keep_blank_values=True) == parse_qsl(VECTOR, keep_blank_values=True):
        assert read_launch(altered, TOKEN) == read_launch(VECTOR, TOKEN)  # %2f for %2F
        return
    with pytest.raises(BadLaunch):
        read_launch(altered, TOKEN)


@given(st.text(max_size=300))
def test_anything_at_all_is_refused_in_the_same_way(text: str) -> None:
    for data in (text, f"hash={text}", f"{VECTOR}&{text}", f"user={text}&hash=0"):
        if data.rstrip("&") == VECTOR:
            continue
        with pytest.raises(BadLaunch):
            read_launch(data, TOKEN)


@pytest.mark.parametrize(
    "fields",
    [
        [("auth_date", "1786503600")],
        [("user", '{"id":101}')],
        [("auth_date", "yesterday"), ("user", '{"id":101}')],
        [("auth_date", "9" * 30), ("user", '{"id":101}')],
        [("auth_date", "1786503600"), ("user", "[]")],
        [("auth_date", "1786503600"), ("user", '{"id":"101"}')],
        [("auth_date", "1786503600"), ("user", '{"id":true}')],
        [("auth_date", "1786503600"), ("user", "[" * 5000)],
        [("auth_date", "1786503600"), ("user", "{")],
    ],
)
def test_what_telegram_would_not_write_is_refused_though_signed(
    fields: list[tuple[str, str]],
) -> None:
    with pytest.raises(BadLaunch):
        read_launch(signed(fields), TOKEN)


def test_another_bot_a_double_field_and_too_much_are_refused() -> None:
    doubled = VECTOR + "&user=%7B%22id%22%3A104%7D"
    longer = signed([("auth_date", "1786503600"), ("user", '{"id":1}'), ("x", "y" * LONGEST)])
    for data, token in ((VECTOR, "700000002:another"), (doubled, TOKEN), (longer, TOKEN)):
        with pytest.raises(BadLaunch):
            read_launch(data, token)
    with pytest.raises(BadLaunch):
        read_launch(launch(101, AT, token="1:another"), TOKEN)


def test_it_is_fresh_for_ten_minutes_by_either_clock() -> None:
    found, second = read_launch(VECTOR, TOKEN), timedelta(seconds=1)
    for now in (AT - AHEAD, AT, AT + FRESH):
        assert found.is_fresh(now)
    for now in (AT - AHEAD - second, AT + FRESH + second, AT + timedelta(days=400)):
        assert not found.is_fresh(now)


@pytest.mark.parametrize(
    ("colour", "dark"),
    [("#17212b", True), ("#ffffff", False), ("ffffff", False), ("#FFF", None), ("", None),
     ("#zzzzzz", None), ("rgb(0,0,0)", None), ("#٠٠٠٠٠٠", None)],
)  # fmt: skip
def test_the_theme_is_told_by_the_background(colour: str, dark: bool | None) -> None:
    assert is_dark(colour) is dark
