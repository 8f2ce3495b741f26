"""Any JSON comes out sound or is refused; any text is read as a place."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.lanes import chat_of, lane_of
from bot.screens import Place
from bot.sound import DEEPEST, HIGHEST, LOWEST, Unsound, is_numbered, sound

ANY_TEXT = st.text(st.characters(), max_size=30)  # half characters too
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(ANY_TEXT, inside, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(ANY_TEXT, JSON, max_size=4))
@example({"message": {"text": "\ud800\0", "from": {"id": 2**63}}})
def test_what_comes_out_can_be_kept(raw: dict[str, Any]) -> None:
    try:
        made = sound(raw)
    except Unsound:
        assert any(not LOWEST <= one <= HIGHEST for one in _numbers(raw))
        return
    for text in _texts(made):
        assert "\0" not in text
        assert text.encode().decode() == text
    assert sound(made) == made or "NaN" in json.dumps(made)


@given(JSON)
def test_anything_has_a_lane_or_no_number(raw: Any) -> None:
    if is_numbered(raw):
        assert isinstance(lane_of(raw), int)
        assert isinstance(chat_of(raw), int)


def test_brackets_without_end_are_refused() -> None:
    deep: Any = 1
    for _ in range(DEEPEST + 1):
        deep = [deep]
    try:
        sound({"message": deep})
    except Unsound:
        return
    raise AssertionError("it was taken")


@given(ANY_TEXT)
@example("desk.found/²")
@example("x/-/--1/٣")
@settings(max_examples=300)
def test_any_text_is_read_as_a_place(text: str) -> None:
    place = Place.parse(text)
    assert all(isinstance(arg, int | str) for arg in place.args)


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value
    return [t for one in inside for t in _texts(one)] if isinstance(value, dict | list) else []


def _numbers(value: Any) -> list[int]:
    if isinstance(value, int):
        return [value]
    inside = value.values() if isinstance(value, dict) else value
    return [n for one in inside for n in _numbers(one)] if isinstance(value, dict | list) else []
