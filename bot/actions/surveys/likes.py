"""Services of a kind side by side: like is compared with like alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.surveys.scope import Scope, scope
from bot.rules.surveys.collecting import ServiceKind
from bot.rules.surveys.credibility import Leaned, leaned
from bot.rules.surveys.tallies import Tally, together
from bot.texts import words
from storage import units
from storage.surveys import named, tallies

PAGE = 6


@dataclass(frozen=True, slots=True)
class Like:
    """One service among those of its kind; `mine` where it is of the unit looked at.

    `few`: it has fewer answers than count, and stands outside the order.
    """

    name: str
    unit: str
    leaned: Leaned
    mine: bool
    few: bool


@dataclass(frozen=True, slots=True)
class Likes:
    scope: Scope
    kind: ServiceKind
    items: Sequence[Like]
    page: int
    pages: int


def likes(session: Session, me: Me, unit_id: int, when: int, kind: str, page: int = 0) -> Likes:
    """Services of one kind in the whole agency, in the order of what is sure of each.

    Never services of different kinds; those with too few answers stand behind, without a place.
    """
    at = scope(session, me, unit_id, when)
    if kind not in set(ServiceKind):
        raise Refused(words.not_available(), "no_kind")
    rules = at.scheme.surveys
    span = [(at.quarter.first_day, at.quarter.last_day)]
    summed = tallies.of_services(session, span, loose=rules.loose_count, kind=kind)
    own: dict[int, list[Tally]] = defaultdict(list)
    for one in summed:
        own[one.service_id].append(one.tally)
    found = leaned({key: together(parts) for key, parts in own.items()}, rules.weight)
    there = named.many(session, found)
    where = units.names(session, {one.unit_id for one in there.values()})
    items = [
        Like(
            there[key].name, where.get(there[key].unit_id, ""), one,
            there[key].unit_id in at.below, one.count < rules.fewest,
        )
        for key, one in found.items()
    ]  # fmt: skip
    items.sort(key=lambda one: (one.few, -one.leaned.sure, one.name))
    shown = leaf(items, page, PAGE)
    return Likes(at, ServiceKind(kind), shown.items, shown.page, shown.pages)


def kinds(session: Session, me: Me, unit_id: int, when: int) -> tuple[Scope, Mapping[str, int]]:
    """The kinds of the unit's open services, with how many of each it gives."""
    at = scope(session, me, unit_id, when)
    found: dict[str, int] = defaultdict(int)
    for one in named.of_units(session, at.below).values():
        found[one.kind] += one.is_open
    return at, {kind.value: found[kind] for kind in ServiceKind if found[kind]}
