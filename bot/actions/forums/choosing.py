"""Whom to invite: my unit, units below, chosen units, a role, everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.forums import Audience
from bot.screens import Place, place
from bot.texts import forums as texts
from storage import forums, units
from storage.forums import Forum

PAGE = 4
LIKE, SURE = 60, 85


@dataclass(frozen=True, slots=True)
class Choosing:
    """A page of units with a mark on those chosen."""

    id: int
    page: int
    pages: int
    lines: Sequence[tuple[int, str, bool]]
    chosen: int


def choose_audience(session: Session, me: Me, forum_id: int, audience: str) -> Place:
    """Take a whole audience, or go on to choose its units or its role."""
    access.hosted(session, me, "forums.draft", forum_id)
    wanted = Audience(audience)
    mine = str(me.unit_id) if wanted in (Audience.UNIT, Audience.BELOW) else ""
    _save(session, forum_id, {"audience": wanted.value, "units": mine, "role": None})
    if wanted is Audience.UNITS:
        return place("forums.units", forum_id, 0)
    if wanted is Audience.ROLE:
        return place("forums.role", forum_id)
    return place("forums.draft", forum_id)


def choose_role(session: Session, me: Me, forum_id: int, role: str) -> Place:
    """Invite everybody who holds this role, or leads people (`atasan`)."""
    access.hosted(session, me, "forums.draft", forum_id)
    _save(session, forum_id, {"audience": Audience.ROLE.value, "units": "", "role": role})
    return place("forums.draft", forum_id)


def role(session: Session, me: Me, forum_id: int) -> int:
    """The choice of a role: nothing but the draft's number is shown."""
    access.hosted(session, me, "forums.draft", forum_id)
    return forum_id


def choose(session: Session, me: Me, forum_id: int, page: int = 0) -> Choosing:
    """A page of all units, mine first."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    everything = sorted(units.everything(session), key=lambda u: (u.id != me.unit_id, u.name))
    shown, at, pages = leaf(everything, page, PAGE)
    chosen = _chosen(draft)
    lines = [(u.id or 0, u.name, u.id in chosen) for u in shown]
    return Choosing(forum_id, at, pages, lines, len(chosen))


def toggle(session: Session, me: Me, forum_id: int, unit_id: int, page: int) -> Place:
    """Choose a unit, or leave it out again."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    _mark(session, draft, _chosen(draft) ^ {unit_id})
    return place("forums.units", forum_id, page)


def say_unit(session: Session, me: Me, forum_id: int, page: int, text: str) -> Place:
    """Choose a unit by typing its name, or nearly so. Raises Refused with the nearest names."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    names = {unit.id: unit.name for unit in units.everything(session) if unit.id}
    found = process.extract(
        text,
        names,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=LIKE,
        limit=3,
    )
    if not found:
        raise Refused(texts.unknown_unit(), "unknown_unit")
    sure = [unit_id for _, score, unit_id in found if score >= SURE]
    if len(sure) != 1 and found[0][1] < 100:
        raise Refused(texts.which_unit([name for name, *_ in found]), "which_unit")
    _mark(session, draft, _chosen(draft) | {found[0][2]})
    return place("forums.units", forum_id, page)


def _mark(session: Session, draft: Forum, chosen: frozenset[int]) -> None:
    written = ",".join(map(str, sorted(chosen)))
    _save(
        session, draft.id or 0, {"audience": Audience.UNITS.value, "units": written, "role": None}
    )


def _chosen(draft: Forum) -> frozenset[int]:
    if draft.audience != Audience.UNITS:
        return frozenset()
    return frozenset(int(unit) for unit in draft.units.split(",") if unit)


def _save(session: Session, forum_id: int, values: dict[str, object]) -> None:
    forums.change(session, forum_id, forums.DRAFT, values)
