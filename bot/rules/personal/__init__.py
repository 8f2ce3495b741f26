"""Personal data: what is held, on what grounds, for how long, and the clocks of UU 27/2022."""

from bot.rules.personal.clocks import HOURS, WARNING, Stage, due_from, stage_of
from bot.rules.personal.consents import VERSIONS, Consent
from bot.rules.personal.erasing import Erasable, free_from
from bot.rules.personal.kinds import (
    KINDS,
    YEARS,
    Basis,
    Held,
    Keeping,
    Kind,
    PersonalRules,
    Reason,
)
from bot.rules.personal.looks import BY_TEAM, Look, look_of
from bot.rules.personal.requests import FIELDS, Field, Request

__all__ = [
    "BY_TEAM", "FIELDS", "HOURS", "KINDS", "VERSIONS", "WARNING", "YEARS", "Basis", "Consent",
    "Erasable", "Field", "Held", "Keeping", "Kind", "Look", "PersonalRules", "Reason", "Request",
    "Stage", "due_from", "free_from", "look_of", "stage_of",
]  # fmt: skip
