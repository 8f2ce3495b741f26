"""From a comment or a low element to a point: what shall change, who sees to it, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.dates import Understood, read_moment
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.actions.spans import packed, unpacked
from bot.rules.authority import Role
from bot.rules.surveys.elements import Element
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import points as texts
from storage import agreement, audit, duties, outbox, units
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.surveys import comments, points
from storage.surveys.points import SurveyPoint
from storage.surveys.tables import SurveyComment

LEADERS = (Role.HEAD, Role.HR)
SHORTEST, LONGEST = 10, 200
WEEKS = (2, 4, 8, 12)
FURTHEST = timedelta(366)
MOST = 5
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


def owner(session: Session, me: Me, number: int) -> Asked:
    """Who sees to it?"""
    row = _draft(session, me, number)
    return _of(session, me, row)


def search(session: Session, me: Me, number: int, text: str) -> Place:
    """People of my reach whose name sounds like it. Raises Refused when there is nobody."""
    _draft(session, me, number)
    those = find(session, text, reach(session, me, LEADERS), MOST)
    if not those:
        raise Refused(texts.nobody_found(), "nobody")
    return place("surveys.owners", number, *those)


def owners(session: Session, me: Me, number: int, *people: int) -> tuple[int, Sequence[Found]]:
    """Those found."""
    _draft(session, me, number)
    return number, found(session, people[:MOST], reach(session, me, LEADERS))


def until(session: Session, me: Me, number: int, owner_id: int) -> Asked:
    """Until when?"""
    row = _draft(session, me, number)
    return _of(session, me, row, _owner(session, me, owner_id))


def say_day(session: Session, me: Me, number: int, owner_id: int, text: str) -> Went:
    """The day as it is typed."""
    _draft(session, me, number)
    read = read_moment(text[:200], me.now)
    if not isinstance(read, Understood):
        raise Refused(texts.bad_day(), "not_a_day")
    return settle(session, me, number, owner_id, packed(read.moment.date()))


def settle(session: Session, me: Me, number: int, owner_id: int, day: int) -> Went:
    """It is owed from now on, and whoever owes it is told. Raises Refused."""
    row, person = _draft(session, me, number), _owner(session, me, owner_id)
    try:
        due = unpacked(day)
    except ValueError:
        raise Refused(texts.bad_day(), "not_a_day") from None
    if not me.today <= due <= me.today + FURTHEST:
        raise Refused(texts.day_out_of_reach(), "day")
    there = place("surveys.point", number)
    values = {"owner_id": person.employee_id, "due_on": due, "settled_at": me.now}
    if not points.settle(session, number, **values):
        return Went(there, words.changed_since())
    duties.owe(session, DutyKind.IMPROVE, person.employee_id, me.today, due, object_id=number)
    facts = {
        "unit": row.unit_id, "owner": person.employee_id, "due": due.isoformat(),
        "element": row.element, "comment": row.answer_id is not None,
        "said": agreement.mark(vault_of(session), row.what),
    }  # fmt: skip
    audit.record(
        session, me.now, me.employee_id, "surveys.improve", f"improvement/{number}", facts
    )
    if person.employee_id != me.employee_id:
        outbox.put(
            session, f"surveys.improve/{number}", Kind.DECISION, "surveys.owed", me.now,
            to=person.employee_id, facts={"point": number}, opens=there,
        )  # fmt: skip
    return Went(there, texts.settled(person.name, due))


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


def _draft(session: Session, me: Me, number: int) -> SurveyPoint:
    rights.demand(session, me, "surveys.improve")
    row = points.get(session, number)
    if row is None or row.made_by != me.employee_id or not reached(session, me, row.unit_id):
        raise Refused(words.not_available(), "foreign_draft")
    if row.settled_at is not None:
        raise Refused(texts.settled_already(), "settled")
    return row


def _owner(session: Session, me: Me, owner_id: int) -> Found:
    those = found(session, [owner_id], reach(session, me, LEADERS))
    if not those:
        raise Refused(words.not_available(), "foreign_owner")
    return those[0]


def _of(session: Session, me: Me, row: SurveyPoint, person: Found | None = None) -> Asked:
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
