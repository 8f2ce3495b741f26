"""Letters of training: each says one sentence and opens what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.rules.trainings.course import State
from bot.screens import Button, Screen, place
from bot.texts import trainings as texts
from bot.texts import words
from handlers.table import Recipient, Write
from storage.trainings import request


def letter(what: str, opens: str, owed: Callable[[Session, int], bool] | None = None) -> Write:
    """A letter that says one sentence and opens what it is about, while that is owed."""

    def write(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        number = facts["number"]
        if owed is not None and not owed(session, number):
            return None
        args = (number, 0) if opens == "trainings.division" else (number,)
        return Screen(texts.LETTERS[what], [[Button(words.OPEN, opens=place(opens, *args))]])

    return write


def still_waits(session: Session, number: int) -> bool:
    row = request.get(session, number)
    return row is not None and row.state == State.WAITING
