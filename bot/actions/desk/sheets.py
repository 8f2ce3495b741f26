"""Invitations on paper for everybody of a unit who has not joined."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.joining import CODE_BYTES, CODE_LASTS
from bot.screens import Went, place
from bot.texts import words
from bot.texts.desk import sheets as texts
from storage import audit, claims, employees, entry_codes, handouts, profile, reachability, units
from storage.handouts import Handout

KIND = "invitations"
MOST = 200
PAGE = 5
DRAWN_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Units:
    """Units with people who have not joined, by number, name and how many."""

    units: Sequence[tuple[int, str, int]]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Unit:
    """`never` joined, of whom `invited` hold a living code."""

    unit_id: int
    name: str
    never: int
    invited: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Name, unit and code of each; `left` in the unit have no living code yet."""

    unit_id: int
    office: str
    bot: str
    cards: Sequence[tuple[str, str, str]]
    until: datetime
    at: datetime
    left: int


def sheet_units(session: Session, me: Me, page: int) -> Units:
    demand(session, me, "desk.print")
    every = [
        (one.unit_id, one.name, one.never)
        for one in reachability.by_unit(session, my_reach(session, me))
        if one.never
    ]
    shown = leaf(every, page, PAGE)
    return Units(shown.items, sum(n for *_, n in every), shown.page, shown.pages)


def sheet_unit(session: Session, me: Me, unit_id: int) -> Unit:
    name = _unit(session, me, unit_id)
    never = _never(session, me, unit_id)
    invited = entry_codes.living_of(session, never, me.now)
    return Unit(unit_id, name, len(never), len(invited))


def print_sheet(session: Session, me: Me, unit_id: int, again: int) -> Went:
    """New codes for those of the unit without a living one, or `again` for all; never for me.

    Raises Refused when nobody needs one.
    """
    _unit(session, me, unit_id)
    never = _never(session, me, unit_id)
    if not again:
        there = entry_codes.living_of(session, never, me.now)
        never = [one for one in never if one not in there]
    chosen = never[:MOST]
    if not chosen:
        raise Refused(texts.nobody(), "nobody")
    employees.lock_all(session, chosen)
    entry_codes.end_of(session, chosen, me.now)
    claims.end_pending_of_many(session, chosen, me.now)
    codes = {one: secrets.token_urlsafe(CODE_BYTES) for one in chosen}
    entry_codes.issue_many(session, codes, me.employee_id, me.now, me.now + CODE_LASTS)
    for one in chosen:
        audit.record(session, me.now, me.employee_id, "joining.invite", f"employee/{one}")
    row = Handout(
        kind=KIND, which=unit_id, purpose=texts.PURPOSE, state=handouts.TAKEN, ending="pdf",
        lines=len(chosen), made_by=me.employee_id, made_at=me.now, taken_at=me.now,
    )  # fmt: skip
    number = handouts.add(session, row)
    facts = {"kind": KIND, "which": unit_id, "ending": "pdf", "lines": len(chosen), "full": False}
    audit.record(session, me.now, me.employee_id, "exports.take", f"handout/{number}", facts)
    return Went(place("desk.sheet", number))


def sheet(session: Session, me: Me, handout_id: int) -> Sheet:
    """The cards that were just made, as far as they live; drawn for some minutes."""
    demand(session, me, "desk.print")
    row = handouts.get(session, handout_id)
    if row is None or row.kind != KIND or row.made_by != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    if me.now - row.made_at > DRAWN_FOR:
        raise Refused(words.not_available(), "over")
    codes = entry_codes.issued(session, me.employee_id, row.made_at)
    people = employees.many(session, list(codes))
    names = units.names(session, {one.unit_id for one in people.values()})
    cards = [
        (people[one].name, names[people[one].unit_id], codes[one])
        for one in sorted(codes, key=lambda one: people[one].search_key)
    ]
    never = _never(session, me, row.which)
    left = len(never) - len(entry_codes.living_of(session, never, me.now))
    return Sheet(
        row.which, units.top(session), profile.username(session) or "", cards,
        (row.made_at + CODE_LASTS).astimezone(me.zone), row.made_at.astimezone(me.zone), left,
    )  # fmt: skip


def _unit(session: Session, me: Me, unit_id: int) -> str:
    demand(session, me, "desk.print")
    reach, unit = my_reach(session, me), units.get(session, unit_id)
    if unit is None or (reach is not None and unit_id not in reach):
        raise Refused(words.not_available(), "foreign_unit")
    return unit.name


def _never(session: Session, me: Me, unit_id: int) -> list[int]:
    """By name, without me."""
    found = reachability.page(session, frozenset({unit_id}), reachability.NEVER, 10_000, 0)
    return [one for one in found if one != me.employee_id]
