"""HR finds colleagues for somebody who is short of them: by wider lots, or by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.peers.circles import known_of
from bot.actions.peers.drawing import ticket
from bot.actions.peers.fields import Field, around
from bot.actions.peers.shortages import open_one
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.peers import Stand, stand
from bot.rules.schemes import PeerRules
from bot.screens import Place, Went, place
from bot.texts import desk, words
from bot.texts.peers import shortages as texts
from storage import audit, duties, employees, units, workplaces
from storage.duties import DutyKind
from storage.peers import Side, draws, shortages
from storage.periods import Period

BY_HAND = "hand"
LOOKED_AT = 1_000
"""Of a larger unit so many are looked at, by the seed: nobody's tap waits for a whole ministry."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Somebody about to be asked; `near`: of the same team or unit. Only who is free may be."""

    period_id: int
    employee_id: int
    name: str
    rater: Found
    near: bool
    stand: Stand


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom HR wants to name a colleague for, and whom a search has found."""

    period_id: int
    employee_id: int
    name: str
    people: Sequence[Found]


def widen(session: Session, me: Me, period_id: int, employee_id: int) -> Went:
    """Draw who is missing from the unit above, or higher where that is not enough.

    HR does not learn who was drawn. Refused when the whole agency has too few.
    """
    period = open_one(session, me, period_id, employee_id)
    rules = schemes.of_period(session, period).peers
    asked = shortages.of_person(session, period_id, employee_id).asked
    if asked >= rules.fewest:
        raise Refused(texts.enough(), "enough")
    known = draws.of_period(session, period_id)
    assert known is not None
    missing = rules.fewest - asked
    exact, seed = (
        replace(rules, fewest=missing, most=missing),
        f"{known.seed}/{employee_id}/{asked}",
    )
    for field in _wider(session, me, period, rules, employee_id, seed):
        made = field.draw([employee_id], exact, seed, _conflicts(session, period_id, employee_id))
        if made.drawn:
            for one in made.drawn:
                _ask(session, me, period_id, employee_id, one.rater, one.way)
            facts = {"period": period_id, "seed": seed, "tickets": len(made.drawn)}
            about = f"employee/{employee_id}"
            audit.record(session, me.now, me.employee_id, "peers.widen", about, facts)
            return Went(place("peers.shortage", period_id, employee_id), texts.widened(missing))
    raise Refused(texts.nobody_left(), "nobody_left")


def naming(session: Session, me: Me, period_id: int, employee_id: int, *ids: int) -> Naming:
    """The question for a colleague's name, with those whom the last search has found."""
    open_one(session, me, period_id, employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    return Naming(period_id, employee_id, person.name, found(session, ids))


def search_colleague(
    session: Session, me: Me, period_id: int, employee_id: int, text: str
) -> Place:
    """Look for a colleague by name in the whole agency."""
    open_one(session, me, period_id, employee_id)
    ids = [one for one in find(session, text) if one not in (employee_id, me.employee_id)]
    if not ids:
        raise Refused(desk.nobody_found(), "nobody_found")
    return place("peers.naming", period_id, employee_id, *ids)


def adding(session: Session, me: Me, period_id: int, employee_id: int, rater_id: int) -> Adding:
    """The second look before somebody is asked by hand: what forbids it, or what to think of."""
    period = open_one(session, me, period_id, employee_id)
    person, rater = employees.get(session, employee_id), employees.get(session, rater_id)
    assert person is not None
    if rater is None or rater.left_on is not None or rater_id in (employee_id, me.employee_id):
        raise Refused(words.not_available(), "no_such_colleague")
    near = rater.unit_id == person.unit_id or rater.superior_id == person.superior_id
    return Adding(
        period_id, employee_id, person.name, found(session, [rater_id])[0], near,
        _stand(session, me, period, employee_id, rater_id),
    )  # fmt: skip


def add(session: Session, me: Me, period_id: int, employee_id: int, rater_id: int) -> Went:
    """Ask this colleague; Refused where anything forbids it."""
    look = adding(session, me, period_id, employee_id, rater_id)
    if look.stand is not Stand.FREE:
        raise Refused(texts.against(look.stand), look.stand.value)
    _ask(session, me, period_id, employee_id, rater_id, BY_HAND)
    facts = {"period": period_id, "rater": rater_id}
    about = f"employee/{employee_id}"
    audit.record(session, me.now, me.employee_id, "peers.add", about, facts)
    return Went(place("peers.shortage", period_id, employee_id), texts.added())


def _ask(session: Session, me: Me, period_id: int, about: int, rater: int, way: str) -> None:
    today = agency_days(session, me.now).last
    draws.add_many(session, [ticket(period_id, Side.PEER, about, rater, way, today)])
    duties.owe_again(session, DutyKind.PEERS, period_id, [rater])


def _wider(
    session: Session, me: Me, period: Period, rules: PeerRules, employee_id: int, seed: str
) -> Iterator[Field]:
    """The unit above with all below it, then that above it, the whole agency last."""

    def field(where: frozenset[int]) -> Field:
        own = workplaces.posts_where(session, numbers=[employee_id])
        some = employees.some_of(session, where, LOOKED_AT, crc32(seed.encode()))
        return around(session, period, me.now, rules, own, some).widened(where)

    person = employees.get(session, employee_id)
    assert person is not None
    parents = {one.id: one.parent_id for one in units.everything(session) if one.id is not None}
    at, passed = parents.get(person.unit_id), {person.unit_id}
    while at is not None and at not in passed:
        passed.add(at)
        yield field(units.below(session, at))
        at = parents.get(at)
    yield field(frozenset(parents))


def _conflicts(session: Session, period_id: int, employee_id: int) -> list[tuple[int, int]]:
    """Declared ones, and whoever was asked already."""
    before = draws.about(session, period_id, [employee_id])
    asked = [(one.about_id, one.rater_id) for one in before]
    return [*draws.conflicts(session, [employee_id]), *asked]


def _stand(session: Session, me: Me, period: Period, employee_id: int, rater_id: int) -> Stand:
    rules = schemes.of_period(session, period).peers
    people = workplaces.posts_where(session, numbers=[employee_id, rater_id])
    field = around(session, period, me.now, rules, people)
    known = known_of(session, period, field, [employee_id])[employee_id]
    those = field.coworkers(draws.conflicts(session, [employee_id]))
    return stand(those, employee_id, rater_id, known)
