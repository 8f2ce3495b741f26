"""Objections (keberatan): PP 30/2019 art. 59, to the superior of the superior, decided once."""

from bot.rules.objections.clocks import (
    Clocks,
    Start,
    Window,
    after_explanation,
    clocks,
    days_left,
    window,
)
from bot.rules.objections.course import (
    COURSE,
    Act,
    Case,
    Hindrance,
    Outcome,
    Party,
    State,
    after,
    decision_hindrances,
    filing_hindrances,
    heard,
    may,
)
from bot.rules.objections.reviewing import ReviewerBar, reviewer_bar, reviewer_of
from bot.rules.objections.standing import Standing, standing

__all__ = [
    "COURSE",
    "Act",
    "Case",
    "Clocks",
    "Hindrance",
    "Outcome",
    "Party",
    "ReviewerBar",
    "Standing",
    "Start",
    "State",
    "Window",
    "after",
    "after_explanation",
    "clocks",
    "days_left",
    "decision_hindrances",
    "filing_hindrances",
    "heard",
    "may",
    "reviewer_bar",
    "reviewer_of",
    "standing",
    "window",
]
