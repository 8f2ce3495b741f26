"""Connecting groups and channels to the units they serve, and ending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.groups.coming import KEEPERS, RIGHT, board, redirect
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.screens import Went, place
from bot.texts import groups as texts
from bot.texts import words
from storage import audit, groups, outbox, units
from storage.groups import Serving, UnitGroup
from storage.outbox import Kind

GREETING = "groups.greeting"
PAGE = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of groups: number, title, name of the unit each serves ("" for none yet).

    `desk`: I came from HR's desk.
    """

    items: Sequence[tuple[int, str, str]]
    page: int
    pages: int
    desk: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One group; `unit_id` 0: it serves none yet. `since`: connected on that day."""

    id: int
    title: str
    unit_id: int
    unit: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A page of units within my reach: number and name, my own first."""

    group: Group
    units: Sequence[tuple[int, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Check:
    """The last look: the unit chosen, and the group that serves it now (0: none)."""

    group: Group
    unit_id: int
    unit: str
    before: int
    before_title: str


def listed(session: Session, me: Me, page: int) -> Listed:
    """Groups whose unit is within my reach, and those that I put the bot into."""
    mine = _demanded(session, me)
    every = [(row, name) for row, name in groups.everything(session) if _visible(me, mine, row)]
    shown = leaf(every, page, PAGE)
    return Listed(
        [(row.id or 0, row.title, name) for row, name in shown.items], shown.page, shown.pages,
        me.has(Role.HR),
    )  # fmt: skip


def one(session: Session, me: Me, group_id: int) -> Group:
    """One of them. Raises Refused."""
    return _one(session, me, group_id, _demanded(session, me))


def choice(session: Session, me: Me, group_id: int, page: int) -> Choice:
    """Which unit shall it serve?"""
    mine = _demanded(session, me)
    group = _one(session, me, group_id, mine)
    found = [row for row in units.everything(session) if mine is None or row.id in mine]
    found.sort(key=lambda row: (row.id != me.unit_id, row.name))
    shown = leaf(found, page, PAGE)
    return Choice(group, [(row.id or 0, row.name) for row in shown.items], shown.page, shown.pages)


def check(session: Session, me: Me, group_id: int, unit_id: int) -> Check:
    """The last look. Raises Refused for what is out of my reach."""
    mine = _demanded(session, me)
    group, unit = _one(session, me, group_id, mine), units.get(session, unit_id)
    if unit is None or (mine is not None and unit_id not in mine):
        raise Refused(words.not_available(), "foreign_unit")
    now = groups.of_unit(session, unit_id)
    if now is None or now.id == group_id:
        return Check(group, unit_id, unit.name, 0, "")
    return Check(group, unit_id, unit.name, now.id or 0, now.title)


def connect(
    session: Session, me: Me, group_id: int, unit_id: int, before: int, served: int
) -> Went:
    """Let the group, that `served` a unit (0: none), serve this one in place of `before`."""
    groups.lock(session, group_id, unit_id)
    at, here = check(session, me, group_id, unit_id), place("groups.one", group_id)
    if at.group.unit_id == unit_id:
        return Went(here, texts.connected_already())
    if (at.before, at.group.unit_id) != (before, served):
        return Went(place("groups.check", group_id, unit_id), words.changed_since())
    groups.connect(session, group_id, unit_id, me.employee_id, me.now)
    row = groups.get(session, group_id)
    assert row is not None
    if served:
        redirect(session, row.chat_id, served)
    if before:
        _replaced(session, me, before, unit_id)
    outbox.put(
        session, f"{GREETING}/{group_id}/{me.now.isoformat()}", Kind.REMINDER, GREETING, me.now,
        chat_id=row.chat_id, facts={"group": group_id, "unit": unit_id},
    )  # fmt: skip
    facts = {"unit": unit_id, "served": served, "instead_of": before}
    audit.record(session, me.now, me.employee_id, "groups.connect", f"group/{group_id}", facts)
    return Went(here, texts.connected())


def _replaced(session: Session, me: Me, group_id: int, unit_id: int) -> None:
    """Another group has taken its place: what waits for it goes there."""
    row = groups.get(session, group_id)
    assert row is not None
    redirect(session, row.chat_id, unit_id)
    _record_end(session, me, group_id, unit_id)


def _record_end(session: Session, me: Me, group_id: int, unit_id: int) -> None:
    facts = {"unit": unit_id}
    audit.record(session, me.now, me.employee_id, "groups.disconnect", f"group/{group_id}", facts)


def disconnect(session: Session, me: Me, group_id: int, unit_id: int) -> Went:
    """Let the group serve that unit no longer; what waits for it goes where the others go."""
    groups.lock(session, group_id, unit_id)
    group, here = one(session, me, group_id), place("groups.list", 0)
    row = groups.get(session, group_id)
    assert row is not None
    if group.unit_id != unit_id or not groups.disconnect(session, group_id, unit_id):
        return Went(here, words.changed_since())
    redirect(session, row.chat_id, unit_id)
    _record_end(session, me, group_id, unit_id)
    return Went(here, texts.disconnected())


def _demanded(session: Session, me: Me) -> frozenset[int] | None:
    rights.demand(session, me, RIGHT)
    return reach(session, me, KEEPERS)


def _visible(me: Me, mine: frozenset[int] | None, row: UnitGroup) -> bool:
    if row.unit_id is None:
        return mine is None or row.added_by == me.employee_id
    return mine is None or row.unit_id in mine


def _one(session: Session, me: Me, group_id: int, mine: frozenset[int] | None) -> Group:
    row = groups.get(session, group_id)
    if row is None or not _visible(me, mine, row):
        raise Refused(words.not_available(), "foreign_group")
    unit = units.get(session, row.unit_id) if row.unit_id else None
    since = row.connected_at.astimezone(me.zone).date() if row.connected_at else None
    return Group(group_id, row.title, row.unit_id or 0, unit.name if unit else "", since)


def greeted(session: Session, group_id: int, unit_id: int) -> str:
    """The unit, while the group still serves it; "" if not."""
    row, unit = groups.get(session, group_id), units.get(session, unit_id)
    return unit.name if unit and row and row.unit_id == unit_id else ""


def unit_and_next(session: Session, unit_id: int) -> tuple[str, Serving | None]:
    """The name of a unit, and where its posts go now."""
    unit = units.get(session, unit_id)
    return (unit.name if unit else ""), board(session, unit_id)
