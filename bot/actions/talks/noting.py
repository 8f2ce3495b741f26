"""One talk with all that belongs to it, and what both write of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.actions.talks.arranging import mark_of
from bot.actions.talks.holding import deniable
from bot.actions.talks.parties import other_of, seen
from bot.actions.talks.steps import Line, lines_of
from bot.actions.talks.typed import tidy
from bot.rules.talks import State
from bot.screens import Place, place
from bot.texts import words
from storage import employees, talks
from storage.talks import Talk

LENGTH = 500
BOTH, ALONE = "both", "alone"
OPEN = (State.PROPOSED, State.AGREED, State.HELD)


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote; `writer` is "" for myself."""

    writer: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class Card:
    """`answerable`: I am to agree; `over`: the time that was agreed has come."""

    number: int
    employee_id: int
    own: bool
    name: str
    today: date
    state: State
    starts: datetime | None
    held_on: date | None
    notes: Sequence[Note]
    steps: Sequence[Line]
    answerable: bool
    over: bool
    deniable: bool
    valuable: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Writing:
    """A note about to be written, and what stands there."""

    number: int
    name: str
    kind: str
    before: str


def card(session: Session, me: Me, talk_id: int) -> Card:
    """One talk of mine, arranged or held."""
    row = seen(session, me, talk_id)
    own = row.employee_id == me.employee_id
    other = employees.get(session, other_of(row, me))
    assert other is not None
    starts = row.starts_at.astimezone(me.zone) if row.starts_at else None
    state = State(row.state)
    return Card(
        number=talk_id,
        employee_id=row.employee_id,
        own=own,
        name=other.name,
        today=me.today,
        state=state,
        starts=starts,
        held_on=row.held_on,
        notes=_notes(session, me, row, other.name),
        steps=lines_of(session, talks.of_talk(session, talk_id)),
        answerable=state is State.PROPOSED and own is not (row.proposed_by == row.employee_id),
        over=starts is not None and starts.date() <= me.today,
        deniable=deniable(session, me, row),
        valuable=own and state is State.HELD and not row.rated,
        mark=mark_of(row),
    )


def notes(session: Session, me: Me, talk_id: int, page: int = 0) -> tuple[Card, Leaf[Note]]:
    """The notes of a talk in full, one a page."""
    shown = card(session, me, talk_id)
    return shown, leaf(shown.notes, page, 1)


def ask_note(session: Session, me: Me, talk_id: int, kind: str) -> Writing:
    """What do you want to write down, for both or for yourself?"""
    row = _open(session, me, talk_id, kind)
    other = employees.get(session, other_of(row, me))
    mine = [
        one
        for one in talks.notes(session, talk_id, me.employee_id)
        if one.writer_id == me.employee_id and one.private is (kind == ALONE)
    ]
    return Writing(talk_id, other.name if other else "", kind, mine[0].text if mine else "")


def write_note(session: Session, me: Me, talk_id: int, kind: str, text: str) -> Place:
    """Keep it, in place of what I wrote before."""
    _open(session, me, talk_id, kind)
    talks.put_note(
        session, talk_id, me.employee_id, tidy(text, LENGTH), me.now, private=kind == ALONE
    )
    return place("talks.talk", talk_id)


def _open(session: Session, me: Me, talk_id: int, kind: str) -> Talk:
    row = seen(session, me, talk_id, "talks.write")
    if row.state not in OPEN or kind not in (BOTH, ALONE):
        raise Refused(words.not_available(), "not_open")
    return row


def _notes(session: Session, me: Me, row: Talk, other: str) -> list[Note]:
    """Mine and the other's for both, then mine alone; of those two only, who arranged it."""
    both = (row.employee_id, row.superior_id)
    readable = both if me.employee_id in both else (me.employee_id,)
    found = talks.notes(session, row.id or 0, me.employee_id)
    return [
        Note("" if one.writer_id == me.employee_id else other, one.text, one.private)
        for one in found
        if one.writer_id in (*readable, me.employee_id)
    ]
