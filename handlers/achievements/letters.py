"""Letters about achievements: what waits, and one button that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.achievements import letters
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.achievements import rating as texts
from handlers.table import Recipient

Facts = Mapping[str, Any]


def write_waiting(session: Session, to: Recipient, facts: Facts) -> Screen | None:
    """How many wait at this moment; not sent when nothing does."""
    count = letters.waiting_count(session, to.employee_id, to.now.date(), facts["number"])
    return _letter(texts.letter_waiting(count), Place("achievements.queue")) if count else None


def write_nudged(session: Session, _: Recipient, facts: Facts) -> Screen | None:
    if not letters.nudge_is_owed(session, facts["turn"]):
        return None
    return _letter(texts.letter_nudged(), place("achievements.rate", facts["turn"]))


def write_decided(session: Session, _: Recipient, facts: Facts) -> Screen | None:
    achievement_id = letters.decided_one(session, facts["turn"])
    if achievement_id is None:
        return None
    return _letter(texts.letter_decided(), place("achievements.card", achievement_id))


def write_refused(session: Session, _: Recipient, facts: Facts) -> Screen | None:
    refused = letters.refusal(session, facts["evidence"])
    if refused is None:
        return None
    text = texts.letter_refused(refused.kind, refused.name, refused.fault)
    return _letter(text, place("achievements.card", refused.achievement_id))


def write_no_rater(session: Session, _: Recipient, facts: Facts) -> Screen | None:
    if not letters.unsent(session, facts["achievement"]):
        return None
    return _letter(texts.letter_no_rater(), place("achievements.card", facts["achievement"]))


def _letter(text: str, opens: Place) -> Screen:
    return Screen(text, [[Button(words.OPEN, opens=opens)]], stays=True)
