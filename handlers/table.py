"""What a capability offers: its screens, acts, commands, letters. Read as a list of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.screens import Place, Press, Screen, Went

Led = Went | Place | Press
Act = Callable[..., Led]
"""`(session, me, *args)`; a typed act gets the text last, an act for files the attachment last."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen: `read(session, me, *args)` gathers its data, `draw` makes it of them."""

    read: Callable[..., Any]
    draw: Callable[[Any], Screen]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to, with the moment of sending in the zone of the person's unit."""

    employee_id: int
    name: str
    sex: int
    now: datetime


Write = Callable[[Session, Recipient, Mapping[str, Any]], Screen | None]
"""Renders a letter at the moment of sending; None when it is no longer owed."""


@dataclass(frozen=True, slots=True)
class Table:
    """Everything people can reach, by name. Names are unique over all capabilities.

    `typed` and `sent` are acts that a screen's `typing` may name: the first receive text, the
    second any message with an attachment (`handlers.attachments.Attachment`).
    """

    places: Mapping[str, Shown] = field(default_factory=dict)
    acts: Mapping[str, Act] = field(default_factory=dict)
    typed: Mapping[str, Act] = field(default_factory=dict)
    sent: Mapping[str, Act] = field(default_factory=dict)
    commands: Mapping[str, Place | Act] = field(default_factory=dict)
    letters: Mapping[str, Write] = field(default_factory=dict)


def join(tables: Iterable[Table]) -> Table:
    """One table of many. Raises ValueError when two offer the same name."""
    whole: dict[str, dict[str, Any]] = {part: {} for part in Table.__dataclass_fields__}
    for table in tables:
        for part, offered in whole.items():
            more = getattr(table, part)
            if twice := offered.keys() & more.keys():
                raise ValueError(f"offered twice: {sorted(twice)}")
            offered.update(more)
    return Table(**whole)
