"""Leave and mandates taken back before they begin, or ended before their last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.achievements import sending
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.spans import packed
from bot.screens import Went, place
from bot.texts import desk as texts
from bot.texts import words
from storage import absences, audit, claims, employees, recipients
from storage.absences import Absence, Mandate


@dataclass(frozen=True, slots=True)
class Recorded:
    """Leave, or (with a holder) a mandate, on every day from `since` to `until`."""

    number: int
    kind: str
    since: date
    until: date
    holder: str = ""


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is recorded of one person, on one page of a list."""

    employee_id: int
    name: str
    page: int
    recorded: Sequence[Recorded]


@dataclass(frozen=True, slots=True)
class Ending:
    """`begun`: it has a day before `today`, so it stays on record until the day before."""

    employee_id: int
    name: str
    recorded: Recorded
    today: date
    begun: bool


def recorded(session: Session, employee_id: int, today: date) -> list[Recorded]:
    """Running and coming leave of this person and mandates for this person, by first day."""
    leave = absences.absences_of(session, employee_id, today)
    mandates = absences.mandates_of(session, employee_id, today)
    holders = employees.many(session, [one.holder_id for one in mandates])
    found = [Recorded(one.id or 0, one.kind, one.since, one.until) for one in leave]
    found += [_mandate(one, holders[one.holder_id].name) for one in mandates]
    return sorted(found, key=lambda one: (one.since, one.until))


def on_record(session: Session, me: Me, employee_id: int, page: int) -> OnRecord:
    """What may be ended, to choose from."""
    demand(session, me, "desk.person", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    return OnRecord(
        employee_id, person.name, max(0, page), recorded(session, employee_id, me.today)
    )


def leave_ending(session: Session, me: Me, absence_id: int) -> Ending:
    """What ending it would mean. Raises Refused when it is over or gone."""
    row, today = _leave(session, me, absence_id)
    found = Recorded(absence_id, row.kind, row.since, row.until)
    return _ending(session, row.employee_id, found, today)


def mandate_ending(session: Session, me: Me, mandate_id: int) -> Ending:
    """What ending it would mean. Raises Refused when it is over or gone, or mine."""
    row, today = _held(session, me, mandate_id)
    holder = employees.get(session, row.holder_id)
    assert holder is not None
    return _ending(session, row.absent_id, _mandate(row, holder.name), today)


def end_leave(session: Session, me: Me, absence_id: int, day: int = 0) -> Went:
    """The person is not on leave from today on, if that is the `day` seen (0: whichever).

    Raises Refused when that is so already.
    """
    row, today = _leave(session, me, absence_id)
    if day not in (0, packed(today)):
        return Went(place("desk.end_leave", absence_id), words.changed_since())
    return _end(session, me, "desk.end_leave", row, row.employee_id, today)


def end_mandate(session: Session, me: Me, mandate_id: int, day: int = 0) -> Went:
    """Nobody acts for the official from today on; `day` and Refused as with leave.

    The holder's buttons die with it. Raises ProofWanted.
    """
    row, today = _held(session, me, mandate_id)
    if day not in (0, packed(today)):
        return Went(place("desk.end_mandate", mandate_id), words.changed_since())
    demand_proof(session, me)
    claims.renew(session, [row.holder_id])
    return _end(session, me, "desk.end_mandate", row, row.absent_id, today, holder=row.holder_id)


def _leave(session: Session, me: Me, absence_id: int) -> tuple[Absence, date]:
    row = absences.absence(session, absence_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, "desk.end_leave", about=row.employee_id)
    return row, _today(session, me, row.employee_id, row.until)


def _held(session: Session, me: Me, mandate_id: int) -> tuple[Mandate, date]:
    row = absences.mandate(session, mandate_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, "desk.end_mandate", about=row.absent_id)
    if row.holder_id == me.employee_id:
        raise Refused(texts.not_own_mandate(), "oneself")
    return row, _today(session, me, row.holder_id, row.until)


def _today(session: Session, me: Me, whose: int, until: date) -> date:
    """The earlier of the days it is here and where it counts, so that it ends in both.

    Raises Refused when the last day is past.
    """
    person = recipients.get(session, whose)
    today = min(person.today(me.now), me.today) if person else me.today
    if until < today:
        raise Refused(texts.ended_already(), "over")
    return today


def _end(
    session: Session,
    me: Me,
    action: str,
    row: Absence | Mandate,
    employee_id: int,
    today: date,
    **more: int,
) -> Went:
    days = {"since": packed(row.since), "until": packed(row.until), "from": packed(today)}
    facts = {"kind": row.kind, **days, **more}
    if not absences.end(session, row, today):
        raise Refused(texts.ended_already(), "over")
    sending.reassign(session, me.now, employee_id)
    audit.record(session, me.now, me.employee_id, action, f"employee/{employee_id}", facts)
    return Went(place("desk.person", employee_id), texts.ended())


def _ending(session: Session, employee_id: int, found: Recorded, today: date) -> Ending:
    person = employees.get(session, employee_id)
    assert person is not None
    return Ending(employee_id, person.name, found, today, found.since < today)


def _mandate(row: Mandate, holder: str) -> Recorded:
    return Recorded(row.id or 0, row.kind, row.since, row.until, holder)
