"""Reminders of forums: the working day before, and an hour before; each at most once."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.holidays import workdays_around
from bot.rules import forums as rules
from bot.rules.workdays import QuietHours, next_welcome
from bot.screens import place
from storage import absences, invitations, outbox, remindables
from storage.outbox import Kind, Owed
from storage.remindables import Group, Stage

CHUNK = 500
LOOK_AHEAD = timedelta(days=15)  # the longest holidays, with a working day on either side
LAST_CALL = timedelta(hours=2)


def remind(session: Session, now: datetime) -> int:
    """Owe every reminder that is due now; how many. Called at each tick, as often as you like."""
    return _remind_day_before(session, now) + _remind_hour_before(session, now)


def _remind_day_before(session: Session, now: datetime) -> int:
    owed = 0
    for group in remindables.groups(session, Stage.DAY, now, now + LOOK_AHEAD):
        zone = ZoneInfo(group.zone)
        start = group.starts_at.astimezone(zone)
        calendar = workdays_around(session, group.days_per_week, start.date())
        due = rules.day_reminder(start, calendar)
        if now < due:
            continue
        people = remindables.take(session, Stage.DAY, group, now)
        welcome = next_welcome(now.astimezone(zone), calendar, QuietHours())
        if group.told_at > due - rules.FRESH or welcome > start - LAST_CALL:
            continue
        away = absences.away_on(session, start.date())
        those = [
            one
            for one, answer in people
            if answer == invitations.SEATED or (answer == invitations.NONE and one not in away)
        ]
        owed += _owe(session, Stage.DAY, group, those, now, welcome)
    return owed


def _remind_hour_before(session: Session, now: datetime) -> int:
    owed = 0
    soon = now + rules.TOO_LATE
    for group in remindables.groups(session, Stage.HOUR, soon, now + rules.HOUR_BEFORE):
        people = remindables.take(session, Stage.HOUR, group, now)
        if group.told_at > group.starts_at - rules.HOUR_BEFORE:
            continue
        those = [one for one, answer in people if answer == invitations.SEATED]
        owed += _owe(session, Stage.HOUR, group, those, now, now)
    return owed


def _owe(
    session: Session, stage: Stage, group: Group, people: list[int], now: datetime, at: datetime
) -> int:
    opens = place("forums.card", group.forum_id)
    facts = {"forum": group.forum_id, "sequence": group.sequence}
    key = f"forum/{group.forum_id}/{stage}/{int(group.starts_at.timestamp())}"
    letters = [Owed(f"{key}/{one}", one, facts, opens, at) for one in people]
    return sum(
        outbox.put_many(
            session, Kind.REMINDER, f"forums.{stage}", now, letters[start : start + CHUNK]
        )
        for start in range(0, len(letters), CHUNK)
    )
