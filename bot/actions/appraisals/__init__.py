"""Appraisals of the quarter, by superiors and the evaluation team: whom, how, sending for good."""

from bot.actions.appraisals.across import Across, across, rate_across, reason_across
from bot.actions.appraisals.beginning import start
from bot.actions.appraisals.mine import has_people
from bot.actions.appraisals.notes import Feedback, advise, ask_feedback, lines
from bot.actions.appraisals.people import Listed, Person, list_, person
from bot.actions.appraisals.rating import (
    Reason,
    Step,
    ask_reason,
    indicator,
    rate,
    reason,
)
from bot.actions.appraisals.sending import Summary, send, summary
from bot.actions.appraisals.team import (
    Ratee,
    Ratees,
    ratee,
    send_complete,
    start_team,
    team_list,
)
from bot.actions.appraisals.ways import go_across

__all__ = [
    "Across",
    "Feedback",
    "Listed",
    "Person",
    "Ratee",
    "Ratees",
    "Reason",
    "Step",
    "Summary",
    "across",
    "advise",
    "ask_feedback",
    "ask_reason",
    "go_across",
    "has_people",
    "indicator",
    "lines",
    "list_",
    "person",
    "rate",
    "rate_across",
    "ratee",
    "reason",
    "reason_across",
    "send",
    "send_complete",
    "start",
    "start_team",
    "summary",
    "team_list",
]
