"""Pairs that nobody answered in time, or of which one has left, make room for others."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.mentoring.letters import tell
from bot.rules.mentoring import LAPSE_DAYS, LIVING, State
from storage import audit, duties, employees, mentoring, rounds
from storage.duties import DutyKind

ROUND = "mentoring.lapse"
CHUNK = 50


def lapse(session: Session, now: datetime) -> bool:
    """Once a day, a chunk at a time; True while there is more to do."""
    today = agency_days(session, now).last
    if rounds.made(session, ROUND, today):
        return False
    found = mentoring.stale(session, now - timedelta(LAPSE_DAYS), CHUNK)
    for number in found:
        _lapse(session, number, now)
    if len(found) < CHUNK:
        rounds.first_today(session, ROUND, today)
    return len(found) == CHUNK


def _lapse(session: Session, number: int, now: datetime) -> None:
    """Both hear of it who are in service; it is said of neither that they did not answer."""
    row = mentoring.lock(session, number)
    if row is None or not mentoring.change(session, number, LIVING, state=State.LAPSED):
        return
    facts = {"mentor": row.mentor_id, "mentee": row.mentee_id}
    audit.record(session, now, None, "mentoring.lapse", f"mentoring/{number}", facts)
    duties.withdraw(session, DutyKind.ANSWER_MENTORING, now, 0, object_id=number)
    people = employees.many(session, (row.mentor_id, row.mentee_id))
    for one in people.values():
        if one.left_on is None:
            tell(session, now, "mentoring.lapsed", number, one.id or 0)
        else:  # nobody can read them any more
            mentoring.erase_own_note(session, number, one.id or 0)
