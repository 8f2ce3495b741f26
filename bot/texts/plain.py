"""Texts without pictograms, for people who prefer them or whose phone reads them aloud."""

from __future__ import annotations

import re

_PICTOGRAMS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\ufe0e\ufe0f\u200d\u20e3]+ ?"
)
_PAGER = {"◀": "<", "▶": ">"}


def plain(text: str) -> str:
    """The text without pictograms; arrows of a pager become plain signs, nothing becomes empty."""
    for sign, letter in _PAGER.items():
        text = text.replace(sign, letter)
    return _PICTOGRAMS.sub("", text).rstrip() or text
