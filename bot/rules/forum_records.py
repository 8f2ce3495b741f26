"""The record of a forum (notulen): its lines, how they are told in pages, who owes what of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

LINE_LIMIT, MOST_LINES = 240, 40
NOTE_LIMIT = 200
ROOM, ON_A_PAGE = 560, 4
"""So many signs and lines a page of a phone holds."""
FURTHEST = timedelta(366)
WEEKS = (1, 2, 4)


class LineKind(StrEnum):
    POINT = "point"
    DECISION = "decision"
    ACTION = "action"


class Said(Protocol):
    """Anything with words of its own."""

    @property
    def text(self) -> str: ...


S = TypeVar("S", bound=Said)


def pages(lines: Sequence[S], around: int = 60) -> list[list[S]]:
    """The lines in pages that a phone holds, at least one; `around`: signs beside each text."""
    found: list[list[S]] = [[]]
    room = ROOM
    for line in lines:
        need = len(line.text) + around
        if found[-1] and (need > room or len(found[-1]) == ON_A_PAGE):
            found.append([])
            room = ROOM
        found[-1].append(line)
        room -= need
    return found


def due_fits(due: date, today: date) -> bool:
    """Whether a step may be due that day: from today until a year from now."""
    return today <= due <= today + FURTHEST


def is_overdue(due: date, today: date) -> bool:
    return due < today
