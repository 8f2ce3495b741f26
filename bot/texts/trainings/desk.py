"""Sentences of HR's training desk: the file, budgets, who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import roster, words
from bot.texts.language import _
from bot.texts.trainings import said

IMPORT = _("Import catalogue")
BUDGET = _("Budgets")
DIVIDE = _("Allocate seats")
TAKE_IN = _("Take in")
ANOTHER = _("Send another file")

FAULTS = {
    "empty": _("must not be empty."),
    "too_long_for": _("is longer than {detail} characters."),
    "unknown_way": _("“{detail}” is no kind of learning. The template lists them."),
    "other_form": _("does not fit the kind of learning, which is {detail}."),
    "not_a_number": _("is not a number."),
    "out_of_range": _("must be within {detail}."),
    "source_wanted": _("must not be empty where there is a cost."),
    "hours_wanted": _("must not be empty, unless the minutes are given."),
    "not_whole_minutes": _("is no number of hours that makes whole minutes."),
    "other_minutes": _("does not fit the JP, which are {detail} minutes."),
    "not_a_day": _("is not a date. Example: 30/11/2026."),
    "ends_before": _("lies before the first day."),
    "apply_after": _("lies after the first day."),
    "over_already": _("lies in the past."),
    "unknown_indicator": _("“{detail}” is no indicator of the scheme."),
    "code_twice": _("is the same as in line {detail}."),
    "seats_taken": _("is fewer than the {detail} seats that are taken already."),
}


def fault(line: int, column: str, code: str, detail: str = "") -> str:
    """`Baris 7, kolom kursi: bukan angka.`; plain."""
    what = FAULTS[code].format(detail=detail)
    return _("Line {line}, column {column}: {what}").format(line=line, column=column, what=what)


def ask_file(columns: Sequence[str]) -> str:
    return _(
        "<b>Import catalogue</b>\n\nSend an XLSX or CSV file with these columns in its first "
        "line:\n<code>{columns}</code>\n\nEvery line is checked first; nothing is changed before "
        "you say so. A code that exists is changed, a new one is added."
    ).format(columns=",".join(columns))


def report(
    faults: Sequence[str], count: int, added: int, changed: int, unchanged: int, page: int,
    pages: int,
) -> str:  # fmt: skip
    if not count:
        return roster.counts(added, changed, unchanged, done=False)
    title = words.bold(_("{count} faults; nothing was changed").format(count=words.number(count)))
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = [f"• {words.safe(one)}" for one in faults]
    return "\n".join([title, "", *lines, "", _("Mend them in the file and send it again.")])


def no_file(most: int) -> str:
    return _("Please send the catalogue as an XLSX or CSV file of at most {most} KB.").format(
        most=words.number(most // 1024)
    )


def taken_in(added: int, changed: int) -> str:
    return _("The catalogue was taken in: {added} added, {changed} changed.").format(
        added=words.number(added), changed=words.number(changed)
    )


def overtaken() -> str:
    return _("The catalogue has changed in the meantime. Please send the file again.")


def imported(added: int, changed: int, unchanged: int, *, done: bool) -> str:
    return roster.counts(added, changed, unchanged, done=done)


def desk(courses: int, agreed: int, learned: int, division: str) -> str:
    lines = [
        words.bold(_("Training desk")),
        _("{count} courses have not begun.").format(count=words.number(courses)),
        _("{count} applications wait for a division of seats.").format(count=words.number(agreed)),
        _("{count} times something learned elsewhere waits to be confirmed.").format(
            count=words.number(learned)
        ),
        division,
    ]
    return "\n".join(filter(None, lines))


def days_of(first: date, last: date) -> str:
    return said.days(first, last)
