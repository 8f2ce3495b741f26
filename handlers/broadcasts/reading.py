"""Drawing what came to a person, and the letters that bring it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.broadcasts.cards import first_words
from bot.actions.broadcasts.reading import Home, Read
from bot.actions.broadcasts.spreading import still_asked
from bot.rules.broadcasts import GONE, State
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.broadcasts import quiz as texts
from bot.texts.broadcasts import sending, watching, writing
from handlers.broadcasts.writing import DESK, MENU, files
from handlers.lists import turns
from handlers.table import Recipient
from storage.broadcasts import Broadcast, reading, rows


def draw_home(at: Home) -> Screen:
    buttons = [
        [Button(words.fitting(title), opens=place("broadcasts.read", number))]
        for number, title, *_ in at.items
    ]
    turn = turns(at.page, at.pages, 1, lambda page: place("broadcasts.home", page))
    if at.writes:
        buttons.append([Button(writing.NEW, opens=DESK)])
    text = texts.home([one[1:] for one in at.items], at.page, at.pages, at.total)
    return Screen(text, [*buttons, [*turn, MENU]])


def draw_read(at: Read) -> Screen:
    row, reader, number = at.row, at.reader, at.row.id or 0
    corrected = row.corrected_at.astimezone(at.zone) if row.corrected_at else None
    text = sending.letter(row.text, corrected, quiz=False)
    buttons = []
    if at.questions:
        text += "\n\n" + texts.mine(
            at.questions, reader.tries, reader.finished, reader.best, row.tries, row.quiz_until,
            passed=reader.passed_at is not None, open_=at.asked, mark=row.mark,
            credit=row.credit,
        )  # fmt: skip
    if at.asked:
        label = texts.TRY_AGAIN if reader.tries else texts.START
        if reader.tries > reader.finished:
            label = texts.GO_ON
        act = place("broadcasts.start", number)
        buttons.append([Button(label, does=act, style=Style.GOOD)])
    if at.sees:
        units = place("broadcasts.units", number, 0)
        buttons.append([Button(watching.PROGRESS, opens=units)])
    back = Button(words.BACK, opens=place("broadcasts.home", 0))
    return Screen(text, [*buttons, [back, MENU]], files=files(at.file))


def write_letter(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Nothing once it was stopped; a copy to its author only of what she has just written."""
    row = rows.get(session, facts["broadcast"])
    if row is None or not _owed(row, facts):
        return None
    corrected = row.corrected_at.astimezone(to.now.tzinfo) if row.corrected_at else None
    button = Button(texts.READ, does=place("broadcasts.seen", row.id or 0))
    file = rows.file_of(session, row.id or 0)
    said = sending.letter(row.text, corrected, quiz=bool(row.mark))
    return Screen(said, [[button]], files=files(file))


def _owed(row: Broadcast, facts: Mapping[str, Any]) -> bool:
    if "test" in facts:
        return bool(facts["test"] == row.version)
    if "edit" in facts:
        return row.state in GONE
    return row.state in (State.SENDING, State.SENT)


def write_remind(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Nothing once it was answered, or the quiz is closed."""
    row = rows.get(session, facts["broadcast"])
    if row is None or not still_asked(row, to.now):
        return None
    reader = reading.get(session, row.id or 0, to.employee_id)
    if reader is None or reader.finished:
        return None
    opens = Button(texts.ANSWER_QUIZ, opens=place("broadcasts.read", row.id or 0))
    return Screen(texts.reminder(first_words(row), row.quiz_until), [[opens]])
