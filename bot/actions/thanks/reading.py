"""Thanks I received, what I let others see, and what HR and the inspectorate look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import consents, reach, rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.rules.authority import Role
from bot.rules.personal import Consent
from bot.rules.thanks import RECIPROCAL, Value, pairs, rings, week_of
from bot.screens import Place, Went, place
from bot.texts import thanks as texts
from storage import audit, employees, thanks
from storage.thanks import Thanks

PAGE = 5
WEEKS = 26
MOST = 6


@dataclass(frozen=True, slots=True)
class One:
    """One word of thanks to me."""

    number: int
    giver: str
    value: Value
    text: str
    day: date
    shown: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """A page of them; `counted`: my superior may see how many."""

    rows: Sequence[One]
    many: int
    counted: bool
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Team:
    """Of those I lead and who let me: name and how many; of the others only how many people."""

    rows: Sequence[tuple[str, int]]
    others: int


@dataclass(frozen=True, slots=True)
class Watch:
    """What looks like an arrangement in half a year: names, and how often each way."""

    many: int
    pairs: Sequence[tuple[str, str, int]]
    rings: Sequence[Sequence[str]]


def mine(session: Session, me: Me, page: int = 0) -> Mine:
    """What I received, newest first."""
    rights.demand(session, me, "thanks.receive", about=me.employee_id)
    many = thanks.count_received(session, me.employee_id)
    at = nearest(page, many, PAGE)
    rows = thanks.received(session, me.employee_id, at * PAGE, PAGE)
    people = employees.many(session, [row.giver_id for row in rows])
    found = [_one(row, people[row.giver_id].name, me) for row in rows]
    counted = thanks.consents(session, me.employee_id)
    return Mine(found, many, counted, at, pages_of(many, PAGE))


def one(session: Session, me: Me, number: int) -> One:
    """One of them."""
    row = _mine(session, me, number)
    giver = employees.get(session, row.giver_id)
    return _one(row, giver.name if giver else "", me)


def show(session: Session, me: Me, number: int, shown: int) -> Went:
    """Let all read it, or no longer."""
    row = _mine(session, me, number)
    if row.shown != bool(shown):
        thanks.show(session, number, shown=bool(shown))
        verb = "thanks.show" if shown else "thanks.hide"
        audit.record(session, me.now, me.employee_id, verb, f"thanks/{number}")
    return Went(place("thanks.one", number), texts.shown_notice(shown=bool(shown)))


def consent(session: Session, me: Me, given: int) -> Went:
    """Let my superior see how many I received, never what they say; or no longer."""
    rights.demand(session, me, "thanks.receive", about=me.employee_id)
    if thanks.consents(session, me.employee_id) != bool(given):
        thanks.put_consent(session, me.employee_id, me.now, given=bool(given))
        verb = "thanks.count" if given else "thanks.uncount"
        audit.record(session, me.now, me.employee_id, verb, f"employee/{me.employee_id}")
    consents.noted(session, me, Consent.THANKS, 0, given=bool(given))
    return Went(place("thanks.mine", 0), texts.consent_notice(given=bool(given)))


def team(session: Session, me: Me) -> Team:
    """How many my people received, of those who let me know."""
    rights.demand(session, me, "thanks.give", about=me.employee_id)
    people = employees.reports(session, me.employee_id)
    willing = thanks.consenting(session, [one.id or 0 for one in people])
    allowed = [one for one in people if one.id in willing]
    counts = thanks.counts(session, [one.id or 0 for one in allowed])
    rows = [(one.name, counts.get(one.id or 0, 0)) for one in allowed]
    return Team(rows, len(people) - len(allowed))


def watch(session: Session, me: Me) -> Watch:
    """Of the last half year, among people whom my role reaches."""
    rights.demand(session, me, "thanks.watch")
    first = week_of(me.today) - timedelta(weeks=WEEKS)
    given = thanks.often(session, first, RECIPROCAL)
    both, around = pairs(given), rings(given)
    ids = [n for row in both for n in row[:2]] + [n for ring in around for n in ring]
    people = employees.many(session, ids)
    within = None if me.has(Role.INSPECTORATE) else reach.my_reach(session, me)
    mine = {one for one in people if within is None or people[one].unit_id in within}
    both = [row for row in both if mine.issuperset(row[:2])][:MOST]
    around = [ring for ring in around if mine.issuperset(ring)][:MOST]
    return Watch(
        thanks.count_since(session, first),
        [(people[one].name, people[other].name, many) for one, other, many in both],
        [[people[one].name for one in ring] for ring in around],
    )


def _one(row: Thanks, giver: str, me: Me) -> One:
    day = (row.sent_at or row.given_at).astimezone(me.zone).date()
    return One(row.id or 0, giver, Value(row.value), row.text, day, row.shown)


def _mine(session: Session, me: Me, number: int) -> Thanks:
    row = thanks.get(session, number)
    about = row.receiver_id if row and row.sent_at else None
    rights.demand(session, me, "thanks.receive", about=about)
    assert row is not None
    return row


def still_mine(session: Session, number: int) -> Place | None:
    """Where a letter leads, while there is something to read."""
    row = thanks.get(session, number)
    return place("thanks.one", number) if row and row.sent_at else None
