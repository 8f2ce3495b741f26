"""Agreed steps: read in their talk, read alone, done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.talks.parties import other_of, seen
from bot.screens import Went, place
from bot.texts import talks as texts
from storage import duties, employees, talks
from storage.duties import DutyKind
from storage.talks import FollowUp, Talk


@dataclass(frozen=True, slots=True)
class Line:
    """One agreed step: what, who, until when."""

    number: int
    text: str
    owner: str
    due: date
    done: bool
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Dropping:
    """Who wants a step dropped and why; `asked`: the other is to say, unless it is `dropped`.

    `alone`: my word is enough.
    """

    by: str
    reason: str
    mine: bool
    alone: bool
    asked: bool
    dropped: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step, before either of both; `mine`: I do it."""

    line: Line
    talk_id: int
    held_on: date
    other: str
    today: date
    mine: bool
    dropping: Dropping | None = None


def lines_of(session: Session, rows: Sequence[FollowUp]) -> list[Line]:
    """Agreed steps with the names of who does them, in the same order."""
    people = employees.many(session, [row.owner_id for row in rows if row.owner_id])
    return [
        Line(
            row.id or 0,
            row.text,
            people[row.owner_id].name,
            row.due_on,
            row.done_at is not None,
            row.dropped_at is not None,
        )
        for row in rows
        if row.owner_id and row.due_on
    ]


def done(session: Session, me: Me, number: int) -> Went:
    """I have done it; the other sees so in the next agenda."""
    _, row = _mine(session, me, number)
    if talks.finish(session, number, me.now):
        duties.done(
            session, DutyKind.FOLLOW_UP, me.now, owner_id=me.employee_id,
            about_id=other_of(row, me), object_id=number,
        )  # fmt: skip
    return Went(place("talks.follow_up", number), texts.follow_up_done())


def of_both(
    session: Session, me: Me, number: int, right: str = "talks.read"
) -> tuple[FollowUp, Talk]:
    """A step of a talk of mine that was held. Raises Refused."""
    found = talks.follow_up(session, number)
    row = seen(session, me, found.talk_id if found and found.settled_at else 0, right)
    assert found is not None
    return found, row


def _mine(session: Session, me: Me, number: int) -> tuple[FollowUp, Talk]:
    found = talks.follow_up(session, number)
    about = found.owner_id if found and found.settled_at else None
    rights.demand(session, me, "talks.follow", about=about)
    assert found is not None
    row = talks.get(session, found.talk_id)
    assert row is not None
    return found, row


def name_of(session: Session, employee_id: int) -> str:
    """The name of somebody in the roster."""
    person = employees.get(session, employee_id)
    return person.name if person else ""
