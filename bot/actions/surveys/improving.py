"""From a comment or a low element to a point: what shall change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.refusals import Refused
from bot.actions.search import Found
from bot.rules.authority import Role
from bot.rules.surveys.elements import Element
from bot.screens import Place, place
from bot.texts import words
from bot.texts.surveys import points as texts
from storage import units
from storage.surveys import comments, points
from storage.surveys.points import SurveyPoint
from storage.surveys.tables import SurveyComment

LEADERS = (Role.HEAD, Role.HR)
SHORTEST, LONGEST = 10, 200
NONE = "-"
"""No element, in an address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A point being made: of a unit, about a comment or an element."""

    number: int
    unit_id: int
    unit: str
    answer_id: int
    element: str
    comment: str
    what: str
    today: date
    owner: str = ""
    owner_id: int = 0


def ask(session: Session, me: Me, unit_id: int, answer_id: int, element: str) -> Asked:
    """What shall change? `element` may be `NONE`, `answer_id` 0."""
    about = _mine(session, me, unit_id, answer_id, element)
    return _asked(session, me, 0, unit_id, answer_id, about, "")


def write(
    session: Session, me: Me, unit_id: int, answer_id: int, element: str, text: str
) -> Place:
    """Keep what shall change; who sees to it is asked next."""
    about = _mine(session, me, unit_id, answer_id, element)
    said = tidy(text)
    number = points.draft(session, me.employee_id, unit_id, answer_id or None, about, said, me.now)
    return place("surveys.owner", number)


def tidy(text: str) -> str:
    """Raises Refused when there is too little or too much."""
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def reached(session: Session, me: Me, unit_id: int) -> bool:
    """Whether the unit is one of those that I may improve something of."""
    mine = reach(session, me, LEADERS)
    return mine is None or unit_id in mine


def _mine(session: Session, me: Me, unit_id: int, answer_id: int, element: str) -> str:
    """The element, or nothing."""
    rights.demand(session, me, "surveys.improve")
    known = element == NONE or element in set(Element)
    comment = comments.get(session, answer_id) if answer_id else None
    if answer_id and (comment is None or comment.unit_id != unit_id or not readable(comment)):
        known = False
    if not known or not reached(session, me, unit_id):
        raise Refused(words.not_available(), "foreign")
    return "" if element == NONE else element


def readable(comment: SurveyComment) -> bool:
    """Looked at by the desk, with something in it."""
    return comment.cleared_on is not None and not comment.dismissed


def draft_of(session: Session, me: Me, number: int) -> SurveyPoint:
    """A point that I began and that nobody owes yet. Raises Refused."""
    rights.demand(session, me, "surveys.improve")
    row = points.get(session, number)
    if row is None or row.made_by != me.employee_id or not reached(session, me, row.unit_id):
        raise Refused(words.not_available(), "foreign_draft")
    if row.settled_at is not None:
        raise Refused(texts.settled_already(), "settled")
    return row


def asked_of(session: Session, me: Me, row: SurveyPoint, person: Found | None = None) -> Asked:
    """What is asked of a point, with whoever was chosen for it."""
    asked = _asked(
        session, me, row.id or 0, row.unit_id, row.answer_id or 0, row.element, row.what
    )
    if person is None:
        return asked
    return replace(asked, owner=person.name, owner_id=person.employee_id)


def _asked(
    session: Session, me: Me, number: int, unit_id: int, answer_id: int, element: str, what: str
) -> Asked:
    comment = comments.get(session, answer_id) if answer_id else None
    unit = units.get(session, unit_id)
    return Asked(
        number, unit_id, unit.name if unit else "", answer_id, element,
        comment.text if comment else "", what, me.today,
    )  # fmt: skip
