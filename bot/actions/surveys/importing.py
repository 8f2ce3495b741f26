"""Old surveys come in from raw answers: every line is checked, all of it is applied or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.refusals import Refused
from bot.actions.surveys import sealing
from bot.documents import roster as sheets
from bot.documents.roster import Unreadable
from bot.examining.office import check_office
from bot.rules.evidence import Unfit
from bot.rules.roster import Fault, Row
from bot.rules.surveys.elements import ELEMENTS
from bot.rules.surveys.grades import FOURTEEN, NINE, Regulation
from bot.rules.surveys.lines import FURTHER, Line, columns, read
from bot.texts.surveys import importing as texts
from storage import audit, units
from storage.surveys import imports, places
from storage.surveys.answers import BITS
from storage.surveys.tables import Origin, Standing

Place = tuple[int, str]
"""A unit, and the name of a service in small letters."""


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a file and the survey they are of."""

    by: Regulation
    rows: Sequence[Row]

    @property
    def digest(self) -> str:
        said = [
            (row.line, *(row[one] for one in (*columns(self.by), *FURTHER))) for row in self.rows
        ]
        return blake2b(repr(said).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong (then nothing is applied), else what applying would do.

    `new` services by place with name and kind; `comments` that are kept, `unkept` of those that
    old surveys cannot keep.
    """

    faults: Sequence[Fault]
    lines: Sequence[Line]
    new: Mapping[Place, tuple[str, str]]
    comments: int
    unkept: int


def read_file(content: bytes, name: str) -> Read:
    """Rows of an XLSX or CSV, of nine elements or of fourteen. Raises Unreadable."""
    if content.startswith(sheets.ZIP):
        try:
            check_office(content)
        except Unfit as unfit:
            raise Unreadable("kind") from unfit
    try:
        return Read(NINE, sheets.read(content, name, columns(NINE), FURTHER))
    except Unreadable as fault:
        if not fault.columns:
            raise
        try:
            return Read(FOURTEEN, sheets.read(content, name, columns(FOURTEEN), FURTHER))
        except Unreadable as other:
            raise min((fault, other), key=lambda one: len(one.columns)) from None


def check(session: Session, file: Read, today: date) -> Findings:
    """Every fault of every line; nothing is written. Raises Refused for a file taken in before."""
    if (before := imports.known(session, file.digest)) is not None:
        raise Refused(texts.taken_in_before(before.imported_at.date()), "twice")
    lines, faults = read(file.rows, file.by, today)
    named = {one.name.casefold(): one.id or 0 for one in units.everything(session)}
    there = {(unit, name.casefold()): kind for _, unit, name, kind in imports.services(session)}
    new: dict[Place, tuple[str, str]] = {}
    for one in lines:
        unit = named.get(one.unit.casefold())
        if unit is None:
            faults.append(Fault(one.line, "unit", "no_such_unit", one.unit[:60]))
            continue
        place = (unit, one.service.casefold())
        if place in there:
            kind = there[place]
        elif one.kind:
            kind = new.setdefault(place, (one.service, one.kind))[1]
        elif place not in new:
            faults.append(Fault(one.line, "layanan", "no_such_service", one.service[:60]))
            continue
        else:
            continue
        if one.kind and one.kind != kind:
            faults.append(Fault(one.line, "jenis", "other_kind", kind))
    faults.sort(key=lambda fault: fault.line)
    said = sum(bool(one.comment) for one in lines)
    kept = file.by is NINE
    return Findings(faults, lines, new, said if kept else 0, 0 if kept else said)


def apply(session: Session, file: Read, now: datetime, by: int | None) -> Findings:
    """Take all of it in. Raises Refused when a line is wrong: then nothing is changed."""
    found = check(session, file, now.date())
    if found.faults:
        raise Refused(texts.overtaken(), "faulty")
    values = {
        "digest": file.digest, "regulation": file.by.key, "answers": len(found.lines),
        "imported_by": by, "imported_at": now,
    }  # fmt: skip
    batch = imports.add(session, values)
    if batch is None:
        raise Refused(texts.taken_in_before(now.date()), "twice")
    for (unit, _), (name, kind) in found.new.items():
        places.add_service(session, unit, name, kind)
    _put(session, file.by, found.lines, batch)
    facts = {
        "regulation": file.by.key, "answers": len(found.lines), "services": len(found.new),
        "digest": file.digest,
    }  # fmt: skip
    audit.record(session, now, by, "surveys.import", f"survey_import/{batch}", facts)
    if file.by is NINE:
        over = agency_days(session, now).last
        sealing.reseal(session, {one.day for one in found.lines if one.day < over}, now)
    return found


def _put(session: Session, by: Regulation, lines: Sequence[Line], batch: int) -> None:
    named = {one.name.casefold(): one.id or 0 for one in units.everything(session)}
    there = {
        (unit, name.casefold()): number for number, unit, name, _ in imports.services(session)
    }
    answers: list[dict[str, Any]] = []
    comments: list[dict[str, Any]] = []
    for one in lines:
        unit = named[one.unit.casefold()]
        where = {
            "unit_id": unit, "service_id": there[unit, one.service.casefold()],
            "answered_on": one.day, "batch_id": batch,
        }  # fmt: skip
        if by is not NINE:
            answers.append({**where, "said": "".join(map(str, one.said))})
            continue
        number = secrets.randbits(BITS)
        answers.append({
            **where, "answer_id": number, "counter_id": None, "origin": Origin.IMPORT.value,
            "ticketed": False, "standing": Standing.COUNTS.value,
            **dict(zip(map(str, ELEMENTS), one.said, strict=True)),
        })  # fmt: skip
        if one.comment:
            comments.append({
                "answer_id": number, "unit_id": unit, "text": one.comment, "cleared_on": None,
                "cleared_by": None, "dismissed": False,
            })  # fmt: skip
    if by is not NINE:
        imports.add_past(session, answers)
        return
    imports.add_answers(session, answers)
    imports.add_comments(session, comments)
