"""Sentences of digests, task lists and snoozing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

SNOOZE = _("Remind me later")
ALL_TASKS = _("All tasks")
SURE = _("Remind later anyway")
CHOICES = {
    "hour": _("In 1 hour"),
    "morning": _("Next morning"),
    "monday": _("Monday"),
}
NOON, AFTERNOON, EVENING = time(11, 0), time(15, 0), time(18, 0)


def greeting(name: str, sex: int, now: datetime) -> str:
    """`Selamat pagi, Ibu Sari Lestari, A.Md.` by the hour."""
    return _hour(now.time()).format(name=words.bold(words.addressed(name, sex)))


def _hour(clock: time) -> str:
    if clock < NOON:
        return _("Good morning, {name}.")
    if clock < AFTERNOON:
        return _("Good day, {name}.")
    if clock < EVENING:
        return _("Good afternoon, {name}.")
    return _("Good evening, {name}.")


def digest(
    hello: str,
    today: date,
    tasks: Sequence[str],
    more: int,
    team: Sequence[tuple[str, int, date]],
    more_people: int,
) -> str:
    """`tasks` are escaped lines; `team` a name, a count and the oldest deadline each."""
    parts = [f"{hello}\n{words.day(today)}"]
    if tasks:
        lines = [_("Reminder: this waits for you."), *(f"• {task}" for task in tasks)]
        parts.append("\n".join([*lines, *_more(more)]))
    if team:
        lines = [_("Overdue among those who answer to you:")]
        lines += [f"• {_team(name, count, due, today)}" for name, count, due in team]
        parts.append("\n".join([*lines, *_more(more_people)]))
    parts.append(_("Press a task to open it.") if tasks else _("A word from you may help."))
    return "\n\n".join(parts)


def _more(count: int) -> list[str]:
    return [_("and {count} more").format(count=count)] if count else []


def _team(name: str, count: int, due: date, today: date) -> str:
    return _("{name}: {count} tasks, {days}").format(
        name=words.safe(strip_titles(name)), count=count, days=words.days_left(due, today)
    )


def task_list(tasks: Sequence[str], total: int, page: int, pages: int) -> str:
    if not tasks:
        return "\n\n".join([words.bold(_("My tasks")), _("Nothing is waiting. Thank you.")])
    title = words.bold(_("My tasks")) + f" ({total})"
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = "\n".join(f"• {task}" for task in tasks)
    return "\n\n".join([title, lines, _("Press a task to open it.")])


def snooze(left: int) -> str:
    title = words.bold(_("Remind me later"))
    if left <= 0:
        return f"{title}\n\n{snoozed_enough()}"
    return "\n\n".join(
        [title, _("When shall I remind you again? {left} times possible.").format(left=left)]
    )


def sure(tasks: Sequence[str], until: datetime) -> str:
    lines = [
        words.bold(_("Remind me later")),
        _("These tasks fall due before {moment}:").format(moment=words.moment(until)),
        "\n".join(f"• {task}" for task in tasks),
        _("If you put this off, you will not be reminded in time. Put it off anyway?"),
    ]
    return "\n\n".join(lines)


def choice(name: str, moment: datetime) -> str:
    """`Besok pagi (13 Agt)` within 24 characters."""
    label = str(CHOICES[name])
    when = words.clock(moment) if name == "hour" else words.short_day(moment.date())[:-5]
    return f"{label} ({when})"


def snoozed(until: datetime) -> str:
    return _("All right, I will remind you again on {moment}.").format(moment=words.moment(until))


def snoozed_enough() -> str:
    return _("This reminder has been put off twice already. Please open the task from /menu.")


def nothing_left() -> str:
    return _("Nothing of this reminder is left to do. Thank you.")
