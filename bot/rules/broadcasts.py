"""Broadcasts: what HR tells many people at once, and the short quiz that may come with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from bot.rules.numbers import half_up

TEXT_LIMIT = 850  # below a picture Telegram takes 1,024 signs, with its tags
REASON_LIMIT = 300
QUESTION_LIMIT, OPTION_LIMIT, EXPLANATION_LIMIT = 250, 80, 300
MOST_QUESTIONS = 10
FEWEST_OPTIONS, MOST_OPTIONS = 2, 4
MARKS = (60, 70, 80, 100)
TRIES = (1, 2, 3, 0)
CREDITS = (0, 1, 2)
QUIZ_DAYS = (3, 7, 14)
WAY = "sosialisasi"
SHOWN_FROM = 5
"""How many must have answered before figures of a unit are told: fewer would name somebody."""
REMIND_BEFORE = timedelta(days=2)
REMIND_PAUSE = timedelta(days=1)
MOST_REMINDERS = 3


class State(StrEnum):
    """`asked`: waits for the second person; `planned`: for its hour."""

    DRAFT = "draft"
    ASKED = "asked"
    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"


GONE = (State.SENDING, State.SENT, State.CANCELLED)
"""Of which somebody may have got a copy."""


class Audience(StrEnum):
    """`failed`: whoever got an earlier one and has not passed its quiz."""

    EVERYBODY = "everybody"
    UNIT = "unit"
    BELOW = "below"
    ROLE = "role"
    STAFF = "staff"
    FAILED = "failed"


class Staff(StrEnum):
    """The two kinds of ASN (UU 20/2023 art. 5)."""

    PNS = "pns"
    PPPK = "pppk"


class Out(StrEnum):
    """Why somebody of the audience got no copy."""

    NEVER = "never"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class BroadcastRules:
    """Part of a scheme: one person alone may address at most so many."""

    alone: int = 200


def wants_second(people: int, alone: int, *, duty: bool, credit: int) -> bool:
    """Whether a second person must agree: many, at any hour, or with hours of learning."""
    return people > alone or duty or credit > 0


def percent(right: int, of: int) -> int:
    """The share of right answers, rounded half up; 0 of none."""
    return int(half_up(Decimal(100 * right) / Decimal(of), 0)) if of else 0


def passed(right: int, of: int, mark: int) -> bool:
    """Whether the share reaches the mark, before it is rounded."""
    return of > 0 and 100 * right >= mark * of


@dataclass(frozen=True, slots=True)
class Options:
    """Answers to choose from, and which of them is right."""

    texts: tuple[str, ...]
    right: int


class OptionFault(StrEnum):
    COUNT = "count"
    RIGHT = "right"
    LONG = "long"
    TWICE = "twice"


def read_options(typed: str) -> Options | OptionFault:
    """Answers, one a line, the right one marked by a star before it."""
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip(" *\t")]
    if not FEWEST_OPTIONS <= len(lines) <= MOST_OPTIONS:
        return OptionFault.COUNT
    starred = [at for at, line in enumerate(lines) if line.startswith("*")]
    if len(starred) != 1:
        return OptionFault.RIGHT
    texts = tuple(line.lstrip("* ") for line in lines)
    if any(len(text) > OPTION_LIMIT for text in texts):
        return OptionFault.LONG
    if len({text.casefold() for text in texts}) < len(texts):
        return OptionFault.TWICE
    return Options(texts, starred[0])
