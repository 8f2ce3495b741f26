"""Sentences about a roster file, for the shell and for HR."""

from __future__ import annotations

from bot.texts.roster.faults import FAULTS, fault, unreadable
from bot.texts.roster.outcome import (
    all_in_report,
    counts,
    faulty,
    left,
    no_pending_claim,
    no_such_person,
    same_fault,
    stayed,
    too_many_leave,
    would_leave,
    would_stay,
)

__all__ = [
    "FAULTS", "all_in_report", "counts", "fault", "faulty", "left", "no_pending_claim",
    "no_such_person", "same_fault", "stayed", "too_many_leave", "unreadable", "would_leave",
    "would_stay",
]  # fmt: skip
