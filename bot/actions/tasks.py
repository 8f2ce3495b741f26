"""Duties as tasks of the person who owes them, in words, each with the screen that opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.openings import OPENINGS
from bot.actions.waiting import Waiting
from bot.screens import Place, place
from bot.texts import tasks as texts
from storage import absences, duties, employees, periods
from storage.duties import OF_YEAR, Duty

ALONE = 2  # so many of a kind stand alone in the menu; more become one line


@dataclass(frozen=True, slots=True)
class Task:
    """A duty in words: `person` is whom it is about, `on_behalf` whose mandate I hold."""

    kind: str
    opens: Place
    due: date
    person: str = ""
    on_behalf: str = ""
    year: int = 0
    quarter: int = 0


def tasks(session: Session, rows: Sequence[Duty], me_id: int) -> list[Task]:
    """Duties as tasks of this person, in the same order; two queries for all of them."""
    ids = {number for row in rows for number in (row.about_id, row.owner_id) if number}
    people = employees.many(session, sorted(ids - {me_id}))
    return [_task(session, row, people) for row in rows]


def _task(session: Session, row: Duty, people: dict[int, employees.Employee]) -> Task:
    about, owner = people.get(row.about_id), people.get(row.owner_id)
    period = periods.get(session, row.period_id) if row.period_id else None
    return Task(
        row.kind,
        OPENINGS[row.kind].at(row),
        row.due_on,
        about.name if about and row.about_id != row.owner_id else "",
        owner.name if owner else "",
        period.year if period else 0,
        period.quarter if period and row.kind not in OF_YEAR else 0,
    )


def owed(session: Session, me: Me) -> list[Duty]:
    """What I owe today, and those whose mandate I hold, most urgent first."""
    rows = list(duties.open_of(session, me.employee_id, me.today))
    for mandate in absences.mandates_held(session, me.employee_id, me.today):
        theirs = duties.open_of(session, mandate.absent_id, me.today)
        rows += [
            row
            for row in theirs
            if row.about_id != me.employee_id and not OPENINGS[row.kind].personal
        ]
    return sorted(rows, key=lambda row: (row.due_on, row.id or 0))


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """For /menu: every task, or one line for a kind of which there are many."""
    rows = owed(session, me)
    many = {kind for kind in OPENINGS if sum(row.kind == kind for row in rows) > ALONE}
    few = tasks(session, [row for row in rows if row.kind not in many], me.employee_id)
    labels = texts.labels([(task.kind, task.person, task.quarter) for task in few])
    found = [Waiting(told, task.opens, task.due) for told, task in zip(labels, few, strict=True)]
    return [*found, *(_together(kind, rows) for kind in sorted(many))]


def _together(kind: str, rows: Iterable[Duty]) -> Waiting:
    of_kind = [row for row in rows if row.kind == kind]
    first = min(row.due_on for row in of_kind)
    opens = OPENINGS[kind].together or place("reminders.tasks", kind, 0)
    return Waiting(texts.many(kind, len(of_kind)), opens, first)
