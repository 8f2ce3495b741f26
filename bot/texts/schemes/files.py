"""Sentences about the file of a scheme."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _


def sound(name: str, version: int, since: date) -> str:
    return _("{name}, version {version}, in force from {day}: no faults.").format(
        name=name, version=version, day=words.day(since)
    )


def unreadable(most: int) -> str:
    return _("A scheme is a TOML text file in UTF-8 of at most {size} kB.").format(
        size=words.number(most // 1000)
    )
