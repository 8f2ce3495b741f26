"""Looking through a roster file and taking it in: small ones at once, big ones by the clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.roster.applying import is_current, write
from bot.actions.roster.checking import Findings, compare, read_lines
from bot.actions.roster.found import figures_of, lines_of, packed
from bot.actions.roster.lines import Entry
from bot.actions.roster.stand import Stand
from bot.documents import roster as sheets
from bot.documents.roster import Unreadable
from bot.examining.office import check_office
from bot.rules.evidence import Unfit
from bot.rules.roster import Fault, Row
from bot.screens import place
from storage import outbox
from storage import roster_files as stored
from storage.outbox import Kind
from storage.roster_files import TAKEN_IN, WORKED_ON, FileState, RosterFile

LEASE = timedelta(minutes=10)
KEPT = timedelta(hours=24)
CHUNK = 2_500
SHARES = 20
"""So often at most others are told how far the writing is."""
Step = Callable[[Session], object]


def read_file(content: bytes) -> list[Row]:
    """Rows of an XLSX or CSV; a workbook is looked into before it is opened. Raises Unreadable."""
    if content.startswith(sheets.ZIP):
        try:
            check_office(content)
        except Unfit as unfit:
            raise Unreadable("kind") from unfit
    return sheets.read(content, "")


def work(session: Session, now: datetime) -> Iterator[Step] | None:
    """A tick: the oldest file that waits, in pieces outside of transactions."""
    stored.sweep(session, now - KEPT)
    row = stored.lease_next(session, now, now + LEASE)
    if row is None or row.content is None:
        return None
    return steps(row, now)


def steps(row: RosterFile, now: datetime, *, tells: bool = True) -> Iterator[Step]:
    """Look through a file, or take in one that was confirmed; each step is to be done.

    `tells`: its author does not wait for it and gets a letter.
    """
    told = now if tells else None
    here = now.astimezone(ZoneInfo(row.zone))
    try:
        rows = read_file(row.content or b"")
    except Unreadable as fault:
        said = {"code": fault.code, "columns": fault.columns}
        yield lambda session: _end(
            session, row, FileState.UNREADABLE, told, figures=json.dumps(said)
        )
        return
    faults: list[Fault] = []
    entries: list[Entry] = []
    for begin in range(0, len(rows), CHUNK):
        yield _at(row, begin, len(rows))
        read_lines(rows[begin : begin + CHUNK], here.date(), entries, faults)
    stands: list[Stand] = []
    yield lambda session: stands.append(Stand.read(session, here.date()))
    found = compare(
        stands[0], entries, faults, leavers=row.leavers, zone=row.zone, by=row.author_id
    )
    if row.state in TAKEN_IN and found.stamp == row.stamp and not found.faults:
        yield _at(row, 0, len(rows), state=FileState.WRITING)
        yield lambda session: take_in(session, row, found, here, told)
    else:  # it waits for its author's look, or what was looked at has changed
        lines = list(lines_of(found, leavers=row.leavers))
        report = packed(lines)
        figures = figures_of(found, lines)
        yield lambda session: _found(session, row, found, figures, report, len(rows), told)


def at_once(session: Session, row: RosterFile, now: datetime) -> None:
    """All of it in this transaction: for a small file."""
    for step in steps(row, now, tells=False):
        step(session)


def take_in(
    session: Session, row: RosterFile, found: Findings, now: datetime, told: datetime | None
) -> None:
    """Write it, if the roster is still the one that was looked at; else it is looked at again."""
    if not is_current(session, found, now.date()):
        again = {"state": FileState.SENT, "leased_until": None}
        stored.change(session, row.author_id, row.number, WORKED_ON, **again)
        return
    shown = 0

    def tell(lines: int, of: int) -> None:
        nonlocal shown
        if of and (lines - shown) * SHARES >= of:
            shown = lines
            stored.tell(session, row.author_id, row.number, lines)

    done = write(
        session, found, now, leavers=row.leavers, by=row.author_id, told=True,
        progress=tell if told is not None else None,
    )  # fmt: skip
    figures = {
        "new": done.added, "changed": done.changed, "moved": done.moved, "roles": done.roles,
        "left": done.left, "unchanged": done.unchanged,
    }  # fmt: skip
    _end(session, row, FileState.DONE, told, figures=json.dumps(figures))


def _at(row: RosterFile, done: int, lines: int, **values: object) -> Step:
    return lambda session: stored.change(
        session, row.author_id, row.number, WORKED_ON, done=done, lines=lines, **values
    )


def _found(
    session: Session, row: RosterFile, found: Findings, figures: dict[str, int], report: bytes,
    lines: int, told: datetime | None,
) -> None:  # fmt: skip
    state = FileState.FAULTY if found.faults else FileState.FOUND
    # What is at fault is sent again, unless taking back that the missing leave may mend it.
    needed = row.leavers or not found.faults
    kept: Sequence[tuple[str, object]] = [("content", row.content)] if needed else ()
    _end(
        session, row, state, told, figures=json.dumps(figures), report=report, stamp=found.stamp,
        lines=lines, done=lines, **dict(kept),
    )  # fmt: skip


def _end(
    session: Session, row: RosterFile, state: FileState, told: datetime | None, **values: object
) -> None:
    """Keep the outcome of the work; personal data go unless they are still needed."""
    values = {"content": None, "report": None, "leased_until": None, "state": state, **values}
    done = stored.change(session, row.author_id, row.number, WORKED_ON, **values)
    if done and told is not None:
        outbox.put(
            session, f"roster/{row.number}/{state}/{told.isoformat()}", Kind.DECISION,
            "roster.worked", told, to=row.author_id, facts={"state": state},
            opens=place("roster.file"),
        )  # fmt: skip
