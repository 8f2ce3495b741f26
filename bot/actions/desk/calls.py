"""The call list: who cannot be reached, why, and how to call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.desk.counts import desk
from bot.actions.desk.lists import PAGE
from bot.actions.desk.standing import Standing, standing
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.search import Found, found
from bot.screens import Went, place
from bot.texts import desk as texts
from bot.texts import words
from storage import audit, employees, outbox, reachability

UNDELIVERED = "undelivered"


@dataclass(frozen=True, slots=True)
class Calls:
    """One page of one cause, of a `unit` alone or (0) of all mine; `items` pair people with
    their numbers.
    """

    why: str
    page: int
    total: int
    items: Sequence[tuple[Found, str]]
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Hanging:
    """Letters of which nobody knows that they arrived; `state` and `fault` of the newest."""

    letters: int
    since: datetime
    state: str
    fault: str


@dataclass(frozen=True, slots=True)
class Call:
    """One person to be called; `why` is the list this came from."""

    why: str
    who: Found
    phone: str
    standing: Standing
    hanging: Hanging | None


def calls(session: Session, me: Me, why: str, page: int, unit: int = 0) -> Calls:
    """People of my units who never joined, have blocked the bot, or have letters hanging."""
    counts = desk(session, me)
    reach, at = my_reach(session, me), max(0, page)
    if unit:
        if reach is not None and unit not in reach:
            raise Refused(words.not_available(), "foreign_unit")
        of_unit = reachability.adoption(session, frozenset({unit}))
        total = of_unit.never + of_unit.blocked
        ids = list(
            reachability.page(session, frozenset({unit}), reachability.OUT, PAGE, at * PAGE)
        )
        why = reachability.OUT
    elif why == UNDELIVERED:
        total = counts.undelivered
        hanging = outbox.unconfirmed(session, unit_ids=reach, limit=PAGE, offset=at * PAGE)
        ids = [one.employee_id for one in hanging]
    else:
        total = counts.blocked if why == reachability.BLOCKED else counts.never
        ids = list(reachability.page(session, reach, why, PAGE, at * PAGE))
    people = employees.many(session, ids)
    items = [(one, people[one.employee_id].phone or "") for one in found(session, ids)]
    return Calls(why, at, total, items, unit)


def call(session: Session, me: Me, why: str, employee_id: int) -> Call:
    """Why this person cannot be reached, and since when."""
    demand(session, me, "desk.call", about=employee_id)
    row = employees.get(session, employee_id)
    assert row is not None
    who = found(session, [employee_id])[0]
    stands = standing(session, employee_id, me.now)
    hanging = outbox.unconfirmed(session, employee_id=employee_id)
    letters = [Hanging(one.letters, _here(me, one.since), one.state, one.fault) for one in hanging]
    local = _here(me, stands.since) if stands.since else None
    return Call(
        why, who, row.phone or "", Standing(stands.state, local, stands.fault),
        letters[0] if letters else None,
    )  # fmt: skip


def called(session: Session, me: Me, employee_id: int, seen: int = 0) -> Went:
    """HR has told this person by other means what the letters said; they leave the list.

    Raises Refused when there are none, or others than the `seen` ones (0: any).
    """
    demand(session, me, "desk.called", about=employee_id)
    letters = outbox.called(session, employee_id, me.now)
    if not letters:
        raise Refused(texts.nothing_hangs(), "nothing_hangs")
    if seen not in (0, letters):
        raise Refused(words.changed_since(), "changed")
    audit.record(
        session, me.now, me.employee_id, "desk.called", f"employee/{employee_id}",
        {"letters": letters},
    )  # fmt: skip
    return Went(place("desk.calls", UNDELIVERED, 0), texts.called(letters))


def _here(me: Me, moment: datetime) -> datetime:
    return moment.astimezone(me.zone)
