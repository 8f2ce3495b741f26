"""Invitations on paper for everybody who has not joined: of a unit, of several, of all of mine."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.buttons import fits
from bot.actions.desk.effects import units_like
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.joining import CODE_BYTES, CODE_LASTS
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.desk import moving as hierarchy
from bot.texts.desk import sheets as texts
from storage import audit, claims, employees, entry_codes, handouts, profile, reachability, units
from storage.handouts import Handout
from storage.reachability import Uninvited

KIND = "invitations"
MOST = 200
"""Cards of one file: 25 sheets, drawn in some seconds."""
PAGE, LAST_PAGE = 4, 999
DRAWN_FOR = timedelta(minutes=10)
AGAIN = 1
"""In place of a moment: whoever has a card gets a new one, too."""


@dataclass(frozen=True, slots=True)
class Units:
    """Units with people who have not joined, by number, name and how many, `chosen` ones first.

    `waiting` are the people of those; `full`: one more would not fit on a button.
    """

    units: Sequence[tuple[int, str, int]]
    chosen: Sequence[int]
    waiting: int
    total: int
    page: int
    pages: int

    @property
    def full(self) -> bool:
        others = (number for number, *_ in self.units if number not in self.chosen)
        return not all(has_room([*self.chosen, one]) for one in others)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The names of `units` (none: all of mine); `never` joined, of whom `invited` hold a code."""

    units: Sequence[int]
    names: Sequence[str]
    never: int
    invited: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Name, unit, code and its end in the unit's zone, of each.

    `left` of `never` wait for the card of this round.

    `since` is when the round began, as a number for the next of its files.
    """

    units: Sequence[int]
    since: int
    office: str
    bot: str
    cards: Sequence[tuple[str, str, str, datetime]]
    at: datetime
    never: int
    left: int


def has_room(chosen: Sequence[int]) -> bool:
    """Whether buttons can carry so many units."""
    return fits(place("desk.sheets", LAST_PAGE, *chosen))


def sheet_units(session: Session, me: Me, page: int, *chosen: int) -> Units:
    demand(session, me, "desk.print")
    every = [
        (one.unit_id, one.name, one.never)
        for one in reachability.by_unit(session, my_reach(session, me))
        if one.never
    ]
    every.sort(key=lambda one: one[0] not in chosen)
    there = [number for number, *_ in every if number in chosen]
    waiting = sum(never for number, _, never in every if number in there)
    shown = leaf(every, page, PAGE)
    total = sum(never for *_, never in every)
    return Units(shown.items, there, waiting, total, shown.page, shown.pages)


def find_unit(session: Session, me: Me, _: int, *rest: int | str) -> Place:
    """Choose a unit by its name, besides those that are. Raises Refused."""
    demand(session, me, "desk.print")
    *chosen, text = rest
    found = units_like(session, str(text), my_reach(session, me))
    if not found:
        raise Refused(hierarchy.no_unit(), "none")
    kept = list(dict.fromkeys([*map(int, chosen), found[0]]))
    if not has_room(kept):
        raise Refused(texts.full(), "full")
    return place("desk.sheets", 0, *kept)


def sheet_unit(session: Session, me: Me, *unit_ids: int) -> Chosen:
    """The last look, at these units or (none) all of mine."""
    among, names = _among(session, me, unit_ids)
    never = reachability.uninvited(session, among, me.employee_id, me.now, None, 0)
    left = reachability.uninvited(session, among, me.employee_id, me.now, me.now - CODE_LASTS, 0)
    return Chosen(unit_ids, names, never.total, never.total - left.total)


def print_sheet(session: Session, me: Me, since: int, *unit_ids: int) -> Went:
    """New codes for the next of these units without a living one; never for me.

    `since`: codes of before that moment count for nothing (0: all count, `AGAIN`: none does).
    Raises Refused when nobody needs one.
    """
    among, _ = _among(session, me, unit_ids)
    begun = int(me.now.timestamp()) if since == AGAIN else since
    chosen = _left(session, me, among, begun).first
    if not chosen:
        raise Refused(texts.nobody(), "nobody")
    employees.lock_all(session, chosen)
    entry_codes.end_of(session, chosen, me.now)
    claims.end_pending_of_many(session, chosen, me.now)
    codes = {one: secrets.token_urlsafe(CODE_BYTES) for one in chosen}
    entry_codes.issue_many(session, codes, me.employee_id, me.now, me.now + CODE_LASTS)
    for one in chosen:
        audit.record(session, me.now, me.employee_id, "joining.invite", f"employee/{one}")
    which = unit_ids[0] if len(unit_ids) == 1 else 0
    row = Handout(
        kind=KIND, which=which, purpose=texts.PURPOSE, state=handouts.TAKEN, ending="pdf",
        lines=len(chosen), made_by=me.employee_id, made_at=me.now, taken_at=me.now,
    )  # fmt: skip
    number = handouts.add(session, row)
    facts = {"kind": KIND, "which": which, "ending": "pdf", "lines": len(chosen), "full": False}
    audit.record(session, me.now, me.employee_id, "exports.take", f"handout/{number}", facts)
    return Went(place("desk.sheet", number, begun, *unit_ids))


def sheet(session: Session, me: Me, handout_id: int, since: int, *unit_ids: int) -> Sheet:
    """The cards that were just made, as far as they live; drawn for some minutes."""
    among, _ = _among(session, me, unit_ids)
    row = handouts.get(session, handout_id)
    if row is None or row.kind != KIND or row.made_by != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    if me.now - row.made_at > DRAWN_FOR:
        raise Refused(words.not_available(), "over")
    codes = entry_codes.issued(session, me.employee_id, row.made_at)
    people = employees.many(session, list(codes))
    names = units.names(session, {one.unit_id for one in people.values()})
    order = sorted(codes, key=lambda one: (names[people[one].unit_id], people[one].search_key))
    zones, until = units.zones(session, names), row.made_at + CODE_LASTS
    ends = {unit: until.astimezone(ZoneInfo(zone)) for unit, zone in zones.items()}
    of = {one: people[one].unit_id for one in order}
    cards = [(people[one].name, names[of[one]], codes[one], ends[of[one]]) for one in order]
    never = reachability.uninvited(session, among, me.employee_id, me.now, None, 0).total
    return Sheet(
        unit_ids, since, units.top(session), profile.username(session) or "", cards,
        row.made_at.astimezone(me.zone), never,
        _left(session, me, among, since).total,
    )  # fmt: skip


def _left(session: Session, me: Me, among: frozenset[int] | None, since: int) -> Uninvited:
    """Those without a living code of this round, and the first of them by unit and name."""
    begun = datetime.fromtimestamp(since, UTC) if since else me.now - CODE_LASTS
    return reachability.uninvited(session, among, me.employee_id, me.now, begun, MOST)


def _among(
    session: Session, me: Me, unit_ids: Sequence[int]
) -> tuple[frozenset[int] | None, Sequence[str]]:
    """These units or all of mine, and the names of those that were named. Raises Refused."""
    demand(session, me, "desk.print")
    reach = my_reach(session, me)
    if not unit_ids:
        return reach, ()
    names = units.names(session, unit_ids)
    if set(unit_ids) - names.keys() or (reach is not None and not reach.issuperset(unit_ids)):
        raise Refused(words.not_available(), "foreign_unit")
    return frozenset(unit_ids), [names[one] for one in unit_ids]
