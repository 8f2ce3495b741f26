"""The morning digest, the list of my tasks, and putting a reminder off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions import reminders
from bot.actions.tasks import Task
from bot.screens import Button, Place, Screen, place
from bot.texts import reminders as texts
from bot.texts import tasks as task_texts
from bot.texts import words
from handlers.table import Recipient, Shown, Table, Write

TASKS, TEAM = 5, 5
MENU = Button(words.MENU, opens=Place("home.menu"))

Read = Callable[..., reminders.Digest | None]


def write(read: Read) -> Write:
    """A letter that is read when it is sent; nothing left to tell, no letter."""

    def letter(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        found = read(session, to.employee_id, to.name, to.sex, to.now, facts)
        return draw_digest(found, to) if found is not None else None

    return letter


def draw_digest(digest: reminders.Digest, to: Recipient) -> Screen:
    shown, team = digest.tasks[:TASKS], digest.team[:TEAM]
    text = texts.digest(
        texts.greeting(to.name, to.sex, to.now),
        digest.today,
        lines(shown, digest.today),
        len(digest.tasks) - len(shown),
        [(line.name, line.count, line.due) for line in team],
        len(digest.team) - len(team),
    )
    rows = buttons(shown)
    if len(digest.tasks) > len(shown):
        rows.append([Button(texts.ALL_TASKS, opens=place("reminders.tasks"))])
    if digest.snoozable:
        rows.append([Button(texts.SNOOZE, opens=place("reminders.snooze", digest.day))])
    return Screen(text, rows or [[MENU]])


def draw_tasks(listed: reminders.TaskList) -> Screen:
    text = texts.task_list(
        lines(listed.tasks, listed.today), listed.total, listed.page, listed.pages
    )
    turn = []
    if listed.page > 0:
        turn.append(Button("◀", opens=place("reminders.tasks", listed.kind, listed.page - 1)))
    if listed.page + 1 < listed.pages:
        turn.append(Button("▶", opens=place("reminders.tasks", listed.kind, listed.page + 1)))
    rows = [*buttons(listed.tasks), *([turn] if turn else []), [MENU]]
    return Screen(text, rows)


def draw_snooze(snooze: reminders.Snooze) -> Screen:
    back = Button(words.BACK, opens=place("reminders.tasks"))
    rows = [
        [Button(texts.choice(name, moment), does=place("reminders.later", snooze.day, name))]
        for name, moment in snooze.choices
        if snooze.left > 0
    ]
    return Screen(texts.snooze(snooze.left), [*rows, [back]])


def draw_sure(snooze: reminders.Snooze) -> Screen:
    """Nothing is put off past its due date without saying so."""
    until = dict(snooze.choices)[snooze.chosen]
    text = texts.sure(lines(snooze.late, snooze.today), until)
    anyway = place("reminders.later", snooze.day, snooze.chosen, 1)
    back = Button(words.BACK, opens=place("reminders.snooze", snooze.day))
    return Screen(text, [[Button(texts.SURE, does=anyway)], [back]])


def lines(tasks: Sequence[Task], today: date) -> list[str]:
    return [
        task_texts.line(
            task.kind, task.person, task.on_behalf, task.year, task.quarter, task.due, today
        )
        for task in tasks
    ]


def buttons(tasks: Sequence[Task]) -> list[list[Button]]:
    named = [(task.kind, task.person, task.quarter) for task in tasks]
    labels = task_texts.labels(named)
    return [
        [Button(words.fitting(told), opens=task.opens)]
        for told, task in zip(labels, tasks, strict=True)
    ]


def routes() -> Table:
    return Table(
        places={
            "reminders.tasks": Shown(reminders.task_list, draw_tasks),
            "reminders.snooze": Shown(reminders.snooze, draw_snooze),
            "reminders.sure": Shown(reminders.snooze, draw_sure),
        },
        acts={"reminders.later": reminders.later},
        letters={
            "reminders.digest": write(reminders.digest),
            "reminders.snoozed": write(reminders.snoozed_digest),
        },
    )
