"""The catalogue comes in: every line is checked, all of it is applied or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.actions.attachments import Attachment
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.sheets import MOST_BYTES, as_draft, from_draft, read_sheet, sent_rows
from bot.actions.trainings.needs import indicator_names
from bot.actions.trainings.seats import fill_grown, lock_all
from bot.rules.roster import Fault, Row
from bot.rules.stamps import stamp
from bot.rules.trainings.catalogue import COLUMNS, Entry, known_indicators, read
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import desk as texts
from storage import audit
from storage.trainings import request, training
from storage.trainings.training import Training

PAGE = 6


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong (then nothing is applied), else what applying would do."""

    faults: Sequence[Fault]
    entries: Sequence[Entry]
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Report:
    """What I sent, checked against the catalogue as it is now; a page of its faults."""

    findings: Findings
    faults: Sequence[Fault]
    page: int
    pages: int
    seen: str


def read_file(content: bytes, name: str) -> list[Row]:
    """Rows of an XLSX or CSV. Raises Unreadable; a workbook is looked into before it is opened."""
    return read_sheet(content, name, COLUMNS)


def check(session: Session, rows: Sequence[Row], today: date) -> Findings:
    """Every fault of every line; nothing is written."""
    named = known_indicators(indicator_names(session, today).items())
    entries, faults = read(rows, named, today)
    there = {one.code: one for one in training.everything(session)}
    taken = request.taken(session, [one.id or 0 for one in there.values()])
    for one in entries:
        before = there.get(one.code)
        if before is not None and one.seats < taken.get(before.id or 0, 0):
            faults.append(Fault(one.line, "kursi", "seats_taken", str(taken[before.id or 0])))
    new = [one for one in entries if one.code not in there]
    same = [one for one in entries if _is_same(there.get(one.code), one)]
    changed = len(entries) - len(new) - len(same)
    faults.sort(key=lambda fault: fault.line)
    return Findings(faults, entries, len(new), changed, len(same))


def apply(session: Session, rows: Sequence[Row], now: datetime, by: int | None) -> Findings:
    """Take all of it in. Raises Refused when a line is wrong: then nothing is changed."""
    found = check(session, rows, now.date())
    if found.faults:
        raise Refused(texts.overtaken(), "faulty")
    there = {one.code: one for one in training.everything(session)}
    changed = [one for one in found.entries if not _is_same(there.get(one.code), one)]
    known = [there[one.code] for one in changed if one.code in there]
    lock_all(session, [one.id or 0 for one in known])
    for one in changed:
        training.put(session, {**_values(one), "changed_at": now})
    facts = {"added": found.added, "changed": found.changed}
    audit.record(session, now, by, "trainings.import", "catalogue/0", facts)
    fill_grown(session, known, now, agency_days(session, now).last)
    return found


def _is_same(before: Training | None, one: Entry) -> bool:
    return before is not None and all(
        getattr(before, key) == value for key, value in _values(one).items()
    )


def _values(one: Entry) -> dict[str, Any]:
    values = asdict(one)
    values.pop("line")
    return {**values, "indicators": ",".join(one.indicators), "posts": ";".join(one.posts)}


def ask_file(session: Session, me: Me) -> None:
    demand(session, me, "trainings.keep")


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep the rows of a file that I sent, and show what is wrong or would change."""
    demand(session, me, "trainings.keep")
    rows = sent_rows(attachment, read_file, texts.no_file(MOST_BYTES))
    training.keep_draft(session, me.employee_id, as_draft(rows), me.now)
    return place("trainings.report", 0)


def report(session: Session, me: Me, page: int = 0) -> Report:
    """What my file would do."""
    demand(session, me, "trainings.keep")
    rows = _my_rows(session, me)
    found = check(session, rows, me.today)
    shown = leaf(found.faults, page, PAGE)
    return Report(found, shown.items, shown.page, shown.pages, _mark(rows, found))


def take_in(session: Session, me: Me, seen: str) -> Went:
    """Take in what I have `seen`: all of it."""
    demand(session, me, "trainings.keep")
    rows = _my_rows(session, me)
    if seen != _mark(rows, check(session, rows, me.today)):
        return Went(place("trainings.report", 0), words.changed_since())
    done = apply(session, rows, me.now, me.employee_id)
    training.drop_draft(session, me.employee_id)
    return Went(Place("trainings.desk"), texts.taken_in(done.added, done.changed))


def _mark(rows: Sequence[Row], found: Findings) -> str:
    return stamp(*(str(dict(row.cells)) for row in rows), found.added, found.changed)


def _my_rows(session: Session, me: Me) -> list[Row]:
    draft = training.draft_of(session, me.employee_id)
    if draft is None:
        raise Refused(words.not_available(), "no_draft")
    return from_draft(draft.rows)
