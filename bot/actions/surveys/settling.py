"""Who sees to a point and until when; from then on it is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from bot.actions.dates import read_day
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.actions.spans import packed, unpacked
from bot.actions.surveys.improving import LEADERS, Asked, asked_of, draft_of
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import points as texts
from storage import agreement, audit, duties, outbox
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.surveys import points

WEEKS = (2, 4, 8, 12)
FURTHEST = timedelta(366)
MOST = 5


def owner(session: Session, me: Me, number: int) -> Asked:
    """Who sees to it?"""
    row = draft_of(session, me, number)
    return asked_of(session, me, row)


def search(session: Session, me: Me, number: int, text: str) -> Place:
    """People of my reach whose name sounds like it. Raises Refused when there is nobody."""
    draft_of(session, me, number)
    those = find(session, text, reach(session, me, LEADERS), MOST)
    if not those:
        raise Refused(texts.nobody_found(), "nobody")
    return place("surveys.owners", number, *those)


def owners(session: Session, me: Me, number: int, *people: int) -> tuple[int, Sequence[Found]]:
    """Those found."""
    draft_of(session, me, number)
    return number, found(session, people[:MOST], reach(session, me, LEADERS))


def until(session: Session, me: Me, number: int, owner_id: int) -> Asked:
    """Until when?"""
    row = draft_of(session, me, number)
    return asked_of(session, me, row, _owner(session, me, owner_id))


def say_day(session: Session, me: Me, number: int, owner_id: int, text: str) -> Went:
    """The day as it is typed."""
    draft_of(session, me, number)
    day = read_day(text, me.now)
    if day is None:
        raise Refused(texts.bad_day(), "not_a_day")
    return settle(session, me, number, owner_id, packed(day))


def settle(session: Session, me: Me, number: int, owner_id: int, day: int) -> Went:
    """It is owed from now on, and whoever owes it is told. Raises Refused."""
    row, person = draft_of(session, me, number), _owner(session, me, owner_id)
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


def _owner(session: Session, me: Me, owner_id: int) -> Found:
    those = found(session, [owner_id], reach(session, me, LEADERS))
    if not those:
        raise Refused(words.not_available(), "foreign_owner")
    return those[0]
