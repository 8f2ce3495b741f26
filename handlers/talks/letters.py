"""Letters about talks: who wants something, and the button that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import talks
from bot.actions.talks.letters import OWED, STEPS, other_name, talk_of_step
from bot.screens import Button, Screen, place
from bot.texts import talks as texts
from bot.texts import words
from handlers.table import Recipient, Write


def _writes(template: str) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        number = facts["talk"]
        if not talks.still_so(session, template, number):
            return None
        opens = Button(words.OPEN, opens=place("talks.talk", number))
        name = other_name(session, number, to.employee_id)
        return Screen(texts.letter(template, name), [[opens]], stays=True)

    return write


def _writes_of_step(template: str) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        number = facts["step"]
        talk = talk_of_step(session, template, number)
        if not talk:
            return None
        opens = Button(words.OPEN, opens=place("talks.follow_up", number))
        name = other_name(session, talk, to.employee_id)
        return Screen(texts.letter(template, name), [[opens]], stays=True)

    return write


LETTERS: Mapping[str, Write] = {
    **{template: _writes(template) for template in OWED},
    **{template: _writes_of_step(template) for template in STEPS},
}
