"""HR sends a roster file to the bot, looks at what it would change, and takes it in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.actions.attachments import Attachment
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.roster import found as reports
from bot.actions.roster import working
from bot.actions.roster.found import Line
from bot.documents.roster import BIGGEST_FILE
from bot.rules.roster import too_many_leave
from bot.screens import Place, Went
from bot.texts import words
from bot.texts.roster import chat as texts
from bot.texts.roster import taking_in
from storage import audit
from storage import roster_files as stored
from storage.roster_files import TAKEN_IN, FileState, RosterFile

FILE = Place("roster.file")
LOOKED_AT = (FileState.FOUND, FileState.FAULTY)
SMALL = 100 * 1024
"""A file of this many bytes, some thousand lines, is worked on while its author waits."""
FEW = 1_000
PAGE = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """My file: `state` empty when there is none; `many` leave, so their number is asked again."""

    state: str
    number: int
    lines: int
    done: int
    leavers: bool
    figures: Mapping[str, Any]
    many: bool
    faults: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A page of what was found of one kind; everything where a file is made of it."""

    kind: str
    lines: Sequence[Line]
    page: int
    pages: int
    total: int


def _demand(session: Session, me: Me) -> None:
    """The roster is the whole agency's, so that its HR alone brings it in."""
    demand(session, me, "roster.import")
    if my_reach(session, me) is not None:
        raise Refused(words.not_available(), "not_agency")


def doors_open(session: Session, me: Me) -> bool:
    return my_reach(session, me) is None


def standing(session: Session, me: Me) -> Standing:
    """Where my file stands, with its first faults."""
    _demand(session, me)
    row = stored.of(session, me.employee_id)
    if row is None:
        return Standing("", 0, 0, 0, leavers=False, figures={}, many=False)
    figures = json.loads(row.figures)
    leaving = figures.get(reports.LEAVING, 0) if row.leavers else 0
    many = bool(leaving) and too_many_leave(leaving, figures["staff"])
    faults: Sequence[Line] = ()
    if row.state == FileState.FAULTY and row.report is not None:
        faults = reports.unpacked(row.report)[:PAGE]
    return Standing(row.state, row.number, row.lines, row.done, row.leavers, figures, many, faults)


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep a file that I sent; a small one is looked through at once. Raises Refused."""
    _demand(session, me)
    content = attachment.content
    if content is None or len(content) > BIGGEST_FILE:
        raise Refused(texts.no_file(), "no_file")
    before = stored.of(session, me.employee_id)
    if before is not None and before.state in TAKEN_IN:
        raise Refused(taking_in.being_taken_in(), "confirmed")
    stored.keep(session, me.employee_id, content, me.zone.key, me.now)
    _hurry(session, me, len(content) <= SMALL)
    return FILE


def lines(session: Session, me: Me, kind: str, page: int = 0) -> Report:
    """What was found of one kind, page by page."""
    every = [one for one in _report(session, me) if one.kind == kind]
    shown = leaf(every, page, PAGE)
    return Report(kind, shown.items, shown.page, shown.pages, len(every))


def paper(session: Session, me: Me) -> Report:
    """All that was found, for a file."""
    every = _report(session, me)
    return Report("", every, 0, 1, len(every))


def leavers(session: Session, me: Me, number: int, leave: int) -> Went:
    """Whether people missing from the file have left: it is held against the roster again."""
    row = _mine(session, me, number, *LOOKED_AT)
    values = {"state": FileState.SENT, "leavers": bool(leave), "leased_until": None}
    stored.change(session, me.employee_id, row.number, LOOKED_AT, **values)
    _hurry(session, me, row.lines <= FEW)
    return Went(FILE)


def confirming(session: Session, me: Me, number: int) -> Standing:
    """The last look before it is taken in."""
    _mine(session, me, number, FileState.FOUND)
    return standing(session, me)


def confirm(session: Session, me: Me, number: int, leaving: int) -> Went:
    """Take my file in. Raises Refused, ProofWanted; `leaving` as they were shown to me."""
    row = _mine(session, me, number, FileState.FOUND)
    at = standing(session, me)
    if leaving != (at.figures[reports.LEAVING] if at.leavers else 0):
        return Went(FILE, words.changed_since())
    demand_proof(session, me)
    stored.change(
        session, me.employee_id, number, (FileState.FOUND,), state=FileState.CONFIRMED, done=0
    )
    _hurry(session, me, row.lines <= FEW)
    return Went(FILE)


def drop(session: Session, me: Me, number: int) -> Went:
    """Forget my file, unless it is being taken in."""
    _demand(session, me)
    row = stored.of(session, me.employee_id)
    if row is not None and row.number == number and row.state not in TAKEN_IN:
        stored.drop(session, me.employee_id)
        audit.record(session, me.now, me.employee_id, "roster.drop", "roster")
    return Went(FILE)


def template(session: Session, me: Me) -> None:
    _demand(session, me)


def _hurry(session: Session, me: Me, small: bool) -> None:
    row = stored.of(session, me.employee_id)
    if small and row is not None:
        working.at_once(session, row, me.now)


def _mine(session: Session, me: Me, number: int, *states: FileState) -> RosterFile:
    _demand(session, me)
    row = stored.of(session, me.employee_id)
    if row is None or row.number != number:
        raise Refused(words.not_available(), "not_mine")
    if row.state not in states:
        raise Refused(words.changed_since(), "changed")
    return row


def _report(session: Session, me: Me) -> list[Line]:
    _demand(session, me)
    row = stored.of(session, me.employee_id)
    if row is None or row.report is None:
        raise Refused(words.not_available(), "no_report")
    return reports.unpacked(row.report)
