"""What a digest says at the moment it is sent or opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.actions.tasks import Task, tasks
from storage import employees, outbox, reminders
from storage.reminders import Told

SNOOZES = 2


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One person below whose duties are overdue: how many, and the oldest deadline."""

    name: str
    count: int
    due: date


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that is to be told to one person on one morning, and is still open.

    `day` names the digest; `snoozable`: it may be put off once more.
    """

    name: str
    sex: int
    today: date
    day: str
    tasks: Sequence[Task]
    team: Sequence[TeamLine]
    snoozable: bool


def digest(
    session: Session, to_id: int, name: str, sex: int, now: datetime, facts: Mapping[str, Any]
) -> Digest | None:
    """None when everything was done meanwhile. `now` in the person's zone."""
    day = str(facts["day"])
    told = reminders.of_digest(session, key_of(to_id, day))
    if not told:
        return None
    mine = [one.duty for one in told if not one.escalated]
    return Digest(
        name,
        sex,
        now.date(),
        day,
        tasks(session, mine, to_id),
        _team(session, [one for one in told if one.escalated]),
        bool(mine) and snoozes(session, to_id, day) < SNOOZES,
    )


def snoozed_digest(
    session: Session, to_id: int, name: str, sex: int, now: datetime, facts: Mapping[str, Any]
) -> Digest | None:
    """The same again, of the person's own tasks only; None when they were done meanwhile."""
    found = digest(session, to_id, name, sex, now, facts)
    if found is None or not found.tasks:
        return None
    return Digest(name, sex, found.today, found.day, found.tasks, (), found.snoozable)


def key_of(employee_id: int, day: str) -> str:
    return f"digest/{employee_id}/{day}"


def snooze_keys(employee_id: int, day: str) -> list[str]:
    """The keys of the letters that tell a digest again, first to last."""
    return [f"{key_of(employee_id, day)}/{number}" for number in range(1, SNOOZES + 1)]


def snoozes(session: Session, employee_id: int, day: str) -> int:
    """How often the digest was put off."""
    return len(outbox.existing(session, snooze_keys(employee_id, day)))


def _team(session: Session, told: Sequence[Told]) -> list[TeamLine]:
    by_owner: dict[int, list[date]] = {}
    for one in told:
        by_owner.setdefault(one.duty.owner_id, []).append(one.duty.due_on)
    people = employees.many(session, sorted(by_owner))
    lines = [
        TeamLine(people[owner].name, len(dues), min(dues))
        for owner, dues in by_owner.items()
        if owner in people
    ]
    return sorted(lines, key=lambda line: (line.due, line.name))
