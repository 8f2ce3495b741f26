"""What people thought of a forum: three short questions, told from three people up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.talks import SHOWN_FROM

LEVELS = (1, 2, 3, 4, 5)
WORD_LIMIT = 150
OPEN_FOR = timedelta(days=14)
"""So long after its end a forum may be spoken of; what was not told by then is forgotten."""
ASKED_WITHIN = timedelta(days=7)


class Question(StrEnum):
    USE = "use"  # for one's own work
    CLARITY = "clarity"
    TIME = "time"  # well used


QUESTIONS = tuple(Question)


def together(waiting: Sequence[Sequence[int]]) -> tuple[int, ...] | None:
    """The sums, question by question, of what is to be told now; None: too few yet.

    Always of three people or more at once, so that nothing can be learned from two looks.
    """
    if len(waiting) < SHOWN_FROM:
        return None
    return tuple(sum(levels) for levels in zip(*waiting, strict=True))


def means(told: Sequence[tuple[int, Sequence[int]]]) -> tuple[Decimal, ...]:
    """Of each question over all that was told (people and sums), to one decimal; () of nothing."""
    people = sum(count for count, _ in told)
    if not people:
        return ()
    sums = (sum(parts) for parts in zip(*(sums for _, sums in told), strict=True))
    return tuple(half_up(Fraction(one, people), 1) for one in sums)
