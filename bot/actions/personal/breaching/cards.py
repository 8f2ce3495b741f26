"""Breaches as they are read: by HR, heads and inspectorate, and by those concerned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.personal.breaching.scope import KEEPERS, READERS, covers
from bot.actions.personal.officers import confirmers
from bot.actions.refusals import Refused
from bot.rules.proposals import AGENCY
from bot.texts import words
from bot.texts.personal import confirming
from storage import employees, units
from storage.personal import breaches
from storage.personal.breaches import ASKED, DRAFT, OPEN, Breach

PAGE = 3


@dataclass(frozen=True, slots=True)
class Breached:
    """One breach; moments in the reader's zone. `unit` is empty for the agency.

    `notice` is how far the notice to the people is. `keeps` and `decides`: what the reader may do;
    `version` is what a decider has read.
    """

    number: int
    state: str
    data: str
    how: str
    handling: str
    unit: str
    people: int
    recorded: datetime
    due: datetime | None
    notice: str
    asked: datetime | None
    asker: str
    returned: datetime | None
    returner: str
    reason: str
    people_told: datetime | None
    confirmer: str
    authority_told: datetime | None
    closed: datetime | None
    late: bool
    office: str
    keeps: bool
    decides: bool
    version: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of those of my reach, newest first; `keeps`: the reader may record another."""

    rows: Sequence[Breached]
    keeps: bool
    page: int
    pages: int


def listed(session: Session, me: Me, page: int = 0) -> Listing:
    """Those on record whose people my role covers."""
    rights.demand(session, me, "personal.breach")
    found = breaches.on_record(session)
    scopes = {row.unit_id for row in found}
    mine = {scope for scope in scopes if covers(session, me, scope, READERS)}
    shown = leaf([row for row in found if row.unit_id in mine], page, PAGE)
    rows = [card_of(session, row, me) for row in shown.items]
    return Listing(rows, any(map(me.has, KEEPERS)), shown.page, shown.pages)


def breach(session: Session, me: Me, number: int) -> Breached:
    """One of them."""
    return card_of(session, on_record(session, me, number), me)


def paper(session: Session, me: Me, number: int, authority: int) -> tuple[Breached, bool]:
    """What the printed letter to the people, or to the authority, says.

    That to the people exists once its words are confirmed. Raises Refused before.
    """
    one = breach(session, me, number)
    if not authority and one.people_told is None:
        raise Refused(confirming.not_confirmed(), "unconfirmed")
    return one, bool(authority)


def notice(session: Session, me: Me, number: int) -> Breached:
    """What I am told of a breach that concerns me."""
    row = breaches.get(session, number)
    told = row is not None and row.people_told_at is not None
    mine = row is not None and told and _concerns(session, row, me.employee_id)
    rights.demand(session, me, "personal.own", about=me.employee_id if mine else 0)
    assert row is not None
    return card_of(session, row, me)


def on_record(session: Session, me: Me, number: int, right: str = "personal.breach") -> Breach:
    """One that is no draft, with everybody concerned in my reach. Raises Refused."""
    rights.demand(session, me, right)
    row = breaches.get(session, number)
    roles = READERS if right == "personal.breach" else KEEPERS
    if row is None or row.state == DRAFT or not covers(session, me, row.unit_id, roles):
        raise Refused(words.not_available(), "unknown")
    return row


def may_decide(session: Session, me: Me, row: Breach) -> bool:
    """Whether I am one of those who may confirm the notice that was asked for."""
    if row.asked_by is None or me.employee_id == row.asked_by:
        return False
    return me.employee_id in confirmers(session, row.asked_by, row.unit_id, me.now)


def card_of(session: Session, row: Breach, me: Me) -> Breached:
    def here(moment: datetime | None) -> datetime | None:
        return moment.astimezone(me.zone) if moment else None

    unit = units.get(session, row.unit_id) if row.unit_id else None
    ends = [row.people_told_at or me.now, row.authority_told_at or me.now]
    hands = [one for one in (row.asked_by, row.returned_by, row.people_told_by) if one]
    named = {number: one.name for number, one in employees.many(session, hands).items()}
    waits = row.state == OPEN and row.notice == ASKED
    return Breached(
        number=row.id or 0,
        state=row.state,
        data=row.data,
        how=row.how,
        handling=row.handling,
        unit=unit.name if unit else "",
        people=row.people,
        recorded=row.recorded_at.astimezone(me.zone),
        due=here(row.due_at),
        notice=row.notice,
        asked=here(row.asked_at),
        asker=named.get(row.asked_by or 0, ""),
        returned=here(row.returned_at),
        returner=named.get(row.returned_by or 0, ""),
        reason=row.reason or "",
        people_told=here(row.people_told_at),
        confirmer=named.get(row.people_told_by or 0, ""),
        authority_told=here(row.authority_told_at),
        closed=here(row.closed_at),
        late=row.due_at is not None and max(ends) >= row.due_at,
        office=units.top(session),
        keeps=covers(session, me, row.unit_id),
        decides=waits and may_decide(session, me, row),
        version=row.version,
    )


def _concerns(session: Session, row: Breach, employee_id: int) -> bool:
    """Whether this person is among those to whom it happened."""
    person = employees.get(session, employee_id)
    inside = row.unit_id == AGENCY or (
        person is not None and person.unit_id in units.below(session, row.unit_id)
    )
    return person is not None and inside and row.state != DRAFT
