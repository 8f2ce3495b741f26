"""Screens of materials: the list, one of them; the letter about one that could not be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.forums.materials import MOST, PAGE, Material, Materials
from bot.rules.evidence import EvidenceState
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.forums import materials as texts
from handlers.forums.recording import pager
from handlers.table import Recipient
from storage import forum_materials as stored
from storage.forum_materials import LINK, ForumMaterial

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_materials(at: Materials) -> Screen:
    first = at.page * PAGE + 1
    lines = [_told(number, one) for number, one in enumerate(at.items, first)]
    text = texts.listing(at.meeting, lines, (at.page, at.pages), MOST, hosting=at.hosting)
    rows = [
        [
            Button(
                texts.label(number, one.kind, one.name, one.text),
                opens=place("forums.material", one.id or 0),
            )
        ]
        for number, one in enumerate(at.items, first)
    ]
    turn = pager(at.page, at.pages, lambda page: place("forums.materials", at.id, page))
    back = [Button(words.BACK, opens=place("forums.more", at.id)), MENU]
    typing = place("forums.attach", at.id) if at.hosting else None
    return Screen(text, [*rows, *turn, back], typing=typing)


def draw_material(at: Material) -> Screen:
    one, rows = at.row, []
    told = texts.name_of(one.kind, one.name, one.text)
    text = texts.single(at.meeting, words.safe(told), hosting=at.hosting, present=one.for_present)
    if one.kind == LINK:
        rows.append([Button(texts.OPEN_LINK, url=one.text)])
    if at.hosting:
        other = texts.FOR_ALL if one.for_present else texts.PRESENT_ONLY
        whom = place("forums.restrict", one.id or 0, int(not one.for_present))
        gone = place("forums.detach", one.id or 0)
        rows += [[Button(other, does=whom)], [Button(words.DELETE, does=gone, style=Style.BAD)]]
    back = [Button(words.BACK, opens=place("forums.materials", at.forum_id, 0)), MENU]
    return Screen(text, [*rows, back], files=_files(at))


def _files(at: Material) -> list[File]:
    one = at.row
    if one.kind == LINK or one.state != EvidenceState.KEPT:
        return []
    if at.ours is not None:
        return [File(FileKind.DOCUMENT, one.name, content=at.ours, keepable=True)]
    return [File(FileKind(one.kind), one.name, file_id=one.file_id, keepable=True)]


def _told(number: int, one: ForumMaterial) -> str:
    return texts.line(
        number, one.kind, one.name, one.text, one.state, one.fault, present=one.for_present
    )


def write_refused(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Dropped when it was taken away since."""
    row = stored.get(session, facts["material"])
    if row is None:
        return None
    see = Button(words.OPEN, opens=place("forums.materials", row.forum_id, 0))
    return Screen(texts.letter_refused(row.kind, row.name, row.fault), [[see]])
