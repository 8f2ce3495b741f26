"""Who looked at what of mine (UU 27/2022 art. 32)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.rules.personal import BY_TEAM, Look
from storage import employees, personal, units

PAGE = 8


@dataclass(frozen=True, slots=True)
class Looked:
    """Newest first: day, name (empty for the evaluation team), what."""

    rows: Sequence[tuple[date, str, Look]]
    total: int
    page: int
    pages: int


def looked(session: Session, me: Me, page: int) -> Looked:
    """Everybody else's looks at my data, a row a day."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    around = sorted(units.above(session, me.unit_id))
    total, rows = personal.looks(session, me.employee_id, around, max(page, 0) * PAGE, PAGE)
    at = nearest(page, total, PAGE)
    if not rows and total:
        total, rows = personal.looks(session, me.employee_id, around, at * PAGE, PAGE)
    people = employees.many(session, [one.viewer_id for one in rows])
    told = []
    for one in rows:
        what, viewer = Look(one.what), people.get(one.viewer_id)
        name = "" if what in BY_TEAM or viewer is None else viewer.name
        told.append((one.day, name, what))
    return Looked(told, total, at, pages_of(total, PAGE))
