"""HR: objections that wait in my units, and the reviewer where the hierarchy gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.objections import owing
from bot.actions.objections.drafting import about
from bot.actions.objections.people import Seen, demanded, may_be_named, names, reviewers, sides_of
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.search import Found, find
from bot.actions.search import found as shown
from bot.rules.authority import Role
from bot.screens import Place, Went, place
from bot.texts.objections import answers as texts
from storage import audit, duties, employees, objections
from storage.duties import DutyKind
from storage.objections import Objection

PAGE = 5


@dataclass(frozen=True, slots=True)
class Open:
    """One that waits: whose it is, who decides ("" where nobody is named), until when."""

    objection_id: int
    name: str
    reviewer: str
    until: date


@dataclass(frozen=True, slots=True)
class Watched:
    """A page of those of my units, the most urgent first."""

    items: Sequence[Open]
    page: int
    total: int
    today: date


@dataclass(frozen=True, slots=True)
class Naming:
    objection_id: int
    name: str
    people: Sequence[Found]


def count(session: Session, me: Me) -> int:
    """How many wait in my units."""
    return len(_mine(session, me)) if me.has(Role.HR) else 0


def watched(session: Session, me: Me, page: int = 0) -> Watched:
    """All that wait in my units."""
    rights.demand(session, me, "objections.watch")
    rows = _mine(session, me)
    shown, at, _ = leaf(rows, page, PAGE)
    rights.seen(session, me, "objections.watch", [row.employee_id for row in shown])
    items = [_open(session, me, row) for row in shown]
    return Watched(items, at, len(rows), me.today)


def naming(session: Session, me: Me, objection_id: int, *ids: int) -> Naming:
    """The question for the reviewer's name, or the people found by it."""
    found = _unnamed(session, me, objection_id)
    called = names(session, [found.row.employee_id])
    return Naming(objection_id, called[found.row.employee_id], shown(session, ids))


def find_reviewer(session: Session, me: Me, objection_id: int, text: str) -> Place:
    """Search the whole agency for somebody who may decide it."""
    found = _unnamed(session, me, objection_id)
    ids = [
        one
        for one in find(session, text)
        if one != me.employee_id and may_be_named(session, found.row, found.sides, one)
    ]
    if not ids:
        raise Refused(texts.nobody_fits(), "nobody_found")
    return place("objections.named", objection_id, *ids)


def name(session: Session, me: Me, objection_id: int, person: int) -> Went:
    """Name the reviewer: never a party, never whoever names. Raises ProofWanted."""
    found = _unnamed(session, me, objection_id)
    if person == me.employee_id or not may_be_named(session, found.row, found.sides, person):
        raise Refused(texts.nobody_fits(), "barred")
    demand_proof(session, me)
    before = found.row.named_id
    if not objections.name(session, objection_id, before, person, me.employee_id, me.now):
        raise Refused(texts.over(), "over")
    audit.record(
        session, me.now, me.employee_id, "objections.name", about(objection_id),
        {"person": person},
    )  # fmt: skip
    row = objections.get(session, objection_id)
    assert row is not None
    duties.done(
        session, DutyKind.NAME_REVIEWER, me.now, period_id=row.period_id,
        about_id=row.employee_id, object_id=objection_id,
    )  # fmt: skip
    owing.settle(session, row, me.now)
    return Went(place("objections.card", objection_id), texts.named_notice())


def may_name(session: Session, me: Me, found: Seen) -> bool:
    """Whether there is nobody who decides it today."""
    return found.waits and not reviewers(session, found.row, found.sides, me.today)


def _unnamed(session: Session, me: Me, objection_id: int) -> Seen:
    found = demanded(session, me, "objections.name", objection_id)
    if not may_name(session, me, found):
        raise Refused(texts.named_already(), "hierarchy_decides")
    return found


def _mine(session: Session, me: Me) -> list[Objection]:
    reach = my_reach(session, me)
    rows = objections.open_ones(session)
    people = employees.many(session, [row.employee_id for row in rows])
    return [
        row
        for row in rows
        if row.employee_id != me.employee_id
        and (reach is None or people[row.employee_id].unit_id in reach)
    ]


def _open(session: Session, me: Me, row: Objection) -> Open:
    sides = sides_of(session, row.period_id, row.employee_id)
    free = reviewers(session, row, sides, me.today)
    called = names(session, [row.employee_id, *free])
    assert row.decision_until is not None
    who = called[free[0]] if free else ""
    return Open(row.id or 0, called[row.employee_id], who, row.decision_until)
