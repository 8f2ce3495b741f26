"""HR notes a break, a penalty or a medal: kind, days, ground, a last look; and takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, read_span, unpacked
from bot.rules.awards.service import MEDALS, NoteKind
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.service import noting
from storage import agreement, audit, employees, service_notes
from storage.columns import vault_of
from storage.service_notes import ServiceNote

SHORTEST, LONGEST = 10, 300


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be noted; days and ground as far as they were typed.

    `counts`: it was recorded and not taken back; `seen` is a mark of what is shown.
    """

    employee_id: int
    name: str
    kind: NoteKind | None = None
    since: date | None = None
    until: date | None = None
    ground: str = ""
    note_id: int = 0
    counts: bool = False
    seen: str = ""


def choose_kind(session: Session, me: Me, employee_id: int) -> Draft:
    """Asks what is to be noted."""
    return _of(session, me, employee_id)


def ask_days(session: Session, me: Me, employee_id: int, kind: str) -> Draft:
    """Asks for the days; of a medal for the day of the decree."""
    return _of(session, me, employee_id, kind)


def say_days(session: Session, me: Me, employee_id: int, kind: str, text: str) -> Place:
    """First and last day. Raises Refused for what is no span of days."""
    _of(session, me, employee_id, kind)
    span = read_span(text, me.now)
    if span is None:
        raise Refused(noting.days_not_understood(), "days")
    if span[0] > me.today:
        raise Refused(noting.not_begun(), "future")
    if NoteKind(kind) in MEDALS and span[0] != span[1]:
        raise Refused(noting.one_day(), "one_day")
    return place("service.ground", employee_id, kind, packed(span[0]), packed(span[1]))


def ask_ground(
    session: Session, me: Me, employee_id: int, kind: str, since: int, until: int
) -> Draft:
    """Asks for the decree or letter it rests on."""
    return _of(session, me, employee_id, kind, since, until)


def say_ground(
    session: Session, me: Me, employee_id: int, kind: str, since: int, until: int, text: str
) -> Place:
    """Keep it as a draft that is shown once more. Raises Refused for too few or many words."""
    at = _of(session, me, employee_id, kind, since, until)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(noting.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    assert at.kind is not None
    assert at.since is not None
    assert at.until is not None
    row = ServiceNote(
        employee_id=employee_id, kind=at.kind.value, since=at.since, until=at.until, ground=said,
        recorded_by=me.employee_id, recorded_at=me.now,
    )  # fmt: skip
    return place("service.check", service_notes.add(session, row))


def check(session: Session, me: Me, note_id: int) -> Draft:
    """A note: before it is recorded for its author, afterwards for all of HR."""
    row = _demanded(session, me, note_id)
    person = employees.get(session, row.employee_id)
    counts = row.confirmed_at is not None and row.cancelled_at is None
    return Draft(
        row.employee_id, person.name if person else "", NoteKind(row.kind), row.since, row.until,
        row.ground, note_id, counts, stamp(row.ground),
    )  # fmt: skip


def record(session: Session, me: Me, note_id: int, seen: str = "") -> Went:
    """Let the note I have `seen` count from now on. Raises ProofWanted."""
    row = _demanded(session, me, note_id)
    if row.confirmed_at is not None or not still(seen, row.ground):
        return Went(place("service.check", note_id), words.changed_since())
    demand_proof(session, me)
    if not service_notes.confirm(session, note_id, me.now):
        raise Refused(noting.recorded_already(), "recorded")
    facts = {
        "employee": row.employee_id, "kind": row.kind, "since": row.since.isoformat(),
        "until": row.until.isoformat(), "said": agreement.mark(vault_of(session), row.ground),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "service.note", f"servicenote/{note_id}", facts)
    return Went(place("service.person", row.employee_id), noting.recorded_notice())


def cancel(session: Session, me: Me, note_id: int) -> Went:
    """Take a wrong note back; it stays in the trail. Raises ProofWanted."""
    row = _demanded(session, me, note_id)
    if row.confirmed_at is None:
        raise Refused(words.not_available(), "no_note")
    demand_proof(session, me)
    if not service_notes.cancel(session, note_id, me.employee_id, me.now):
        raise Refused(noting.cancelled_already(), "cancelled")
    audit.record(session, me.now, me.employee_id, "service.cancel", f"servicenote/{note_id}")
    return Went(place("service.person", row.employee_id), noting.cancelled_notice())


def _of(
    session: Session, me: Me, employee_id: int, kind: str = "", since: int = 0, until: int = 0
) -> Draft:
    """Raises Refused for a kind or days that do not exist."""
    rights.demand(session, me, "service.note", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or (kind and kind not in set(NoteKind)):
        raise Refused(words.not_available(), "nothing")
    try:
        days = (unpacked(since), unpacked(until)) if since else (None, None)
    except ValueError:
        raise Refused(words.not_available(), "days") from None
    return Draft(employee_id, person.name, NoteKind(kind) if kind else None, *days)


def _demanded(session: Session, me: Me, note_id: int) -> ServiceNote:
    row = service_notes.get(session, note_id)
    foreign = row is None or (row.confirmed_at is None and row.recorded_by != me.employee_id)
    if row is None or foreign:
        raise Refused(words.not_available(), "unknown_note")
    rights.demand(session, me, "service.note", about=row.employee_id)
    return row
