"""An answer is kept, from chat or web alike; what is suspected of it is opened as a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.surveys.rules import key_of, rules_of
from bot.rules.surveys.codes import SurveyCode
from bot.rules.surveys.collecting import DRAFT_LASTS, RECENT_LASTS, first_slot, slot_of
from bot.rules.surveys.elements import Element
from storage import audit, surveys
from storage.surveys import Origin, Reason, Standing
from storage.surveys.places import Desk


@dataclass(frozen=True, slots=True)
class Ticket:
    batch_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody answered. `staff_unit`: the unit of the employee whose account it was."""

    marks: Mapping[Element, int]
    origin: Origin
    comment: str = ""
    staff_unit: int | None = None


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where a code leads: the counter, and the ticket if it was one. `fault` why it cannot be."""

    desk: Desk | None = None
    ticket: Ticket | None = None
    fault: str = ""


UNKNOWN, CLOSED, USED, EXPIRED = "unknown", "closed", "used", "expired"
ANSWERED = "answered"
DAY = timedelta(days=1)


def enter(session: Session, code: SurveyCode, now: datetime) -> Entrance:
    """What a code is worth at this moment."""
    if code.counter:
        return _open(surveys.places.by_code(session, code.counter), None)
    if not code.is_genuine(key_of(session)):
        return Entrance(fault=UNKNOWN)
    return check(session, Ticket(code.batch_id, code.number), now)


def check(session: Session, ticket: Ticket, now: datetime) -> Entrance:
    """What a genuine ticket is worth at this moment."""
    batch = surveys.tickets.batch(session, ticket.batch_id)
    if batch is None or ticket.number >= batch.tickets:
        return Entrance(fault=UNKNOWN)
    desk = surveys.places.desk(session, batch.counter_id)
    if surveys.tickets.is_spent(session, ticket.batch_id, ticket.number):
        return Entrance(desk, ticket, USED)
    day = now.astimezone(ZoneInfo(desk.unit.zone)).date() if desk else now.date()
    if batch.ended_on is not None or day > batch.expires_on:
        return Entrance(desk, ticket, EXPIRED)
    return _open(desk, ticket)


def _open(desk: Desk | None, ticket: Ticket | None) -> Entrance:
    if desk is None:
        return Entrance(fault=UNKNOWN)
    return Entrance(desk, ticket, "" if desk.is_open else CLOSED)


def collect(session: Session, desk: Desk, given: Given, now: datetime, *, ticketed: bool) -> int:
    """Keep an answer; its number. A ticket has been spent in this transaction already."""
    day = now.astimezone(ZoneInfo(desk.unit.zone)).date()
    assert desk.counter.id is not None
    values = {
        "unit_id": desk.service.unit_id, "service_id": desk.service.id,
        "counter_id": desk.counter.id, "answered_on": day, "origin": given.origin.value,
        "ticketed": ticketed, "standing": Standing.COUNTS.value, "batch_id": None,
        **{one.value: given.marks[one] for one in Element},
    }  # fmt: skip
    answer_id = surveys.answers.add(session, values)
    if given.comment:
        surveys.comments.add(session, answer_id, desk.service.unit_id, given.comment)
    surveys.answers.remember(session, answer_id, desk.counter.id, slot_of(now))
    _suspect(session, desk, answer_id, given, now)
    return answer_id


def _suspect(session: Session, desk: Desk, answer_id: int, given: Given, now: datetime) -> None:
    """Nothing is thrown away: whatever looks wrong waits for a person, with the reason."""
    here, rules = desk.counter.id or 0, rules_of(session, now.date())
    since = first_slot(now, rules.flood_minutes)
    many = _undecided(session, Reason.FLOOD, surveys.answers.recent(session, here, since))
    since = first_slot(now, rules.same_minutes)
    alike = surveys.answers.alike(session, here, since, answer_id)
    same = _undecided(session, Reason.SAME, alike)
    found: list[tuple[Reason, Sequence[int]]] = []
    if len(many) >= rules.flood_answers:
        found.append((Reason.FLOOD, many))
    if len(same) >= rules.same_answers:
        found.append((Reason.SAME, same))
    if given.staff_unit is not None:
        inside = given.staff_unit == desk.service.unit_id
        found.append((Reason.STAFF_HERE if inside else Reason.STAFF, [answer_id]))
    day = now.astimezone(ZoneInfo(desk.unit.zone)).date()
    for reason, those in found:
        case, new = surveys.cases.open_one(session, here, day, reason)
        surveys.cases.suspect(session, case, those)
        if new:
            facts = {"reason": reason.value}
            audit.record(session, now, None, "surveys.suspect", f"surveycase/{case}", facts)


def _undecided(session: Session, reason: Reason, those: Sequence[int]) -> Sequence[int]:
    """Without those of which a person has said already that this is no reason, or is one."""
    decided = surveys.cases.decided(session, reason, those)
    return [one for one in those if one not in decided]


def forget(session: Session, now: datetime) -> None:
    """What is kept for hours only is erased when its time is over."""
    surveys.answers.forget_recent(session, now - RECENT_LASTS)
    surveys.drafts.forget_marks(session, (now - DAY).date())
    surveys.drafts.sweep(session, now - DRAFT_LASTS)
