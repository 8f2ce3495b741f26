"""The audit trail's daily anchor as a letter with a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import audit, replay
from bot.documents import anchor as document
from bot.rules.audit import ANCHOR
from bot.screens import Button, File, FileKind, Place, Screen
from bot.texts import audit as texts
from bot.texts import words
from handlers.table import Recipient, Table


def write_anchor(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    kept = audit.to_be_kept(session, date.fromisoformat(facts["day"]))
    if kept is None:
        return None
    at = kept.at.astimezone(to.now.tzinfo)
    page = partial(document.pdf, texts.anchor_page(at, kept.number, kept.code), at)
    file = File(FileKind.DOCUMENT, texts.anchor_file(at), drawing=page, keepable=True)
    return Screen(texts.anchor_letter(at, kept.number, kept.code), files=[file])


def write_published(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """For a channel that anybody may read."""
    kept = audit.to_be_kept(session, date.fromisoformat(facts["day"]))
    if kept is None:
        return None
    return Screen(texts.published(kept.at.astimezone(to.now.tzinfo), kept.number, kept.code))


def write_disagreeing(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen:
    """To HR: results that do not compute to what was told."""
    menu = Button(words.MENU, opens=Place("home.menu"))
    return Screen(texts.disagree_letter(facts["count"]), [[menu]])


def routes() -> Table:
    return Table(
        letters={
            ANCHOR: write_anchor,
            audit.PUBLISHED: write_published,
            replay.TOLD: write_disagreeing,
        }
    )
