"""Polls of a forum: one vote each until it closes, told without names and from three votes up."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.rules.talks import SHOWN_FROM

FEWEST, MOST = 2, 5
QUESTION_LIMIT, OPTION_LIMIT = 120, 60
DAYS = (1, 3, 7)
BAR = 10
MOST_POLLS = 5


class PollKind(StrEnum):
    DATE = "date"
    TOPIC = "topic"
    OTHER = "other"


class PollState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


def told(votes: Sequence[int]) -> bool:
    """Whether the numbers are told at all."""
    return sum(votes) >= SHOWN_FROM


def bar(votes: int, of: int) -> str:
    """Ten signs, as many full as its share."""
    full = (2 * votes * BAR + of) // (2 * of) if of else 0
    return "▰" * full + "▱" * (BAR - full)
