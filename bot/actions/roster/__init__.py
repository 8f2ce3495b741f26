"""The roster comes in: read the file, check every line, apply all of it or nothing."""

from __future__ import annotations

from bot.actions.roster.applying import Faulty, Outcome, apply, is_current, write
from bot.actions.roster.changes import Missing
from bot.actions.roster.checking import Findings, check
from bot.actions.roster.filing import (
    Report,
    Standing,
    confirm,
    confirming,
    doors_open,
    drop,
    file,
    leavers,
    lines,
    paper,
    standing,
    template,
)
from bot.actions.roster.found import KINDS, Line, lines_of
from bot.actions.roster.report import report
from bot.actions.roster.working import work
from bot.documents.roster import Unreadable, read

__all__ = [
    "KINDS", "Faulty", "Findings", "Line", "Missing", "Outcome", "Report", "Standing",
    "Unreadable", "apply", "check", "confirm", "confirming", "doors_open", "drop", "file",
    "is_current", "leavers", "lines", "lines_of", "paper", "read", "report", "standing",
    "template", "work", "write",
]  # fmt: skip
