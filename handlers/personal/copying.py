"""The copy of my data: how it is handed over, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import personal
from bot.documents import personal as document
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import words
from bot.texts.personal import copying as texts
from handlers.table import Recipient

HOME = Button(words.BACK, opens=Place("personal.home"))
MOST = 200  # records of a kind on the pages; all are in the JSON


def draw_ask(_: None) -> Screen:
    rows = [
        [Button(texts.PROTECTED, does=place("personal.take_copy", 0))],
        [Button(texts.KEEPABLE, does=place("personal.take_copy", 1))],
    ]
    return Screen(texts.ask(), [*rows, [HOME]])


def draw_copy(at: personal.CopyStands) -> Screen:
    look = [[Button(texts.LOOK, opens=Place("personal.copy"))]] if at.waits else []
    return Screen(texts.stands(at.asked, at.sent, waits=at.waits), [*look, [HOME]])


def write_copy(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen:
    """The file is drawn by the courier, outside of any transaction."""
    at = personal.copy_of(session, to.employee_id, to.name, to.now, keep=bool(facts["keep"]))
    drawing = partial(document.pack, page_of(at), data_of(at), at.at, at.files)
    file = File(FileKind.DOCUMENT, texts.file_name(at.at), drawing=drawing, keepable=at.keep)
    many = sum(len(rows) for kind in at.kinds.values() for rows in kind.values())
    return Screen(texts.copied(many, len(at.files), at.too_many), files=[file], stays=True)


def data_of(at: personal.Copy) -> Mapping[str, Any]:
    """What the JSON holds."""
    return {
        "name": at.name,
        "at": at.at.isoformat(),
        "left_out": texts.left_out(),
        "kinds": {kind.value: tables for kind, tables in at.kinds.items()},
    }


def page_of(at: personal.Copy) -> Mapping[str, Any]:
    """What stands on the pages: kind by kind, what has a name in words."""
    parts = []
    for kind, tables in at.kinds.items():
        rows = [row for some in tables.values() for row in some]
        name, what = texts.section(kind, len(rows))
        told = [
            [[texts.LABELS[key], str(value)] for key, value in row.items()
             if key in texts.LABELS and value not in (None, "")]
            for row in rows
        ]  # fmt: skip
        parts.append({"name": name, "what": what, "rows": [row for row in told if row][:MOST]})
    return {**texts.fixed(at.name, at.at), "parts": parts, "reasons": texts.left_out()}
