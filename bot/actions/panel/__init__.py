"""The evaluation team's desk: distribution, raters, views, returns, adjustments, the mirror."""

from bot.actions.panel.adjusting import PAGE as WORK_PAGE
from bot.actions.panel.adjusting import (
    OneLevel,
    Work,
    level,
    levels,
    put_level,
    start,
    write_reason,
)
from bot.actions.panel.distribution import (
    Spread,
    Warnings,
    ask_keep,
    distribution,
    keep_departure,
    warnings,
)
from bot.actions.panel.home import Home, doors_open, home
from bot.actions.panel.looking import PAGE as RATERS_PAGE
from bot.actions.panel.looking import Looking, Rater, Raters, look, raters
from bot.actions.panel.minutes import Minutes, minutes
from bot.actions.panel.organisation import ask_organisation, set_organisation
from bot.actions.panel.people import PAGE as LIST_PAGE
from bot.actions.panel.people import Listing, people
from bot.actions.panel.person import PAGE as REASONS_PAGE
from bot.actions.panel.person import Dossier, Reasons, Views, person, reasons
from bot.actions.panel.proposing import propose
from bot.actions.panel.returning import (
    Returning,
    ask_return,
    confirm_return,
    give_back,
    write_return,
)
from bot.actions.panel.scope import Subject
from bot.actions.panel.signing import (
    AdjustmentCase,
    ask_refusal,
    case,
    confirm_sign,
    refuse,
    sign,
    write_refusal,
)
from bot.actions.panel.sittings import ask_view, keep, say, turn
from bot.actions.panel.weighing import weigh

__all__ = [
    "LIST_PAGE", "RATERS_PAGE", "REASONS_PAGE", "WORK_PAGE", "AdjustmentCase", "Dossier", "Home",
    "Listing", "Looking", "Minutes", "OneLevel", "Rater", "Raters", "Reasons", "Returning",
    "Spread", "Subject", "Views", "Warnings", "Work", "ask_keep", "ask_organisation",
    "ask_refusal", "ask_return", "ask_view", "case", "confirm_return", "confirm_sign",
    "distribution", "doors_open", "give_back", "home", "keep", "keep_departure", "level",
    "levels", "look", "minutes", "people", "person", "propose", "put_level", "raters", "reasons",
    "refuse", "say", "set_organisation", "sign", "start", "turn", "warnings", "weigh",
    "write_reason", "write_refusal", "write_return",
]  # fmt: skip
