"""Screens of changes that are planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.desk.labels import NAME
from bot.texts.desk.moving import WHAT, planned_line
from bot.texts.language import _

ANOTHER_DAY = _("Another day")
PLANS = _("Planned changes")


def plans(
    total: int, page: int, pages: int, lines: Sequence[tuple[str, str, str, date, str]]
) -> str:
    """Name, what, what it becomes, since when and who planned it, of each."""
    head = words.bold(PLANS)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        return f"{head}\n\n" + _(
            "Nothing is planned. A change of superior or unit can be given a day to come; until "
            "then it stands here."
        )
    told = [
        f"• <b>{words.safe(words.fitting(name, NAME))}</b>\n{planned_line(what, after, since)}\n"
        + _("planned by {name}").format(name=words.safe(words.fitting(author, NAME)))
        for name, what, after, since, author in lines
    ]
    last = _("Choose one to change its day or take it back.")
    return "\n\n".join([head, "\n".join(told), last])


def ask_other_day(what: str, name: str, after: str) -> str:
    return _(
        "<b>{what} of {name}: {after}</b>\n\nFrom which other day on? Type a day to come, such "
        "as “1 December 2026”. Today puts it in force at once."
    ).format(what=WHAT[what], name=words.safe(name), after=words.safe(after))


def planned_label(number: int) -> str:
    return _("See plan {number}").format(number=number)
