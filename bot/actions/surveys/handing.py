"""One-time visit tickets: handed out one by one on the officer's phone, or printed in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.surveys.keeping import handed, kept, note
from bot.actions.surveys.rules import key_of, rules_of
from bot.actions.surveys.sheets import Links, links, ways
from bot.rules.surveys import codes
from bot.rules.surveys.codes import MOST_TICKETS
from bot.rules.surveys.collecting import last_day
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import counters
from bot.texts.surveys.tickets import batch_ended, no_count
from storage import surveys
from storage.surveys import SurveyBatch
from storage.surveys.places import Desk

LISTED = 4


@dataclass(frozen=True, slots=True)
class Slip:
    code: str
    links: Links


@dataclass(frozen=True, slots=True)
class OneTicket:
    """A single ticket to be scanned from the officer's phone."""

    counter_id: int
    counter: str
    service: str
    slip: Slip
    until: date
    used: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Printed tickets: number, when, how many, how many were used, last day, withdrawn."""

    batch_id: int
    issued_on: date
    tickets: int
    used: int
    until: date
    ended: bool


@dataclass(frozen=True, slots=True)
class Batches:
    counter_id: int
    counter: str
    service: str
    items: Sequence[Batch]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The slips of a batch that were not used yet, to be printed; none once it is over."""

    counter_id: int
    counter: str
    service: str
    unit: str
    batch: Batch
    slips: Sequence[Slip]
    username: str
    address: str
    now: datetime


def hand(session: Session, me: Me, counter_id: int) -> Place:
    """One ticket, at once. Raises Refused at a closed counter."""
    return place("surveys.ticket", _issue(session, me, handed(session, me, counter_id), 1, False))


def ticket(session: Session, me: Me, batch_id: int) -> OneTicket:
    row, desk = _batch(session, me, batch_id)
    if row.printed:
        raise Refused(words.not_available(), "printed")
    return OneTicket(
        row.counter_id, desk.counter.name, desk.service.name, _slip(session, batch_id, 0),
        row.expires_on, surveys.tickets.is_spent(session, batch_id, 0),
    )  # fmt: skip


def batches(session: Session, me: Me, counter_id: int) -> Batches:
    """What was printed for a counter; what is typed next is how many more."""
    desk = kept(session, me, counter_id)
    rows = surveys.tickets.printed(session, counter_id, LISTED)
    return Batches(
        counter_id, desk.counter.name, desk.service.name, [_told(row, used) for row, used in rows]
    )


def print_more(session: Session, me: Me, counter_id: int, typed: str) -> Place:
    """So many more tickets. Raises Refused for what is no number, or too large."""
    desk = kept(session, me, counter_id)
    said = typed.strip()
    if not (said.isascii() and said.isdecimal() and 1 <= int(said[:9]) <= MOST_TICKETS):
        raise Refused(no_count(MOST_TICKETS), "no_count")
    return place("surveys.bundle", _issue(session, me, desk, int(said[:9]), True))


def bundle(session: Session, me: Me, batch_id: int) -> Bundle:
    row, desk = _printed(session, me, batch_id)
    used = surveys.tickets.used(session, batch_id)
    over = row.ended_on is not None or not desk.is_open or row.expires_on < _today(desk, me)
    left = () if over else (one for one in range(row.tickets) if one not in used)
    return Bundle(
        row.counter_id, desk.counter.name, desk.service.name, desk.unit.name,
        _told(row, len(used)), [_slip(session, batch_id, one) for one in left],
        *ways(session), me.now,
    )  # fmt: skip


def end(session: Session, me: Me, batch_id: int) -> Went:
    """A stack was lost: none of its unused tickets is worth anything from now on."""
    row, desk = _printed(session, me, batch_id)
    if surveys.tickets.end(session, batch_id, _today(desk, me)):
        note(session, me, "surveys.end_tickets", f"surveybatch/{batch_id}")
    return Went(place("surveys.batches", row.counter_id), batch_ended())


def _issue(session: Session, me: Me, desk: Desk, tickets: int, printed: bool) -> int:
    if not desk.is_open:
        raise Refused(counters.is_closed(), "closed")
    today = _today(desk, me)
    row = SurveyBatch(
        counter_id=desk.counter.id or 0, tickets=tickets, printed=printed,
        issued_by=me.employee_id, issued_on=today,
        expires_on=last_day(rules_of(session, today), today),
    )  # fmt: skip
    number = surveys.tickets.issue(session, row)
    facts = {"counter": row.counter_id, "tickets": tickets}
    note(session, me, "surveys.tickets", f"surveybatch/{number}", facts)
    return number


def _batch(session: Session, me: Me, batch_id: int) -> tuple[SurveyBatch, Desk]:
    row = surveys.tickets.batch(session, batch_id)
    desk = handed(session, me, row.counter_id if row else 0)
    assert row is not None
    return row, desk


def _printed(session: Session, me: Me, batch_id: int) -> tuple[SurveyBatch, Desk]:
    row = surveys.tickets.batch(session, batch_id)
    desk = kept(session, me, row.counter_id if row else 0)
    assert row is not None
    if not row.printed:
        raise Refused(words.not_available(), "single")
    return row, desk


def _slip(session: Session, batch_id: int, number: int) -> Slip:
    code = codes.ticket_code(key_of(session), batch_id, number)
    return Slip(code, links(session, code))


def _told(row: SurveyBatch, used: int) -> Batch:
    ended = row.ended_on is not None
    return Batch(row.id or 0, row.issued_on, row.tickets, used, row.expires_on, ended)


def _today(desk: Desk, me: Me) -> date:
    return me.now.astimezone(ZoneInfo(desk.unit.zone)).date()
