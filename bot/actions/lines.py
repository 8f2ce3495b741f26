"""All questions of one form, to change the answer to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.pages import leaf

PAGE = 5
Line = tuple[int, str, int | None]
"""Step, name of what is asked, level given so far."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of the questions of form `number`, about the person of that name."""

    number: int
    name: str
    lines: Sequence[Line]
    page: int
    pages: int


def lines_of(number: int, name: str, asked: Sequence[Line], page: int) -> Lines:
    """The page that was asked for."""
    return Lines(number, name, *leaf(asked, page, PAGE))
