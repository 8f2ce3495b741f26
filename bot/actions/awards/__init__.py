"""Awards: the ranking, the proposal, the decision by somebody else, and who was honoured."""

from bot.actions.awards.card import CaseCard
from bot.actions.awards.deciding import (
    approve,
    ask_rejection,
    case,
    confirm_approval,
    confirm_rejection,
    reject,
    write_rejection,
)
from bot.actions.awards.given import Given, Honour, honour, list_
from bot.actions.awards.panel import Candidate, Panel, candidate, may_rank, panel
from bot.actions.awards.proposing import (
    Draft,
    ask_reason,
    confirm,
    propose,
    write_reason,
)

__all__ = [
    "Candidate",
    "CaseCard",
    "Draft",
    "Given",
    "Honour",
    "Panel",
    "approve",
    "ask_reason",
    "ask_rejection",
    "candidate",
    "case",
    "confirm",
    "confirm_approval",
    "confirm_rejection",
    "honour",
    "list_",
    "may_rank",
    "panel",
    "propose",
    "reject",
    "write_reason",
    "write_rejection",
]
