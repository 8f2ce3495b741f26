"""Buttons that are also listed in the text with a number, and the number that presses one.

A label that begins with a digit keeps it, so that typing `4` gives level 4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_DIGITS = 2
_LEADING = re.compile(r"^(\d)(?![\d.,/%]*\d)[.):]?\s*")
_PICK = re.compile(rf"^\s*(#?)\s*(\d{{1,{MOST_DIGITS}}})\s*\.?\s*$", re.ASCII)


def numbers(labels: Sequence[str]) -> list[int]:
    """A number for each label: its own leading digit where no other has it, else the next free."""
    leading = [_LEADING.match(label) for label in labels]
    wanted = [int(found[1]) if found else 0 for found in leading]
    own = [number if number and wanted.count(number) == 1 else 0 for number in wanted]
    free = iter(number for number in range(1, 2 * len(labels) + 10) if number not in own)
    return [number or next(free) for number in own]


def without_number(label: str, number: int) -> str:
    """The label without the digit that is its number already; never empty."""
    found = _LEADING.match(label)
    if found and int(found[1]) == number:
        return label[found.end() :] or label
    return label


def picked(text: str, *, awaited: bool) -> int | None:
    """The number that was typed to press a button; None when it was not meant so.

    `awaited`: the screen waits for something typed, which may be a number itself; then only a
    number behind `#` presses.
    """
    found = _PICK.match(text)
    if found is None or (awaited and not found[1]):
        return None
    return int(found[2])
