"""Units and who heads them: one head a unit, appointed by HR, never oneself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.desk.effects import units_like
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.roster.roles import guardians, tell
from bot.actions.search import Found, find, found
from bot.rules.authority import Role
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.desk import answers, cards
from bot.texts.desk import heads as texts
from storage import agreement, audit, claims, employees, grants, units
from storage import roster as stored
from storage.roster import Held

PAGE = 5


@dataclass(frozen=True, slots=True)
class Units:
    """A page of units within my reach: number, name, head ("" for none)."""

    units: Sequence[tuple[int, str, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Unit:
    """`head_id` 0: nobody heads it by a role of its own."""

    unit_id: int
    name: str
    above: str
    head_id: int
    head: str
    people: int
    below: int


@dataclass(frozen=True, slots=True)
class Heading:
    """Whom to choose from for a unit, or (one) who was chosen."""

    unit: Unit
    people: Sequence[Found]


def list_units(session: Session, me: Me, page: int) -> Units:
    demand(session, me, "desk.units")
    reach = my_reach(session, me)
    every = [one for one in units.everything(session) if reach is None or one.id in reach]
    shown = leaf(sorted(every, key=lambda one: one.name), page, PAGE)
    heads = _heads(session, me)
    rows = [(one.id or 0, one.name, heads.get(one.id or 0, (0, ""))[1]) for one in shown.items]
    return Units(rows, shown.page, shown.pages)


def find_unit(session: Session, me: Me, text: str) -> Place:
    """The unit whose name is likest to what was typed. Raises Refused."""
    demand(session, me, "desk.units")
    ids = units_like(session, text, my_reach(session, me))
    if not ids:
        raise Refused(texts.no_unit(), "no_unit")
    return place("desk.unit", ids[0])


def unit(session: Session, me: Me, unit_id: int) -> Unit:
    """One unit of mine. Raises Refused."""
    demand(session, me, "desk.units")
    return _unit(session, me, unit_id)


def _unit(session: Session, me: Me, unit_id: int) -> Unit:
    reach, row = my_reach(session, me), units.get(session, unit_id)
    if row is None or (reach is not None and unit_id not in reach):
        raise Refused(words.not_available(), "foreign_unit")
    above = units.get(session, row.parent_id) if row.parent_id else None
    head_id, head = _heads(session, me).get(unit_id, (0, ""))
    below = units.below(session, unit_id)
    people = len(employees.in_units(session, frozenset({unit_id})))
    return Unit(
        unit_id, row.name, above.name if above else "", head_id, head, people, len(below) - 1
    )


def find_head(session: Session, me: Me, unit_id: int, text: str) -> Place:
    """Search the agency, without me. Raises Refused."""
    unit(session, me, unit_id)
    those = find(session, text)
    if those == [me.employee_id]:
        raise Refused(cards.yourself(), "oneself")
    ids = [one for one in those if one != me.employee_id]
    if not ids:
        raise Refused(answers.nobody_found(), "nobody_found")
    return place("desk.heads", unit_id, *ids)


def heads_found(session: Session, me: Me, unit_id: int, *ids: int) -> Heading:
    return Heading(unit(session, me, unit_id), found(session, ids))


def head_check(session: Session, me: Me, unit_id: int, employee_id: int) -> Heading:
    """The last look. Raises Refused for myself and for who has left."""
    demand(session, me, "desk.head", about=employee_id)
    at = _unit(session, me, unit_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(answers.nobody_found(), "left")
    return Heading(at, found(session, [employee_id]))


def appoint(session: Session, me: Me, unit_id: int, employee_id: int, before: int) -> Went:
    """Let this person head the unit from today on in place of `before`; ProofWanted."""
    at = head_check(session, me, unit_id, employee_id).unit
    if at.head_id != before:
        return Went(place("desk.unit", unit_id), words.changed_since())
    if before == employee_id:
        raise Refused(texts.heads_already(), "same")
    if before == me.employee_id:
        raise Refused(words.not_available(), "oneself")
    demand_proof(session, me)
    today = me.today
    ended = [
        Held(one.id or 0, one.employee_id, one.role, one.unit_id, one.since)
        for one in grants.holders(session, Role.HEAD, today)
        if one.unit_id == unit_id
    ]
    touched = sorted({employee_id, *(one.employee_id for one in ended)})
    employees.lock_all(session, touched)
    stored.end_roles(session, ended, today)
    stored.grant_roles(session, [(employee_id, Role.HEAD.value, unit_id)], today)
    claims.renew(session, touched)
    for who in touched:
        standing = agreement.standings(session.connection(), today, who)[who]
        facts = standing._asdict()
        audit.record(session, me.now, me.employee_id, "roster.stand", f"employee/{who}", facts)
    facts = {"unit": unit_id, "before": before, "after": employee_id}
    audit.record(session, me.now, me.employee_id, "desk.head", f"unit/{unit_id}", facts)
    watching = [one for one in guardians(session, today) if one != me.employee_id]
    tell(session, watching, len(touched), me.now, me.employee_id)
    return Went(place("desk.unit", unit_id), texts.appointed())


def _heads(session: Session, me: Me) -> dict[int, tuple[int, str]]:
    """Who heads which unit, by a role for that very unit."""
    held = [one for one in grants.holders(session, Role.HEAD, me.today) if one.unit_id]
    people = employees.many(session, [one.employee_id for one in held])
    return {
        one.unit_id: (one.employee_id, people[one.employee_id].name)
        for one in held
        if one.unit_id and people[one.employee_id].left_on is None
    }
