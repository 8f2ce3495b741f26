"""Sentences about what is deleted because its time is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _

RETENTION = _("Retention")
NAMES = {
    "looks": _("record of who looked"),
    "letters": _("sent notices"),
    "sentences": _("anonymous sentences"),
    "notes": _("notes of talks"),
    "requests": _("answered requests"),
    "evidence": _("evidence files of achievements"),
    "quizzes": _("answers to quizzes"),
    "opinions": _("opinions on forums"),
    "poll_votes": _("votes in polls of forums"),
    "question_votes": _("votes for questions"),
    "questions": _("questions of forums"),
    "mentor_notes": _("own notes of mentoring"),
    "duties": _("duties done or lapsed"),
    "quarter_duties": _("duties of a quarter"),
    "reminders": _("reminders of them"),
    "leavers": _("identities of people who left"),
}


def sooner(rows: Sequence[tuple[str, int]]) -> str:
    """What of a kind goes before the rest; empty where nothing does."""
    if not rows:
        return ""
    told = ", ".join(f"{NAMES[name]} {words.number(years)}" for name, years in rows)
    return "\n" + _("Sooner, in years after their own: {told}.").format(told=told)


def retention(
    rows: Sequence[tuple[str, int, int]], next_year: int, latest: Sequence[tuple[date, str, int]]
) -> str:
    lines = [
        words.bold(_("Retention: what is deleted by itself")),
        _(
            "Every night, by the years of the scheme. Counted: next night / on 1 January {year}."
        ).format(year=next_year),
    ]
    lines += [f"• {NAMES[name]}: {now} / {then}" for name, now, then in rows]
    if latest:
        lines.append(_("Deleted lately:"))
        lines += [
            f"• {words.short_day(day)}: {NAMES[kind.partition('.')[2]]}, {many}"
            for day, kind, many in latest
        ]
    return "\n".join(lines)
