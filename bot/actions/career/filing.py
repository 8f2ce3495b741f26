"""HR sends a file of career records, looks at what it would add, and takes it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.attachments import Attachment
from bot.actions.career import importing
from bot.actions.career.importing import Findings
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.sheets import MOST_BYTES, as_draft, from_draft, sent_rows
from bot.rules.roster import Fault, Row
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.career import importing as texts
from storage import career_files

PAGE = 6
MOST_LINES = 5_000
"""Of a file in the chat: what a tap takes in while others wait, in a second or two."""


@dataclass(frozen=True, slots=True)
class Report:
    """What I sent, held against what is on record now; a page of its faults."""

    findings: Findings
    faults: Sequence[Fault]
    page: int
    pages: int
    seen: str


def ask_file(session: Session, me: Me) -> None:
    """Please send it; the template is handed out beside."""
    demand(session, me, "career.import")


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep the rows of a file that I sent, and show what is wrong or would be added."""
    demand(session, me, "career.import")
    rows = sent_rows(attachment, importing.read_file, texts.no_file(MOST_BYTES))
    if len(rows) > MOST_LINES:
        raise Refused(texts.too_many(MOST_LINES, len(rows)), "too_many")
    career_files.keep(session, me.employee_id, as_draft(rows), me.now)
    return place("career.report", 0)


def report(session: Session, me: Me, page: int = 0) -> Report:
    """What my file would add."""
    demand(session, me, "career.import")
    rows = _my_rows(session, me)
    found = importing.check(session, rows, me.today, me.employee_id, my_reach(session, me))
    shown = leaf(found.faults, page, PAGE)
    return Report(found, shown.items, shown.page, shown.pages, _mark(rows, found))


def take_in(session: Session, me: Me, seen: str) -> Went:
    """Take in what I have `seen`: all of it. Raises ProofWanted: penalties may be among it."""
    demand(session, me, "career.import")
    rows, reach = _my_rows(session, me), my_reach(session, me)
    found = importing.hold(session, rows, me.today, me.employee_id, reach)
    if seen != _mark(rows, found):
        return Went(place("career.report", 0), words.changed_since())
    demand_proof(session, me)
    if not career_files.drop(session, me.employee_id):
        raise Refused(words.not_available(), "no_draft")
    importing.write(session, found, me.now, me.employee_id)
    return Went(place("career.desk", 0), texts.taken_in(len(found.new), found.people))


def drop(session: Session, me: Me) -> Went:
    """Forget my file."""
    demand(session, me, "career.import")
    career_files.drop(session, me.employee_id)
    return Went(Place("career.file"), texts.dropped())


def _mark(rows: Sequence[Row], found: Findings) -> str:
    return stamp(*(str(dict(row.cells)) for row in rows), len(found.new), found.there)


def _my_rows(session: Session, me: Me) -> list[Row]:
    kept = career_files.of(session, me.employee_id)
    if kept is None:
        raise Refused(words.not_available(), "no_draft")
    return from_draft(kept.rows)
