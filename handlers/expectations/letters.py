"""Letters about planned results: one sentence and one button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.screens import Button, Screen, place
from bot.texts import expectations as texts
from bot.texts import words
from handlers.table import Recipient

Facts = Mapping[str, Any]


def write_agreed(_: Session, __: Recipient, facts: Facts) -> Screen | None:
    return _letter(texts.letter_agreed(), facts)


def write_returned(_: Session, __: Recipient, facts: Facts) -> Screen | None:
    return _letter(texts.letter_returned(), facts)


def _letter(text: str, facts: Facts) -> Screen:
    opens = place("expectations.mine", facts["period"])
    return Screen(text, [[Button(words.OPEN, opens=opens)]], stays=True)
