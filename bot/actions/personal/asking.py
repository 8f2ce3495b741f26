"""Asking HR to correct something or to stop processing it: written, looked at, filed, followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import phones, rights
from bot.actions.me import Me
from bot.actions.personal.owing import not_asked, owe_answer
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.personal import Field, Request, due_from
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.personal import asking
from storage import agreement, audit, employees, outbox
from storage.columns import vault_of
from storage.outbox import Kind
from storage.personal import requests
from storage.personal.requests import DRAFT, FILED, WITHDRAWN, PersonalRequest

LONGEST, NAME = 300, 100
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Card:
    """One request; `due` and `decided` in the reader's zone. `name` is whose it is."""

    number: int
    name: str
    kind: Request
    field: str
    before: str
    wanted: str
    state: str
    filed: datetime | None
    due: datetime | None
    decided: datetime | None
    answer: str
    late: bool


@dataclass(frozen=True, slots=True)
class Wanting:
    """What is to be typed; `before` is what stands there now."""

    field: Field
    before: str


def ask(session: Session, me: Me) -> Sequence[Card]:
    """My latest requests."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    return [card_of(one, me.name, me) for one in requests.of(session, me.employee_id, SHOWN)]


def fields(session: Session, me: Me) -> None:
    """Which field?"""
    rights.demand(session, me, "personal.own", about=me.employee_id)


def wanting(session: Session, me: Me, field: str) -> Wanting:
    """What shall stand there?"""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    if field not in set(Field):
        raise Refused(words.not_available(), "field")
    return Wanting(Field(field), _now(session, me, Field(field)))


def say_wanted(session: Session, me: Me, field: str, text: str) -> Place:
    """Keep what was typed as a draft, and show it once more."""
    at = wanting(session, me, field)
    said = tidy(text, NAME if at.field is not Field.OTHER else LONGEST)
    if at.field is Field.PHONE:
        number = phones.normalised(said)
        if number is None:
            raise Refused(asking.not_a_phone(), "phone")
        said = number
    if said == at.before:
        raise Refused(asking.stands_already(), "same")
    return _draft(session, me, Request.CORRECT, at.field, at.before, said)


def say_objection(session: Session, me: Me, text: str) -> Place:
    """Keep what I object to as a draft."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    return _draft(session, me, Request.OBJECT, "", "", tidy(text, LONGEST))


def file(session: Session, me: Me, number: int) -> Went:
    """Hand it to HR: from now on the clock of 3 x 24 hours runs."""
    row = _mine(session, me, number)
    employees.lock(session, me.employee_id)
    here = place("personal.request", number)
    if requests.running(session, me.employee_id, row.kind, row.field):
        raise Refused(asking.runs_already(), "running")
    due = due_from(me.now)
    if not requests.move(session, number, DRAFT, state=FILED, filed_at=me.now, due_at=due, told=0):
        return Went(here, words.changed_since())
    said = agreement.mark(vault_of(session), row.before, row.wanted)
    facts = {"employee": me.employee_id, "kind": row.kind, "field": row.field, "said": said}
    about = f"personalrequest/{number}"
    audit.record(session, me.now, me.employee_id, "personal.file", about, facts)
    row = _mine(session, me, number)
    for person in owe_answer(session, row, me.now):
        outbox.put(
            session, f"personal.asked/{number}/{person}", Kind.DECISION, "personal.asked", me.now,
            to=person, facts={"request": number}, opens=place("personal.one", number),
        )  # fmt: skip
    return Went(here, asking.filed_notice(due.astimezone(me.zone)))


def take_back(session: Session, me: Me, number: int) -> Went:
    """I no longer ask for it."""
    row = _mine(session, me, number)
    here = place("personal.request", number)
    values = {"state": WITHDRAWN, "decided_at": me.now, "decided_by": me.employee_id}
    if not requests.move(session, number, FILED, **values):
        return Went(here, words.changed_since())
    facts = {"employee": me.employee_id, "kind": row.kind, "field": row.field}
    about = f"personalrequest/{number}"
    audit.record(session, me.now, me.employee_id, "personal.take_back", about, facts)
    not_asked(session, number, me.now)
    return Went(here, asking.taken_back_notice())


def request(session: Session, me: Me, number: int) -> Card:
    """One of mine."""
    return card_of(_mine(session, me, number), me.name, me)


def card_of(row: PersonalRequest, name: str, me: Me) -> Card:
    def here(moment: datetime | None) -> datetime | None:
        return moment.astimezone(me.zone) if moment else None

    end = row.decided_at or me.now
    late = row.due_at is not None and end >= row.due_at
    return Card(
        row.id or 0, name, Request(row.kind), row.field, row.before, row.wanted, row.state,
        here(row.filed_at), here(row.due_at), here(row.decided_at), row.answer, late,
    )  # fmt: skip


def _mine(session: Session, me: Me, number: int) -> PersonalRequest:
    row = requests.get(session, number)
    rights.demand(session, me, "personal.own", about=row.employee_id if row else 0)
    assert row is not None
    return row


def _draft(session: Session, me: Me, kind: Request, field: str, before: str, wanted: str) -> Place:
    row = PersonalRequest(
        employee_id=me.employee_id, kind=kind.value, field=str(field), before=before,
        wanted=wanted, written_at=me.now,
    )  # fmt: skip
    return place("personal.request", requests.draft(session, row))


def _now(session: Session, me: Me, field: Field) -> str:
    person = employees.get(session, me.employee_id)
    assert person is not None
    return "" if field is Field.OTHER else str(getattr(person, field.value) or "")
