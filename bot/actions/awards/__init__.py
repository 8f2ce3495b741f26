"""Awards: rounds and their votes, the ranking, the proposal, somebody else's decision, honours."""

from bot.actions.awards.card import CaseCard
from bot.actions.awards.certifying import certify, certify_earlier, title_of
from bot.actions.awards.comparing import Comparing, pairs, prefer
from bot.actions.awards.deciding import approve, case, choose_seat, confirm_approval
from bot.actions.awards.declining import (
    ask_rejection,
    confirm_rejection,
    give_back,
    reject,
    write_rejection,
)
from bot.actions.awards.decree import Decree, decree
from bot.actions.awards.ending import ask_end, confirm_end, end, write_end
from bot.actions.awards.given import PAGE as GIVEN
from bot.actions.awards.given import Given, Honour, honour, list_, waiting
from bot.actions.awards.handing import ask_handing, write_handing
from bot.actions.awards.nominating import (
    Nominating,
    ask_ground,
    ask_nominee,
    confirm_nomination,
    nominate,
    nominees,
    search_nominee,
    withdraw_nomination,
    write_ground,
)
from bot.actions.awards.panel import Candidate, Panel, candidate, may_rank, panel
from bot.actions.awards.posters import SIZES as POSTERS
from bot.actions.awards.posters import Poster, poster
from bot.actions.awards.prizes import PAGE as SEATS
from bot.actions.awards.prizes import Seats, ground_of
from bot.actions.awards.proposing import (
    Draft,
    ask_reason,
    confirm,
    propose,
    write_reason,
)
from bot.actions.awards.rounds import Round, RoundCard, list_rounds, round_card
from bot.actions.awards.telling import consent, still_told, tell
from bot.actions.awards.turning import turn
from bot.actions.awards.voting import Ballot, Paper, ballot, declare, paper, vote

__all__ = [
    "GIVEN",
    "POSTERS",
    "SEATS",
    "Ballot",
    "Candidate",
    "CaseCard",
    "Comparing",
    "Decree",
    "Draft",
    "Given",
    "Honour",
    "Nominating",
    "Panel",
    "Paper",
    "Poster",
    "Round",
    "RoundCard",
    "Seats",
    "approve",
    "ask_end",
    "ask_ground",
    "ask_handing",
    "ask_nominee",
    "ask_reason",
    "ask_rejection",
    "ballot",
    "candidate",
    "case",
    "certify",
    "certify_earlier",
    "choose_seat",
    "confirm",
    "confirm_approval",
    "confirm_end",
    "confirm_nomination",
    "confirm_rejection",
    "consent",
    "declare",
    "decree",
    "end",
    "give_back",
    "ground_of",
    "honour",
    "list_",
    "list_rounds",
    "may_rank",
    "nominate",
    "nominees",
    "pairs",
    "panel",
    "paper",
    "poster",
    "prefer",
    "propose",
    "reject",
    "round_card",
    "search_nominee",
    "still_told",
    "tell",
    "title_of",
    "turn",
    "vote",
    "waiting",
    "withdraw_nomination",
    "write_end",
    "write_ground",
    "write_handing",
    "write_reason",
    "write_rejection",
]  # fmt: skip
