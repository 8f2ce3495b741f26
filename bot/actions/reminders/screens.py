"""All that I owe, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.rights import demand
from bot.actions.tasks import Task, owed, tasks

PAGE = 5
ALL = "all"


@dataclass(frozen=True, slots=True)
class TaskList:
    """One page of `total` tasks; `kind` is a kind of duty or `all`."""

    kind: str
    today: date
    tasks: Sequence[Task]
    total: int
    page: int
    pages: int


def task_list(session: Session, me: Me, kind: str = ALL, page: int = 0) -> TaskList:
    """What I owe, of one kind or all, most urgent first."""
    demand(session, me, "reminders.tasks", about=me.employee_id)
    rows = [row for row in owed(session, me) if kind in (ALL, row.kind)]
    some = leaf(rows, int(page), PAGE)
    shown = tasks(session, some.items, me.employee_id)
    return TaskList(kind, me.today, shown, len(rows), some.page, some.pages)
