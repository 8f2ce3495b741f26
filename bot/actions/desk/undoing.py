"""A change of the hierarchy as it stands, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.desk.changes import (
    named,
)
from bot.actions.desk.shifting import UNDONE_WITHIN, take_back
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.screens import Went, place
from bot.texts import words
from bot.texts.desk import moving as texts
from storage import audit, employees
from storage import moves as stored
from storage.moves import Move, MoveState


@dataclass(frozen=True, slots=True)
class Moved:
    """A change as it stands; `undoable`: its author may still take it back."""

    move_id: int
    employee_id: int
    name: str
    what: str
    after: str
    since: date
    state: str
    undoable: bool


def moved(session: Session, me: Me, move_id: int) -> Moved:
    """A change, as long as the person is within my reach."""
    row = row_of(session, me, move_id)
    person = employees.get(session, row.employee_id)
    assert person is not None
    return Moved(
        move_id, row.employee_id, person.name, row.what, named(session, row.what, row.after_id),
        row.since, row.state, _undoable(row, me),
    )  # fmt: skip


def undo(session: Session, me: Me, move_id: int) -> Went:
    """Take a change back: a planned one until its day, one that was done within the hour.

    Raises Refused when that is over, or somebody has changed the person since; ProofWanted.
    """
    row = row_of(session, me, move_id)
    if not _undoable(row, me):
        raise Refused(texts.undone_no_more(), "too_late")
    employees.lock(session, row.employee_id)
    demand_proof(session, me)
    if row.state == MoveState.PLANNED:
        stored.turn(session, move_id, MoveState.PLANNED, MoveState.CANCELLED)
    elif not take_back(session, row, me.now, me.today, me.employee_id):
        raise Refused(words.changed_since(), "changed")
    audit.record(session, me.now, me.employee_id, "desk.undo_move", f"move/{move_id}")
    return Went(place("desk.moved", move_id))


def _undoable(row: Move, me: Me) -> bool:
    if row.state == MoveState.PLANNED:
        return True
    fresh = row.done_at is not None and me.now - row.done_at <= UNDONE_WITHIN
    return row.state == MoveState.DONE and row.made_by == me.employee_id and fresh


def row_of(session: Session, me: Me, move_id: int) -> Move:
    """A change of somebody whom I may move. Raises Refused."""
    row = stored.get(session, move_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, "desk.move", about=row.employee_id)
    return row
