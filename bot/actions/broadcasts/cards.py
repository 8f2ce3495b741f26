"""What a broadcast says so far: text, file, audience in words, hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.me import Me
from bot.rules.broadcasts import Audience
from bot.texts import broadcasts as texts
from storage import units
from storage.broadcasts import Broadcast, BroadcastFile, rows


@dataclass(frozen=True, slots=True)
class Draft:
    """What is there of it so far. `starts` has no zone; None: at once. `questions` so many."""

    row: Broadcast
    file: BroadcastFile | None
    whom: str
    starts: datetime | None
    questions: int


def first_words(row: Broadcast) -> str:
    """The first line, for a list."""
    return row.text.partition("\n")[0]


def card(session: Session, me: Me, number: int) -> Draft:
    """A draft of mine."""
    return look(session, access.draft(session, me, number))


def look(session: Session, row: Broadcast) -> Draft:
    """A broadcast with its file, audience in words, hour and number of questions."""
    number = row.id or 0
    return Draft(
        row, rows.file_of(session, number), whom(session, row), starts_of(row),
        len(rows.questions(session, number)) if row.mark else 0,
    )  # fmt: skip


def starts_of(row: Broadcast) -> datetime | None:
    """The day and hour on every clock of the audience."""
    return datetime.fromisoformat(row.starts) if row.starts else None


def whom(session: Session, row: Broadcast) -> str:
    """The audience in words."""
    name = ""
    if row.audience in (Audience.UNIT, Audience.BELOW):
        unit = units.get(session, int(row.which or 0))
        name = unit.name if unit else ""
    elif row.audience == Audience.FAILED:
        earlier = rows.get(session, int(row.which or 0))
        name = first_words(earlier) if earlier else ""
    elif row.audience == Audience.EVERYBODY and row.within:
        within = units.names(session, [int(one) for one in row.within.split(",")])
        name = ", ".join(sorted(within.values()))
    return texts.whom(row.audience, row.which, name)
