"""Drawing the files beside an objection, and the letter about one that could not be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bot.actions.objections import exhibits
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import words
from bot.texts.objections import SEE
from bot.texts.objections import exhibits as texts
from handlers.objections.reading import draw_card
from handlers.table import Recipient
from storage import exhibits as stored
from storage.exhibits import Exhibit

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_attached(at: exhibits.Attached) -> Screen:
    number = at.objection_id
    rows = [
        [
            Button(
                texts.take_off_label(one.kind, one.name, one.text),
                does=place("objections.detach", number, one.id or 0),
            )
        ]
        for one in at.items
    ]
    text = texts.attached(lines(at.items), exhibits.MOST)
    back = [Button(words.BACK, opens=place("objections.confirm", number)), HOME]
    return Screen(text, [*rows, back], typing=place("objections.attach", number))


def draw_shown(at: exhibits.Shown) -> Screen:
    """The objection once more below its files."""
    drawn = draw_card(at.card)
    files = [_file(one, ours) for one, ours in at.items]
    return Screen(drawn.text, drawn.rows, files=files)


def _file(one: Exhibit, ours: bytes | None) -> File:
    if ours is not None:
        return File(FileKind.DOCUMENT, one.name, content=ours)
    return File(FileKind(one.kind), one.name, file_id=one.file_id)


def lines(items: Sequence[Exhibit]) -> list[texts.Line]:
    return [(one.kind, one.name, one.text, one.state, one.fault) for one in items]


def write_refused(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Dropped when it was taken off since."""
    row = stored.get(session, facts["exhibit"])
    if row is None:
        return None
    see = Button(SEE, opens=place("objections.exhibits", row.objection_id))
    return Screen(texts.letter_refused(row.kind, row.name, row.fault), [[see]])
