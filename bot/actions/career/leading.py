"""The people I lead: the next step of each, and where they stand in the nine boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.career.known import known_of
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.rules.career import Promotion, promotion
from storage import employees

PAGE = 5


@dataclass(frozen=True, slots=True)
class TeamOf:
    """A page of those I lead by name, with each one's next step."""

    rows: Sequence[tuple[int, str, Promotion]]
    people: int
    ready: int
    page: int
    pages: int


def team(session: Session, me: Me, page: int = 0) -> TeamOf:
    """Everybody who answers to me, those whose conditions are met first."""
    rights.demand(session, me, "career.team", about=me.employee_id)
    people = employees.reports(session, me.employee_id)
    known = known_of(session, people, me.today)
    rows = [(one.id or 0, one.name, promotion(*known[one.id or 0], me.today)) for one in people]
    rows.sort(key=lambda row: not row[2].ready)
    shown, at, pages = leaf(rows, page, PAGE)
    rights.seen(session, me, "career.team", [row[0] for row in shown])
    ready = sum(row[2].ready for row in rows)
    return TeamOf(shown, len(rows), ready, at, pages)
