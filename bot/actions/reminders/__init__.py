"""Reminders: stages of duties, gathered into one digest a person and morning."""

from __future__ import annotations

from bot.actions.reminders.planning import plan
from bot.actions.reminders.reading import Digest, TeamLine, digest, snoozed_digest
from bot.actions.reminders.screens import TaskList, task_list
from bot.actions.reminders.snoozing import Snooze, later, snooze

__all__ = [
    "Digest",
    "Snooze",
    "TaskList",
    "TeamLine",
    "digest",
    "later",
    "plan",
    "snooze",
    "snoozed_digest",
    "task_list",
]
