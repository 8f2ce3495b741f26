"""The roster comes in: read the file, check every line, apply all of it or nothing."""

from __future__ import annotations

from bot.actions.roster.applying import Faulty, Outcome, apply
from bot.actions.roster.checking import Findings, Missing, check
from bot.actions.roster.report import report
from bot.documents.roster import Unreadable, read

__all__ = [
    "Faulty",
    "Findings",
    "Missing",
    "Outcome",
    "Unreadable",
    "apply",
    "check",
    "read",
    "report",
]
