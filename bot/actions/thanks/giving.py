"""Thanking a colleague: whom, for which value, in one sentence; a few a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.authority import Role
from bot.rules.stamps import stamp
from bot.rules.thanks import LONGEST, SHORTEST, ThanksRules, Value, left, week_of
from bot.screens import Place, Went, place
from bot.texts import thanks as texts
from bot.texts import words
from storage import agreement, audit, employees, outbox, periods, thanks
from storage.columns import vault_of
from storage.outbox import Kind
from storage.thanks import Thanks

OPEN = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One word of thanks that its receiver shows to all."""

    giver: str
    receiver: str
    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class Home:
    """How many I may still give this week, how many I received, what others show."""

    left: int
    weekly: int
    received: int
    open: Sequence[Shown]
    leads: bool
    watches: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be sent."""

    number: int
    receiver_id: int
    receiver: str
    value: Value
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Whom:
    receiver_id: int
    receiver: str
    value: str = ""


def home(session: Session, me: Me) -> Home:
    """Where thanks stand."""
    rights.demand(session, me, "thanks.give", about=me.employee_id)
    rules = rules_of(session, me.today)
    rows = thanks.open_ones(session, OPEN)
    people = employees.many(session, [n for row in rows for n in (row.giver_id, row.receiver_id)])
    return Home(
        left(rules, thanks.given_in(session, me.employee_id, week_of(me.today))),
        rules.weekly,
        thanks.count_received(session, me.employee_id),
        [
            Shown(
                people[row.giver_id].name, people[row.receiver_id].name, Value(row.value), row.text
            )
            for row in rows
        ],
        employees.has_reports(session, (me.employee_id,), me.employee_id),
        me.has(Role.HR) or me.has(Role.INSPECTORATE),
    )


def ask_whom(session: Session, me: Me) -> int:
    """Whom do you want to thank? How many are left this week."""
    return _left(session, me)


def say_whom(session: Session, me: Me, text: str) -> Place:
    """A name, mistyped or not."""
    _left(session, me)
    numbers = [one for one in find(session, text) if one != me.employee_id]
    if not numbers:
        raise Refused(texts.nobody_found(), "nobody")
    return place("thanks.found", *numbers)


def choose_whom(session: Session, me: Me, *numbers: int) -> Sequence[Found]:
    """Those found."""
    _left(session, me)
    return [one for one in found(session, numbers[:5]) if one.employee_id != me.employee_id]


def choose_value(session: Session, me: Me, receiver: int) -> Whom:
    """For which of the seven values?"""
    _left(session, me)
    return Whom(receiver, _receiver(session, me, receiver))


def ask_text(session: Session, me: Me, receiver: int, value: str) -> Whom:
    """For what, in one sentence?"""
    _left(session, me)
    return Whom(receiver, _receiver(session, me, receiver), _value(value))


def say_text(session: Session, me: Me, receiver: int, value: str, text: str) -> Place:
    """Keep the sentence; it is shown once more before it goes."""
    _left(session, me)
    _receiver(session, me, receiver)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    row = Thanks(
        giver_id=me.employee_id, receiver_id=receiver, value=_value(value), text=said,
        week=week_of(me.today), given_at=me.now,
    )  # fmt: skip
    return place("thanks.confirm", thanks.draft_anew(session, row))


def confirm(session: Session, me: Me, number: int) -> Draft:
    """The last look."""
    row = _draft(session, me, number)
    name = _receiver(session, me, row.receiver_id)
    return Draft(number, row.receiver_id, name, Value(row.value), row.text, stamp(row.text))


def send(session: Session, me: Me, number: int, mark: str = "") -> Went:
    """Hand it to the receiver, who alone reads it."""
    employees.lock(session, me.employee_id)
    row = _draft(session, me, number)
    _receiver(session, me, row.receiver_id)  # who may have left since
    if mark and mark != stamp(row.text):
        return Went(place("thanks.confirm", number), words.changed_since())
    if not _left(session, me):
        raise Refused(texts.none_left(), "none_left")
    thanks.change(session, number, sent_at=me.now, week=week_of(me.today))
    said = agreement.mark(vault_of(session), row.value, row.text)
    facts = {"receiver": row.receiver_id, "said": said}
    audit.record(session, me.now, me.employee_id, "thanks.send", f"thanks/{number}", facts)
    outbox.put(
        session, f"thanks.received/{number}", Kind.DECISION, "thanks.received", me.now,
        to=row.receiver_id, facts={"thanks": number}, opens=place("thanks.one", number),
    )  # fmt: skip
    return Went(Place("thanks.home"), texts.sent_notice())


def rules_of(session: Session, today: date) -> ThanksRules:
    """What the scheme in force allows."""
    version = periods.scheme_in_force(session, today)
    return schemes.read(version.body).thanks if version else ThanksRules()


def _left(session: Session, me: Me) -> int:
    rights.demand(session, me, "thanks.give", about=me.employee_id)
    given = thanks.given_in(session, me.employee_id, week_of(me.today))
    return left(rules_of(session, me.today), given)


def _receiver(session: Session, me: Me, number: int) -> str:
    person = employees.get(session, number)
    if person is None or person.left_on is not None or number == me.employee_id:
        raise Refused(texts.nobody_found(), "nobody")
    return person.name


def _value(value: str) -> Value:
    if value not in set(Value):
        raise Refused(words.not_available(), "value")
    return Value(value)


def _draft(session: Session, me: Me, number: int) -> Thanks:
    row = thanks.get(session, number)
    mine = row is not None and row.giver_id == me.employee_id and row.sent_at is None
    rights.demand(session, me, "thanks.give", about=me.employee_id if mine else 0)
    assert row is not None
    return row
