"""Mentoring: who may need a mentor, who fits whom, and what became of the mentored."""

from bot.rules.mentoring.comparing import SHOWN_FROM, Comparison, Course, compare
from bot.rules.mentoring.kinds import (
    ANSWER_DAYS,
    LAPSE_DAYS,
    LIVING,
    LOW_INDICATORS,
    MINUTES,
    MOST_MINUTES,
    NEW_DAYS,
    PLACES,
    Mentee,
    Mentor,
    Outcome,
    Pair,
    Reason,
    State,
    need,
)
from bot.rules.mentoring.matching import (
    below,
    blocking,
    fits,
    lower_only,
    match,
    mentee_ranks,
    mentor_ranks,
)

__all__ = [
    "ANSWER_DAYS", "LAPSE_DAYS", "LIVING", "LOW_INDICATORS", "MINUTES", "MOST_MINUTES",
    "NEW_DAYS", "PLACES", "SHOWN_FROM", "Comparison", "Course", "Mentee", "Mentor", "Outcome",
    "Pair", "Reason", "State", "below", "blocking", "compare", "fits", "lower_only", "match",
    "mentee_ranks", "mentor_ranks", "need",
]  # fmt: skip
