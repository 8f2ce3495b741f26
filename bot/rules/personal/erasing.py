"""What a person may erase at any time, and when the rest can go."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Erasable(StrEnum):
    """Groups that no retention duty holds (UU 27/2022 art. 43)."""

    DRAFTS = "drafts"  # what was never sent, with its evidence
    NOTES = "notes"  # notes of talks for oneself
    STORIES = "stories"  # words about an award
    MENTORING = "mentoring"  # what one offers or wishes
    QUESTIONS = "questions"  # asked in forums under one's name
    THANKS = "thanks"  # words of thanks received
    QUIZZES = "quizzes"  # what was chosen in quizzes that are finished
    CHOICES = "choices"  # consents and preferences


def free_from(year: int, years: int) -> date:
    """The first day on which data of a year need not be kept any more."""
    return date(year + years + 1, 1, 1)
