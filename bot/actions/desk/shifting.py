"""A change of the hierarchy takes effect: today, on its day, or backwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions.days import agency_days, local_day
from bot.actions.desk.effects import circle
from bot.screens import place
from storage import agreement, audit, employees, outbox, postings
from storage import moves as stored
from storage.moves import Move, MoveState, What
from storage.outbox import Kind

UNDONE_WITHIN = timedelta(hours=1)
CHUNK = 50


def work(session: Session, now: datetime) -> bool:
    """A tick: planned changes whose day has come where their person works."""
    begun = stored.due(session, agency_days(session, now).first, CHUNK)
    done = 0
    for row in begun:
        today = local_day(session, row.employee_id, now)
        if row.since <= today:
            done += 1
            _when_due(session, row, now, today)
    return done == CHUNK


def _when_due(session: Session, row: Move, now: datetime, today: date) -> None:
    """As planned, unless it has become impossible: then whoever planned it hears of it."""
    person = employees.lock(session, row.employee_id)
    after = employees.get(session, row.after_id) if row.what == What.SUPERIOR else None
    impossible = person is None or person.left_on is not None
    if row.what == What.SUPERIOR:
        gone = after is None or after.left_on is not None
        impossible = impossible or gone or bool(circle(session, row.employee_id, row.after_id))
    number = row.id or 0
    if not impossible:
        apply(session, row, now, today)
        return
    stored.turn(session, number, MoveState.PLANNED, MoveState.FAILED, now)
    audit.record(session, now, None, "desk.fail_move", f"move/{number}")
    outbox.put(
        session, f"move/failed/{number}", Kind.DECISION, "desk.move_failed", now, to=row.made_by,
        facts={"move": number}, opens=place("desk.moving", row.employee_id),
    )  # fmt: skip


def apply(session: Session, row: Move, now: datetime, today: date) -> None:
    """Put it in force; the person hears of it, and so does a new superior."""
    number = row.id or 0
    if not stored.turn(session, number, MoveState.PLANNED, MoveState.DONE, now):
        return
    _put(session, row, row.after_id, now, today, row.made_by)
    for key, who in (("to", row.employee_id), ("by", row.after_id)):
        if key == "to" or row.what == What.SUPERIOR:
            outbox.put(
                session, f"move/{key}/{number}", Kind.DECISION, "desk.moved", now, to=who,
                facts={"move": number, "led": int(key == "by")},
            )  # fmt: skip


def take_back(session: Session, row: Move, now: datetime, today: date, by: int) -> bool:
    """What was before is so again, if nobody has changed it since."""
    person = employees.get(session, row.employee_id)
    if person is None:
        return False
    here = (person.superior_id or 0) if row.what == What.SUPERIOR else person.unit_id
    if here != row.after_id:
        return False
    back_to = row.before_id if row.what == What.SUPERIOR else 0
    if back_to and circle(session, row.employee_id, back_to):
        return False
    if not stored.turn(session, row.id or 0, MoveState.DONE, MoveState.UNDONE):
        return False
    _put(session, row, row.before_id, now, today, by)
    return True


def _put(session: Session, row: Move, value: int, now: datetime, today: date, by: int) -> None:
    who = row.employee_id
    postings.bring(session, today, who)
    if row.what == What.SUPERIOR:
        employees.put_superior(session, who, value or None)
    else:
        employees.put_unit(session, who, value)
    postings.bring(session, today, who)
    standing = agreement.standings(session.connection(), today, who)[who]
    audit.record(session, now, by, "roster.stand", f"employee/{who}", standing._asdict())
