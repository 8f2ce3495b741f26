"""Letters of forums, written at the moment they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.forums import publishing, told
from bot.actions.forums.overdue import TEMPLATE as OVERDUE
from bot.actions.forums.told import Told
from bot.rules.forums import Answer
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.forums import cards as card_texts
from bot.texts.forums import letters as texts
from bot.texts.forums import records, series
from handlers.forums.cards import answer_row
from handlers.forums.items import write_overdue
from handlers.table import Recipient, Write

ASKING = ("invited", "moved", "promoted")


def _letter(what: str) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        found = told.told(session, what, to.employee_id, facts, to.now)
        if found is None:
            return None
        again = _series(what, found)
        text = texts.letter(what, found.meeting, to.now.tzinfo, found.answer, found.reason, again)
        asks = what in ASKING or (what == "day" and found.answer is Answer.NONE)
        see = [Button(card_texts.TO_CARD, opens=place("forums.card", found.id))]
        return Screen(text, [answer_row(found.id, found.sequence), see] if asks else [see])

    return write


def _series(what: str, found: Told) -> str:
    """What befell the others of its series, in words."""
    if found.later:
        return series.later(what, found.later)
    if (all_of := found.repeats) is None:
        return ""
    return series.invited(all_of.rhythm, all_of.first.date(), all_of.times, all_of.last.date())


def _of_record(what: str) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        number, edition = facts["forum"], facts.get("edition", 0)
        meeting = publishing.told(session, what, number, to.employee_id, edition)
        if meeting is None:
            return None
        opens = Button(words.OPEN, opens=place("forums.record", number, 0))
        return Screen(records.letter(what, meeting, edition), [[opens]])

    return write


LETTERS: dict[str, Write] = {
    f"forums.{what}": _letter(what)
    for what in ("invited", "moved", "cancelled", "promoted", "day", "hour")
} | {
    "forums.recorded": _of_record("recorded"),
    "forums.note_taker": _of_record("note_taker"),
    OVERDUE: write_overdue,
}
