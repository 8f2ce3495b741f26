"""The audit trail's daily anchor as a letter with a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions import audit
from bot.documents import anchor as document
from bot.rules.audit import ANCHOR
from bot.screens import File, FileKind, Screen
from bot.texts import audit as texts
from handlers.table import Recipient, Table


def write_anchor(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    kept = audit.to_be_kept(session, date.fromisoformat(facts["day"]))
    if kept is None:
        return None
    at = kept.at.astimezone(to.now.tzinfo)
    page = document.pdf(texts.anchor_page(at, kept.number, kept.code), at)
    file = File(FileKind.DOCUMENT, texts.anchor_file(at), content=page, keepable=True)
    return Screen(texts.anchor_letter(at, kept.number, kept.code), files=[file])


def routes() -> Table:
    return Table(letters={ANCHOR: write_anchor})
