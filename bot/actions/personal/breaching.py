"""A breach of personal data: recorded, told to people and authority in 3 x 24 hours, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.personal.owing import noticed, owe_notice
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.people import search_key
from bot.rules.personal import due_from
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.personal import breaching as texts
from storage import agreement, audit, employees, units
from storage.columns import vault_of
from storage.personal import breaches
from storage.personal.breaches import CLOSED, DRAFT, OPEN, WORDS, Breach

LONGEST, SHOWN = 240, 5
AGENCY = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One breach; moments in the reader's zone. `unit` is empty for the agency."""

    number: int
    state: str
    data: str
    how: str
    handling: str
    unit: str
    people: int
    recorded: datetime
    due: datetime | None
    people_told: datetime | None
    authority_told: datetime | None
    closed: datetime | None
    late: bool
    office: str


def listed(session: Session, me: Me) -> Sequence[Card]:
    """The latest on record."""
    rights.demand(session, me, "personal.breach")
    return [card_of(session, row, me) for row in breaches.latest(session, SHOWN)]


def draft(session: Session, me: Me) -> Card | None:
    """What I am about to record."""
    rights.demand(session, me, "personal.breach")
    row = breaches.draft_of(session, me.employee_id)
    return card_of(session, row, me) if row else None


def ask_word(session: Session, me: Me, field: str) -> str:
    """Please type it."""
    rights.demand(session, me, "personal.breach")
    if field not in (*WORDS, "unit"):
        raise Refused(words.not_available(), "field")
    return field


def say_word(session: Session, me: Me, field: str, text: str) -> Place:
    """Keep it in my draft."""
    ask_word(session, me, field)
    if field == "unit":
        wanted = search_key(text)
        fitting = [one for one in units.everything(session) if wanted in search_key(one.name)]
        if len(fitting) != 1:
            raise Refused(texts.no_such_unit(len(fitting)), "unit")
        breaches.write(session, me.employee_id, me.now, unit_id=fitting[0].id or 0)
    else:
        said = tidy(text, LONGEST)
        breaches.write(session, me.employee_id, me.now, **{field: said})
    return Place("personal.breach_draft")


def record(session: Session, me: Me, number: int) -> Went:
    """Put the draft on record: the clock begins."""
    row = _one(session, me, number)
    if row.recorded_by != me.employee_id:
        raise Refused(words.not_available(), "theirs")
    if not all(getattr(row, name) for name in WORDS):
        raise Refused(texts.incomplete(), "incomplete")
    people = len(_concerned(session, row.unit_id))
    values = {"state": OPEN, "recorded_at": me.now, "due_at": due_from(me.now), "people": people}
    if breaches.change(session, number, {"state": DRAFT}, **values):
        said = agreement.mark(vault_of(session), *(getattr(row, name) for name in WORDS))
        facts = {"people": people, "unit": row.unit_id, "said": said}
        _audit(session, me, number, "breach.record", facts)
        owe_notice(session, _one(session, me, number), me.now)
    return Went(place("personal.breach", number), texts.recorded())


def breach(session: Session, me: Me, number: int) -> Card:
    """One of them."""
    return card_of(session, _one(session, me, number), me)


def tell_people(session: Session, me: Me, number: int) -> Went:
    """Send a notice to everybody concerned; it goes out from the next minute on."""
    _one(session, me, number)
    here = place("personal.breach", number)
    unsaid = {"state": OPEN, "people_told_at": None}
    values = {"people_told_at": me.now, "people_told_by": me.employee_id, "reached": 0}
    if not breaches.change(session, number, unsaid, **values):
        return Went(here, words.changed_since())
    _audit(session, me, number, "breach.tell", {})
    noticed(session, _one(session, me, number), me.now)
    return Went(here, texts.told())


def tell_authority(session: Session, me: Me, number: int) -> Went:
    """Note that the authority was told in writing."""
    _one(session, me, number)
    here = place("personal.breach", number)
    unsaid = {"state": OPEN, "authority_told_at": None}
    values = {"authority_told_at": me.now, "authority_told_by": me.employee_id}
    if not breaches.change(session, number, unsaid, **values):
        return Went(here, words.changed_since())
    _audit(session, me, number, "breach.authority", {})
    noticed(session, _one(session, me, number), me.now)
    return Went(here, texts.noted())


def close(session: Session, me: Me, number: int) -> Went:
    """Everybody was told and it is handled."""
    row = _one(session, me, number)
    here = place("personal.breach", number)
    if row.people_told_at is None or row.authority_told_at is None:
        raise Refused(texts.not_yet(), "untold")
    values = {"state": CLOSED, "closed_at": me.now, "closed_by": me.employee_id}
    if not breaches.change(session, number, {"state": OPEN}, **values):
        return Went(here, words.changed_since())
    _audit(session, me, number, "breach.close", {})
    return Went(here, texts.closed())


def card_of(session: Session, row: Breach, me: Me) -> Card:
    def here(moment: datetime | None) -> datetime | None:
        return moment.astimezone(me.zone) if moment else None

    unit = units.get(session, row.unit_id) if row.unit_id else None
    ends = [row.people_told_at or me.now, row.authority_told_at or me.now]
    return Card(
        row.id or 0, row.state, row.data, row.how, row.handling, unit.name if unit else "",
        row.people, row.recorded_at.astimezone(me.zone), here(row.due_at),
        here(row.people_told_at), here(row.authority_told_at), here(row.closed_at),
        row.due_at is not None and max(ends) >= row.due_at, units.top(session),
    )  # fmt: skip


def concerns(session: Session, row: Breach, employee_id: int) -> bool:
    """Whether this person is among those to whom it happened."""
    person = employees.get(session, employee_id)
    inside = row.unit_id == AGENCY or (
        person is not None and person.unit_id in units.below(session, row.unit_id)
    )
    return person is not None and inside and row.state != DRAFT


def _concerned(session: Session, unit_id: int) -> list[int]:
    if unit_id == AGENCY:
        return [one.id for one in employees.posts(session)]
    inside = units.below(session, unit_id)
    return [one.id for one in employees.posts_where(session, units=inside)]


def notice(session: Session, me: Me, number: int) -> Card:
    """What I am told of a breach that concerns me."""
    row = breaches.get(session, number)
    told = row is not None and row.people_told_at is not None
    mine = row is not None and told and concerns(session, row, me.employee_id)
    rights.demand(session, me, "personal.own", about=me.employee_id if mine else 0)
    assert row is not None
    return card_of(session, row, me)


def _one(session: Session, me: Me, number: int) -> Breach:
    rights.demand(session, me, "personal.breach")
    row = breaches.get(session, number)
    if row is None or (row.state == DRAFT and row.recorded_by != me.employee_id):
        raise Refused(words.not_available(), "unknown")
    return row


def _audit(session: Session, me: Me, number: int, verb: str, facts: Mapping[str, object]) -> None:
    audit.record(session, me.now, me.employee_id, verb, f"breach/{number}", facts)


def paper(session: Session, me: Me, number: int, authority: int) -> tuple[Card, bool]:
    """What the printed letter to the people, or to the authority, says."""
    return breach(session, me, number), bool(authority)
