"""What people may agree to and take back, and the version of the words they agreed to."""

from __future__ import annotations

from enum import StrEnum


class Consent(StrEnum):
    THANKS = "thanks"  # the superior sees how many thanks one received
    AWARD = "award"  # all are told of an award
    STORY = "story"  # all may read a story of achievement


VERSIONS: dict[Consent, int] = {Consent.THANKS: 1, Consent.AWARD: 1, Consent.STORY: 1}
"""To be raised when the words of the question change; what was given before keeps its own."""
