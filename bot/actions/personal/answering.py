"""HR answers what people ask about their data, within 3 x 24 hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.personal.asking import Card, card_of
from bot.actions.personal.owing import answered
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.authority import Role
from bot.rules.people import search_key
from bot.rules.personal import FIELDS, Field, Request
from bot.screens import Went, place
from bot.texts import words
from bot.texts.personal import asking as texts
from storage import agreement, audit, employees, outbox, roster, units
from storage.columns import vault_of
from storage.outbox import Kind
from storage.personal import requests
from storage.personal.requests import FILED, GRANTED, REFUSED, PersonalRequest

PAGE = 5
LONGEST = 300
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits, next due first."""

    rows: Sequence[Card]
    first: int
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Answering:
    card: Card
    granting: bool


def desk(session: Session, me: Me, page: int) -> Desk:
    """Of the people whom my role reaches; never my own."""
    rights.demand(session, me, "personal.desk")
    within = _units(session, me)
    total, _ = requests.waiting(session, within, me.employee_id, 0, 0)
    at = nearest(page, total, PAGE)
    _, rows = requests.waiting(session, within, me.employee_id, at * PAGE, PAGE)
    rights.seen(session, me, "personal.desk", [row.employee_id for row, _ in rows])
    cards = [card_of(row, name, me) for row, name in rows]
    return Desk(cards, at * PAGE + 1, total, at, pages_of(total, PAGE))


def one(session: Session, me: Me, number: int) -> Card:
    """One request of somebody else."""
    row, name = _asked(session, me, number)
    return card_of(row, name, me)


def ask_answer(session: Session, me: Me, number: int, verb: str) -> Answering:
    """Why not, or what was done?"""
    row, name = _asked(session, me, number)
    if verb not in (GRANTED, REFUSED):
        raise Refused(words.not_available(), "verb")
    return Answering(card_of(row, name, me), verb == GRANTED)


def say_answer(session: Session, me: Me, number: int, verb: str, text: str) -> Went:
    """Decide with these words; the person reads them."""
    at = ask_answer(session, me, number, verb)
    if at.granting and at.card.kind is Request.CORRECT:
        raise Refused(words.not_available(), "verb")
    return _decide(session, me, number, verb, tidy(text, LONGEST))


def grant(session: Session, me: Me, number: int) -> Went:
    """Correct it: here where it is kept here, else as HR has done where it is kept."""
    row, _ = _asked(session, me, number)
    employees.lock(session, row.employee_id)
    row, _ = _asked(session, me, number)
    if row.kind != Request.CORRECT:
        raise Refused(words.not_available(), "kind")
    field, wanted, whose = row.field, row.wanted, row.employee_id
    went = _decide(session, me, number, GRANTED, "")
    if went.place.name == "personal.desk" and field in FIELDS:
        _apply(session, whose, Field(field), wanted)
    return went


def _decide(session: Session, me: Me, number: int, state: str, answer: str) -> Went:
    """To the desk when it was decided now, to the request when somebody else did."""
    row, _ = _asked(session, me, number)
    values = {"state": state, "answer": answer, "decided_by": me.employee_id, "decided_at": me.now}
    if not requests.move(session, number, FILED, **values):
        return Went(place("personal.one", number), words.changed_since())
    verb = "personal.grant" if state == GRANTED else "personal.refuse"
    said = agreement.mark(vault_of(session), answer)
    facts = {"employee": row.employee_id, "kind": row.kind, "field": row.field, "said": said}
    audit.record(session, me.now, me.employee_id, verb, f"personalrequest/{number}", facts)
    answered(session, number, me.now)
    outbox.put(
        session, f"personal.answered/{number}", Kind.DECISION, "personal.answered", me.now,
        to=row.employee_id, facts={"request": number}, opens=place("personal.request", number),
    )  # fmt: skip
    return Went(place("personal.desk", 0), texts.decided_notice())


def _apply(session: Session, whose: int, field: Field, wanted: str) -> None:
    said: dict[str, Any] = {field.value: wanted, "id": whose}
    if field is Field.NAME:
        said["search_key"] = search_key(wanted)
    if field is Field.PHONE:
        said["phone_index"] = vault_of(session).index(wanted)
    roster.change_people(session, [said])
    session.expire_all()


def _asked(session: Session, me: Me, number: int) -> tuple[PersonalRequest, str]:
    """One that was filed, with whose it is."""
    row = requests.get(session, number)
    filed = row is not None and row.filed_at is not None
    about = row.employee_id if row is not None and filed else NOBODY
    rights.demand(session, me, "personal.answer", about=about)
    person = employees.get(session, about)
    assert row is not None
    assert person is not None
    return row, person.name


def _units(session: Session, me: Me) -> frozenset[int] | None:
    """Those whom my roles of HR and head reach; None is the agency."""
    where = me.roles.get(Role.HR, frozenset()) | me.roles.get(Role.HEAD, frozenset())
    return None if None in where else units.below_any(session, [one for one in where if one])
