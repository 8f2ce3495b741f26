"""Records of a file become rows, each with its entry in the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.actions.trainings.hours import record as record_hours
from bot.rules.career.lines import Line
from bot.rules.career.sorts import FACTS, PAST, PENALTIES, Sort
from bot.rules.trainings.hours import PART
from storage import agreement, audit, career_files
from storage.career import CareerFact
from storage.columns import vault_of
from storage.service_notes import ServiceNote
from storage.trainings.learning import CONFIRMED, EXTERNAL, Learning

if TYPE_CHECKING:
    from bot.actions.career.importing import New


Progress = Callable[[int, int], None]
STEP = 500


def put(
    session: Session, new: Sequence[New], now: datetime, by: int | None,
    progress: Progress | None = None,
) -> None:  # fmt: skip
    """Store them in their order; all rows of a table in one go.

    `progress` hears of how many rows of how many the trail tells.
    """
    facts = [row for one in new for row in _facts(one, now, by)]
    notes = [_note(one, now, by) for one in new if one.line.sort in PENALTIES]
    learned = [_learned(one, now, by) for one in new if one.line.sort is Sort.TRAINING]
    career_files.add_all(session, [*facts, *notes, *learned])
    vault, of = vault_of(session), len(facts) + len(notes) + len(learned)
    for done, row in enumerate(facts):
        if progress is not None and not done % STEP:
            progress(done, of)
        told = {
            "employee": row.employee_id, "kind": row.kind, "year": row.year,
            "day": row.day.isoformat(),
        }  # fmt: skip
        if row.note is None:
            told["value"] = row.value
        else:
            told["said"] = agreement.mark(vault, row.value, row.note)
        audit.record(session, now, by, "career.record", f"careerfact/{row.id}", told)
    for note in notes:
        told = {
            "employee": note.employee_id, "kind": note.kind, "since": note.since.isoformat(),
            "until": note.until.isoformat(), "said": agreement.mark(vault, note.ground),
        }  # fmt: skip
        audit.record(session, now, by, "service.note", f"servicenote/{note.id}", told)
    for done, one in enumerate(learned, len(facts) + len(notes)):
        if progress is not None and not done % STEP:
            progress(done, of)
        record_hours(session, one, by, now)
    if progress is not None:
        progress(of, of)


def _facts(one: New, now: datetime, by: int | None) -> Iterable[CareerFact]:
    """History has a note, be it empty; what counts now has none."""
    line = one.line

    def fact(kind: str, value: str, note: str | None = None) -> CareerFact:
        return CareerFact(
            employee_id=one.employee_id, kind=kind, year=line.year, value=value, note=note,
            day=line.day, recorded_by=by, recorded_at=now,
        )  # fmt: skip

    if one.past:
        yield fact(PAST[line.sort], line.value, line.note)
    if one.fact:
        dated = line.sort in (Sort.RANK, Sort.LEVEL, Sort.EXAM)
        yield fact(FACTS[line.sort], "" if dated else line.value)


def _note(one: New, now: datetime, by: int | None) -> ServiceNote:
    line = one.line
    assert line.until is not None
    return ServiceNote(
        employee_id=one.employee_id, kind=PENALTIES[line.sort].value, since=line.day,
        until=line.until, ground=line.note, recorded_by=by, recorded_at=now, confirmed_at=now,
    )  # fmt: skip


def _learned(one: New, now: datetime, by: int | None) -> Learning:
    line: Line = one.line
    return Learning(
        employee_id=one.employee_id, source=EXTERNAL, title=line.value, minutes=line.minutes,
        part=PART[line.way], way=line.way, ended_on=line.day, state=CONFIRMED, written_at=now,
        decided_by=by, decided_at=now,
    )  # fmt: skip
