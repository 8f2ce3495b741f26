"""Objections to published results: what is said, by whom, until when, and what was decided."""

from storage.objections.hearing import (
    ask,
    draft_verdict,
    draft_word,
    explanations,
    say,
    verdict_draft,
)
from storage.objections.moving import begin, change, decide, discard, file, name, withdraw, write
from storage.objections.objection import OPEN, Explanation, Objection, VerdictDraft
from storage.objections.reading import (
    decided_levels,
    get,
    of_employee,
    of_result,
    open_ones,
    open_people,
    states_of,
    to_look_at,
)

__all__ = [
    "OPEN",
    "Explanation",
    "Objection",
    "VerdictDraft",
    "ask",
    "begin",
    "change",
    "decide",
    "decided_levels",
    "discard",
    "draft_verdict",
    "draft_word",
    "explanations",
    "file",
    "get",
    "name",
    "of_employee",
    "of_result",
    "open_ones",
    "open_people",
    "say",
    "states_of",
    "to_look_at",
    "verdict_draft",
    "withdraw",
    "write",
]
