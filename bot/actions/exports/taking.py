"""Handing an extract out, noted in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.exports.access import (
    demand_taking,
    draft,
    extract_of,
    own,
    roles_of,
)
from bot.actions.exports.extracting import Extract
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.personal import Look
from bot.screens import Went, place
from bot.texts import exports as texts
from bot.texts import words
from storage import audit, personal, units
from storage import handouts as stored

ENDINGS = ("xlsx", "csv", "pdf")
MOST_OF_PDF = 2_000
HANDED_FOR = timedelta(minutes=10)
"""So long a file that was taken may be drawn again, when the first did not arrive."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is handed out now, with what stands under every page."""

    extract: Extract
    ending: str
    name: str
    at: datetime
    by: str
    purpose: str
    office: str


def take(session: Session, me: Me, handout_id: int, ending: str) -> Went:
    """Hand it out, noted in the trail. Raises Refused when there is nothing, or too much."""
    row = draft(session, me, handout_id)
    demand_taking(session, me, row)
    if ending not in ENDINGS:
        raise Refused(words.not_available(), "ending")
    made = extract_of(session, me, row)
    if not made.lines:
        raise Refused(texts.nothing_there(), "nothing")
    if ending == "pdf" and len(made.lines) > MOST_OF_PDF:
        raise Refused(texts.too_many(MOST_OF_PDF), "too_many")
    if not stored.take(session, handout_id, ending, len(made.lines), me.now):
        raise Refused(words.changed_since(), "taken")
    facts = {
        "kind": row.kind, "which": row.which, "ending": ending, "lines": len(made.lines),
        "full": row.full,
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "exports.take", f"handout/{handout_id}", facts)
    granted = {unit for role in roles_of(row.kind) for unit in me.roles.get(role, ())}
    among = [unit or personal.EVERYBODY for unit in granted]
    personal.note_export(session, me.employee_id, Look.EXPORT, among, me.today, me.now)
    return Went(place("exports.paper", handout_id))


def paper(session: Session, me: Me, handout_id: int) -> Paper:
    """What was just taken; later it is to be asked for again."""
    row = own(session, me, handout_id)
    if row.taken_at is None or me.now - row.taken_at > HANDED_FOR:
        raise Refused(words.not_available(), "over")
    demand_taking(session, me, row)
    made = extract_of(session, me, row)
    name = texts.file_name(row.kind, made.which, row.ending)
    taken, office = row.taken_at.astimezone(me.zone), units.top(session)
    return Paper(made, row.ending, name, taken, me.name, row.purpose, office)
