"""The superior's appraisal of the quarter: whom, how, and sending it for good."""

from bot.actions.appraisals.people import Listed, Person, has_people, list_, person
from bot.actions.appraisals.rating import (
    Feedback,
    Lines,
    Reason,
    Step,
    advise,
    ask_feedback,
    ask_reason,
    indicator,
    lines,
    rate,
    reason,
    start,
)
from bot.actions.appraisals.sending import Summary, send, summary

__all__ = [
    "Feedback",
    "Lines",
    "Listed",
    "Person",
    "Reason",
    "Step",
    "Summary",
    "advise",
    "ask_feedback",
    "ask_reason",
    "has_people",
    "indicator",
    "lines",
    "list_",
    "person",
    "rate",
    "reason",
    "send",
    "start",
    "summary",
]
