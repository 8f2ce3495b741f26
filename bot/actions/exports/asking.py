"""What somebody wants to take and what for; the last look before it is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.exports.access import (
    OF_HR,
    demand_kind,
    demand_taking,
    draft,
    extract_of,
    may_make,
)
from bot.actions.exports.extracting import KINDS
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import allowed, demand
from bot.rules.authority import Role
from bot.rules.publication import RELEASED
from bot.screens import Place, place
from bot.texts import exports as texts
from bot.texts import words
from storage import handouts as stored
from storage import periods
from storage.handouts import Handout

HOME = Place("exports.home")
SHORTEST, LONGEST = 10, 500
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Home:
    """Kinds I may take, with the period or year offered first; `taken` before, newest first.

    `desk`: I came from HR's desk, else from the menu.
    """

    kinds: Sequence[tuple[str, int]]
    taken: Sequence[tuple[str, str, datetime]]
    desk: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An extract whose purpose is asked; `before` is the period or year before it, or 0."""

    kind: str
    which: int
    title: str
    before: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A purpose was given; `may_unmask`: whole NIP are within my rights."""

    handout_id: int
    title: str
    purpose: str
    reason: str
    full: bool
    lines: int
    may_unmask: bool


def doors_open(_: Session, me: Me) -> bool:
    """Whether the menu leads here: for a head; HR comes from its desk."""
    return me.has(Role.HEAD) and not me.has(Role.HR)


def home(session: Session, me: Me) -> Home:
    """Raises Refused."""
    demand(session, me, "exports.make")
    mine = [kind for kind in KINDS if may_make(session, me, kind)]
    kinds = [(kind, _newest(session, me, kind)) for kind in mine]
    taken = [
        (texts.TITLES[one.kind], one.purpose, one.taken_at.astimezone(me.zone))
        for one in stored.newest(session, me.employee_id, SHOWN)
        if one.taken_at
    ]
    return Home(kinds, taken, me.has(Role.HR))


def ask(session: Session, me: Me, kind: str, which: int) -> Asked:
    """What it would be. Raises Refused where there is nothing of that kind."""
    demand_kind(session, me, kind)
    if kind == "results":
        period = periods.get(session, which)
        if period is None or period.state not in RELEASED:
            raise Refused(texts.nothing_published(), "not_published")
        order = [one.id or 0 for one in _released(session)]
        at = order.index(which)
        title = texts.of_quarter(kind, period.year, period.quarter)
        return Asked(kind, which, title, order[at - 1] if at else 0)
    if kind in OF_HR:
        return Asked(kind, 0, texts.KINDS[kind], 0)
    year = which if 2000 <= which <= me.today.year else me.today.year
    return Asked(kind, year, texts.of_year(kind, year), year - 1)


def purpose(session: Session, me: Me, kind: str, which: int, text: str) -> Place:
    """Keep what it is for. Raises Refused for a word too few."""
    at = ask(session, me, kind, which)
    row = Handout(
        kind=kind, which=at.which, purpose=sentence(text), made_by=me.employee_id, made_at=me.now
    )
    return place("exports.ready", stored.add(session, row))


def ready(session: Session, me: Me, handout_id: int) -> Ready:
    """The last look before it is handed out."""
    row = draft(session, me, handout_id)
    demand_taking(session, me, row)
    made = extract_of(session, me, row)
    may = allowed(session, me, "exports.unmask")
    return Ready(handout_id, made.title, row.purpose, row.reason, row.full, len(made.lines), may)


def sentence(text: str) -> str:
    """What was typed as a purpose or a reason. Raises Refused when it says too little or much."""
    said = " ".join(text.split())
    if sum(map(str.isalpha, said)) < SHORTEST:
        raise Refused(texts.say_more(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def _released(session: Session) -> list[periods.Period]:
    """Oldest first."""
    found = [one for one in periods.everything(session) if one.state in RELEASED]
    return sorted(found, key=lambda one: (one.year, one.quarter))


def _newest(session: Session, me: Me, kind: str) -> int:
    if kind == "results":
        found = _released(session)
        return (found[-1].id or 0) if found else 0
    return 0 if kind in OF_HR else me.today.year
