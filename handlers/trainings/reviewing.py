"""Drawing what is asked of whoever was there: how useful it was, and the proof of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.trainings import cards, feedback, files
from bot.rules.talks import USEFULNESS
from bot.rules.trainings.course import REVIEWING
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.objections import exhibits
from bot.texts.talks import LEVELS, valuing
from bot.texts.trainings import proving as proofs
from bot.texts.trainings import reviewing as texts
from bot.texts.trainings import said
from handlers.table import Recipient
from handlers.trainings.mine import MENU
from storage.trainings import proofs as stored
from storage.trainings import request
from storage.trainings.learning import EXTERNAL


def draw_give_back(at: cards.Card) -> Screen:
    number, days = at.row.id or 0, said.days(at.course.begins_on, at.course.ends_on)
    rows = [
        [
            Button(
                texts.REALLY_GIVE_BACK, does=place("trainings.withdraw", number), style=Style.BAD
            )
        ],
        [Button(words.BACK, opens=place("trainings.request", number)), MENU],
    ]
    return Screen(texts.ask_give_back(at.course.name, days), rows)


def draw_value(at: feedback.Asked) -> Screen:
    number, asked = at.request_id, texts.ask(at.course)
    back = [Button(words.BACK, opens=place("trainings.request", number)), MENU]
    if not at.level:
        levels = [
            [Button(LEVELS[level], does=place("trainings.choose", number, level))]
            for level in reversed(USEFULNESS)
        ]
        return Screen(asked, [*levels, back])
    send = place("trainings.send_value", number, at.mark)
    others = [
        Button(str(level), does=place("trainings.choose", number, level))
        for level in USEFULNESS
        if level != at.level
    ]
    text = "\n\n".join([asked, valuing.value(LEVELS[at.level], at.word), valuing.ask_word()])
    rows = [others, [Button(words.SEND, does=send, style=Style.GOOD)], back]
    return Screen(text, rows, typing=place("trainings.value_text", number))


def draw_files(at: files.Attached) -> Screen:
    number, row = at.row.id or 0, at.row
    rows = [
        [
            Button(
                exhibits.take_off_label(one.kind, one.name, one.text),
                does=place("trainings.detach", number, one.id or 0),
            )
        ]
        for one in at.items
    ]
    lines = [(one.kind, one.name, one.text, one.state, one.fault) for one in at.items]
    text = proofs.attached(row.title, lines, files.MOST, row.answer or "")
    if at.items and row.source != EXTERNAL:
        does = place("trainings.hand_in", number)
        rows.append([Button(proofs.HAND_IN, does=does, style=Style.GOOD)])
    to = place("trainings.request", row.object_id)
    if row.source == EXTERNAL:
        to = place("trainings.outside", number)
    return Screen(
        text,
        [*rows, [Button(words.BACK, opens=to), MENU]],
        typing=place("trainings.attach", number),
    )


def write_refused(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Dropped when it was taken off since."""
    row = stored.get(session, facts["proof"])
    if row is None:
        return None
    see = Button(words.OPEN, opens=place("trainings.files", row.learning_id))
    return Screen(proofs.letter_refused(row.kind, row.name, row.fault), [[see]])


def still_owed(session: Session, number: int) -> bool:
    row = request.get(session, number)
    return row is not None and row.state in REVIEWING and not row.rated
