"""Comments and improvement points, as those read them who may improve something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.surveys.improving import reached, readable
from bot.actions.surveys.reading import lowest
from bot.actions.surveys.scope import Scope, scheme_of
from bot.rules.quarters import Quarter
from bot.texts import words
from storage import employees, units
from storage.surveys import comments, points
from storage.surveys.points import SurveyPoint
from storage.surveys.tables import SurveyComment

PAGE, LOWEST = 4, 3


@dataclass(frozen=True, slots=True)
class Point:
    """One that is owed, done or called off. `mine`: I owe it; `leads`: I may call it off."""

    number: int
    unit_id: int
    unit: str
    element: str
    comment: str
    what: str
    changed: str
    owner: str
    due: date
    made_by: str
    done_on: date | None
    cancelled_on: date | None
    mine: bool
    leads: bool
    today: date


@dataclass(frozen=True, slots=True)
class Points:
    """Those of a unit and all under it. `low`: the elements a new one may be about."""

    unit_id: int
    unit: str
    items: Sequence[Point]
    low: Sequence[str]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Comments:
    unit_id: int
    unit: str
    items: Sequence[SurveyComment]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What a citizen wrote; `point`: the number of what came of it, 0 for nothing yet."""

    answer_id: int
    unit_id: int
    unit: str
    text: str
    cleared_on: date | None
    point: int


def read_comments(session: Session, me: Me, unit_id: int, page: int = 0) -> Comments:
    """What the desk has looked at, newest first."""
    name, below = _unit(session, me, unit_id)
    total = comments.count_cleared(session, below)
    at = nearest(page, total, PAGE)
    rows = comments.cleared(session, below, at * PAGE, PAGE)
    return Comments(unit_id, name, rows, at, pages_of(total, PAGE))


def comment(session: Session, me: Me, answer_id: int) -> Comment:
    """One that may be read. Raises Refused."""
    rights.demand(session, me, "surveys.read")
    row = comments.get(session, answer_id)
    if row is None or not readable(row) or not reached(session, me, row.unit_id):
        raise Refused(words.not_available(), "foreign_comment")
    came = points.of_answer(session, answer_id)
    unit = units.get(session, row.unit_id)
    name = unit.name if unit else ""
    return Comment(
        answer_id, row.unit_id, name, row.text, row.cleared_on, (came.id or 0) if came else 0
    )


def of_unit(session: Session, me: Me, unit_id: int, page: int = 0) -> Points:
    """What shall change in a unit and what was changed."""
    name, below = _unit(session, me, unit_id)
    total = points.count_of(session, below)
    at = nearest(page, total, PAGE)
    rows = points.of_units(session, below, at * PAGE, PAGE)
    quarter = Quarter.of(me.today)
    scheme = scheme_of(session, quarter, me.today)
    low = lowest(session, Scope(unit_id, name, below, quarter, scheme, me.today), LOWEST)
    return Points(unit_id, name, told_of(session, me, rows), low, at, pages_of(total, PAGE))


def point(session: Session, me: Me, number: int) -> Point:
    """One of them, for whoever owes it and for leaders."""
    return told_of(session, me, [_seen(session, me, number)])[0]


def _unit(session: Session, me: Me, unit_id: int) -> tuple[str, frozenset[int]]:
    rights.demand(session, me, "surveys.read")
    unit = units.get(session, unit_id)
    if unit is None or not reached(session, me, unit_id):
        raise Refused(words.not_available(), "foreign_unit")
    return unit.name, units.below(session, unit_id)


def _seen(session: Session, me: Me, number: int) -> SurveyPoint:
    row = points.get(session, number)
    about = row.owner_id if row is not None and row.settled_at is not None else 0
    rights.demand(session, me, "surveys.point", about=about)
    assert row is not None
    return row


def told_of(session: Session, me: Me, rows: Sequence[SurveyPoint]) -> list[Point]:
    """The points as I find them, in the same order."""
    people = employees.many(
        session, sorted({n for r in rows for n in (r.owner_id, r.made_by) if n})
    )
    names = units.names(session, {row.unit_id for row in rows})
    return [
        Point(
            row.id or 0, row.unit_id, names[row.unit_id], row.element, _said(session, row),
            row.what, row.changed, people[row.owner_id or 0].name, row.due_on or me.today,
            people[row.made_by].name,
            row.done_at.astimezone(me.zone).date() if row.done_at else None,
            row.cancelled_at.astimezone(me.zone).date() if row.cancelled_at else None,
            row.owner_id == me.employee_id,
            reached(session, me, row.unit_id),
            me.today,
        )
        for row in rows
    ]  # fmt: skip


def _said(session: Session, row: SurveyPoint) -> str:
    found = comments.get(session, row.answer_id) if row.answer_id else None
    return found.text if found is not None and readable(found) else ""
