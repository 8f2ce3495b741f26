"""Sentences of broadcasts: writing one, its way out, the second person, how far it came."""

from __future__ import annotations

from bot.texts.broadcasts.answers import (
    MISSING,
    agreed,
    agreed_to_correction,
    asked_others,
    corrected,
    correction_asked,
    dropped,
    fault,
    goes_out,
    no_unit,
    noted,
    on_its_way_to_you,
    only_a_copy,
    only_picture_or_pdf,
    quiz_over,
    reminded_enough,
    reminded_today,
    reminding,
    returned,
    same_text,
    stopped,
    taken_back,
    too_far,
    waits_for_you,
)
from bot.texts.broadcasts.audiences import whom

__all__ = [
    "MISSING", "agreed", "agreed_to_correction", "asked_others", "corrected", "correction_asked",
    "dropped", "fault", "goes_out", "no_unit", "noted", "on_its_way_to_you", "only_a_copy",
    "only_picture_or_pdf",
    "quiz_over", "reminded_enough", "reminded_today", "reminding", "returned", "same_text",
    "stopped", "taken_back", "too_far", "waits_for_you", "whom",
]  # fmt: skip
