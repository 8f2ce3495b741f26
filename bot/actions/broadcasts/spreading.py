"""The tick: readers are written down, copies owed a few at a time, corrected, reminded of."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.broadcasts import audiences
from bot.actions.broadcasts.sending import LETTER
from bot.actions.days import office_day
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import State
from bot.screens import place
from storage import audit, outbox
from storage.broadcasts import Broadcast, audience, feeding, rows
from storage.broadcasts.feeding import Week
from storage.outbox import Kind, Owed

LISTED_AT_ONCE = 5_000
AT_ONCE = 500
MOST_WAITING = 1_500
"""Copies that may wait for the courier: what it sends in a minute, so that it never rests, and
little enough that the tables stay small for everything else."""
REMIND, DONE = "broadcasts.remind", "broadcasts.done"


def work(session: Session, now: datetime) -> bool:
    """The next step of the oldest broadcast that has one; True for more."""
    _remind_in_time(session, now)
    room = MOST_WAITING - feeding.waiting(session, now)
    return any(_step(session, row, now, min(room, AT_ONCE)) for row in rows.busy(session))


def _step(session: Session, row: Broadcast, now: datetime, room: int) -> bool:
    if row.state == State.PLANNED:
        return _begin(session, row, now)
    if row.listed_to >= 0:
        return _write_down(session, row, now)
    if row.state == State.SENDING and _owe(session, row, now, room):
        return True
    if _correct(session, row, now, room) or _remind(session, row, now, room):
        return True
    if room > 0 and not feeding.next_ones(session, row.id or 0, None, 1):
        _rest(session, row, now)
    return False


def _begin(session: Session, row: Broadcast, now: datetime) -> bool:
    """Once its hour has come anywhere."""
    asked = [audiences.asked_for(row, one.zone, now) for one in feeding.weeks(session)]
    if not asked or min(asked) > now:
        return False
    until = office_day(now) + timedelta(days=row.quiz_days) if row.mark else None
    values = {"state": State.SENDING, "begun_at": now, "quiz_until": until}
    return rows.change(session, row.id or 0, (State.PLANNED,), values)


def _write_down(session: Session, row: Broadcast, now: datetime) -> bool:
    chosen = audience.who(session, row, office_day(now))
    many, last = audience.write_down(session, row, chosen, LISTED_AT_ONCE)
    values = {"listed_to": last if many else -1}
    return rows.change(session, row.id or 0, (State.SENDING,), values)


def _open(session: Session, row: Broadcast, now: datetime) -> list[Week]:
    """Where its hour has come, and people may be spoken to."""
    found = []
    for one in feeding.weeks(session):
        asked = audiences.asked_for(row, one.zone, now)
        if asked <= now and (
            row.duty or audiences.welcome(session, asked, one.days_per_week) <= now
        ):
            found.append(one)
    return found


def _owe(session: Session, row: Broadcast, now: datetime, room: int) -> bool:
    number = row.id or 0
    open_ = _open(session, row, now) if room > 0 else []
    people = feeding.next_ones(session, number, open_, room) if open_ else []
    if not people:
        return False
    facts = {"broadcast": number, **({"duty": 1} if row.duty else {})}
    letters = {f"broadcast/{number}/{one}": one for one in people}
    owed = [Owed(key, one, facts) for key, one in letters.items()]
    outbox.put_many(session, Kind.BROADCAST, LETTER, now, owed)
    feeding.owe(session, number, row.edition, letters)
    return True


def _correct(session: Session, row: Broadcast, now: datetime, room: int) -> bool:
    """Copies that arrived before the text was corrected are edited."""
    number = row.id or 0
    if row.edition == 1 or room <= 0:
        return False
    old = feeding.old_copies(session, row, room)
    if not old:
        return False
    key = f"broadcast/{number}/edition/{row.edition}"
    owed = [
        Owed(f"{key}/{one.employee_id}", one.employee_id, {"broadcast": number, "edit": 1},
             edits=one.message_id)
        for one in old
    ]  # fmt: skip
    outbox.put_many(session, Kind.CARD, LETTER, now, owed)
    people = [one.employee_id for one in old]
    feeding.note(session, number, people, edition=row.edition)
    return True


def _remind(session: Session, row: Broadcast, now: datetime, room: int) -> bool:
    number = row.id or 0
    if not row.reminders or not still_asked(row, now) or room <= 0:
        return False
    people = feeding.unanswered(session, row, room)
    if not people:
        return False
    opens, key = place("broadcasts.read", number), f"broadcast/{number}/remind/{row.reminders}"
    owed = [Owed(f"{key}/{one}", one, {"broadcast": number}, opens) for one in people]
    outbox.put_many(session, Kind.BROADCAST, REMIND, now, owed)
    feeding.note(session, number, people, reminded=row.reminders)
    return True


def _remind_in_time(session: Session, now: datetime) -> None:
    """Two days before a quiz closes, once, whoever has not answered."""
    today = office_day(now)
    for row in rows.to_remind(session, today + rules.REMIND_BEFORE):
        if still_asked(row, now):
            values = {"reminders": 1, "reminded_at": now, "busy": True}
            rows.change(session, row.id or 0, (State.SENDING, State.SENT), values)


def still_asked(row: Broadcast, now: datetime) -> bool:
    """Whether its quiz is open: to the end of its last day, wherever that ends last."""
    if not row.mark or row.state not in (State.SENDING, State.SENT):
        return False
    return row.quiz_until is None or office_day(now) <= row.quiz_until


def _rest(session: Session, row: Broadcast, now: datetime) -> None:
    """Everybody whom it can reach has a copy owed: its author is told, the first time."""
    number = row.id or 0
    if row.state != State.SENDING:
        rows.change(session, number, (row.state,), {"busy": False})
        return
    values = {"state": State.SENT, "busy": False, "ended_at": now}
    if rows.change(session, number, (State.SENDING,), values):
        audit.record(session, now, None, "broadcasts.finish", f"broadcast/{number}")
        outbox.put(
            session, f"broadcast/{number}/done", Kind.REMINDER, DONE, now, to=row.author_id,
            facts={"broadcast": number}, opens=place("broadcasts.progress", number),
        )  # fmt: skip
