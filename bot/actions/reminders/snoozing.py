"""Putting a digest off: an hour, tomorrow morning, Monday; twice at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.reminders.mornings import Mornings
from bot.actions.reminders.reading import SNOOZES, key_of, snooze_keys, snoozes
from bot.actions.rights import demand
from bot.actions.tasks import Task, tasks
from bot.rules.workdays import next_welcome
from bot.screens import Place, Went, place
from bot.texts import reminders as texts
from bot.texts import words
from storage import audit, holidays, outbox, recipients, reminders
from storage.duties import Duty
from storage.outbox import Kind
from storage.recipients import Addressee

HOUR, MORNING, MONDAY = "hour", "morning", "monday"
CHOICES = (HOUR, MORNING, MONDAY)


@dataclass(frozen=True, slots=True)
class Snooze:
    """The choices with their moments, and after a choice the tasks that are due before it.

    `left` counts how often the digest may still be put off.
    """

    day: str
    choices: Sequence[tuple[str, datetime]]
    left: int
    chosen: str
    late: Sequence[Task]
    today: date


def snooze(session: Session, me: Me, day: str, chosen: str = "") -> Snooze:
    """What a digest may be put off to; with a choice, what would be late by then."""
    demand(session, me, "reminders.snooze", about=me.employee_id)
    open_ = _open(session, me, day)
    to = _myself(session, me)
    moments = [(choice, _moment(session, to, me, choice)) for choice in CHOICES]
    late = _late(open_, dict(moments)[chosen], me) if chosen in CHOICES else []
    left = SNOOZES - snoozes(session, me.employee_id, day)
    return Snooze(day, moments, left, chosen, tasks(session, late, me.employee_id), me.today)


def later(session: Session, me: Me, day: str, choice: str, sure: int = 0) -> Place | Went:
    """Put a digest off; where a task is due before that, only after saying so."""
    demand(session, me, "reminders.snooze", about=me.employee_id)
    open_ = _open(session, me, day)
    if not open_:
        return Went(Place("home.menu"), texts.nothing_left())
    done = snoozes(session, me.employee_id, day)
    if done >= SNOOZES:
        raise Refused(texts.snoozed_enough(), "snoozed_enough")
    if choice not in CHOICES:
        raise Refused(words.not_available(), "unknown_choice")
    until = _moment(session, _myself(session, me), me, choice)
    if not sure and _late(open_, until, me):
        return place("reminders.sure", day, choice)
    numbers = [row.id for row in open_ if row.id is not None]
    reminders.snooze(session, numbers, until)
    key = snooze_keys(me.employee_id, day)[done]
    facts = {"day": day}
    outbox.put(
        session, key, Kind.REMINDER, "reminders.snoozed", me.now,
        to=me.employee_id, facts=facts, not_before=until,
    )  # fmt: skip
    audit.record(
        session, me.now, me.employee_id, "reminders.snooze", key_of(me.employee_id, day),
        {"choice": choice, "duties": numbers},
    )  # fmt: skip
    return Went(Place("home.menu"), texts.snoozed(until))


def _open(session: Session, me: Me, day: str) -> list[Duty]:
    """My own tasks of that digest that are still open."""
    told = reminders.of_digest(session, key_of(me.employee_id, day))
    return [one.duty for one in told if not one.escalated]


def _late(rows: Sequence[Duty], until: datetime, me: Me) -> list[Duty]:
    """Those that are not overdue yet but would be at that moment."""
    return [row for row in rows if me.today <= row.due_on < until.date()]


def _myself(session: Session, me: Me) -> Addressee:
    to = recipients.get(session, me.employee_id)
    if to is None:
        raise Refused(words.not_available(), "not_in_service")
    return to


def _moment(session: Session, to: Addressee, me: Me, choice: str) -> datetime:
    """The moment of a choice, moved out of quiet hours and days off."""
    mornings = Mornings(me.now, holidays.decreed(session))
    match choice:
        case "hour":
            start = me.now + timedelta(hours=1)
            return next_welcome(start, mornings.calendar_of(to, start.date()), to.quiet)
        case "morning":
            return mornings.next(to)
        case _:
            return mornings.after(to, me.today + timedelta(days=7 - me.today.weekday()))
