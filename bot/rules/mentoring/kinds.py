"""Who may need a mentor and who offers to be one; how far a pair is."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.predikat import Predikat

NEW_DAYS = 180
LOW_INDICATORS = 2
PLACES = (1, 2, 3)
MINUTES = (30, 45, 60, 90)
MOST_MINUTES = 480
ANSWER_DAYS = 7
LAPSE_DAYS = 21
"""An answer is owed within the first; after the second nobody waits for it any more."""


class Reason(StrEnum):
    """Why somebody may want a mentor, the most pressing first."""

    STRUGGLING = "struggling"
    NEW = "new"
    ASKED = "asked"


class State(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"
    LAPSED = "lapsed"  # not answered in time, or one of both has left


LIVING = (State.PROPOSED, State.ACTIVE)


class Outcome(StrEnum):
    """What both came to, in the words of whoever ends it."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Mentor:
    """`places`: how many mentees at most, besides those there are."""

    number: int
    unit: int
    strengths: frozenset[str]
    places: int


@dataclass(frozen=True, slots=True)
class Mentee:
    """Without goals any mentor can help: whoever is new learns the ways of the office.

    `asks`: this person asked for one, whatever the reason is.
    """

    number: int
    unit: int
    goals: frozenset[str]
    reason: Reason
    asks: bool = False


Pair = tuple[int, int]
"""Mentor and mentee."""


def need(
    *, asked: bool, days_here: int | None, predikat: Predikat | None, low: int
) -> Reason | None:
    """Why this person may want a mentor, None for nobody's reason.

    `low` indicators below expectations in the newest result that is told, with its predikat.
    """
    poor = predikat in (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)
    if poor or low >= LOW_INDICATORS:
        return Reason.STRUGGLING
    if days_here is not None and days_here < NEW_DAYS:
        return Reason.NEW
    return Reason.ASKED if asked else None
