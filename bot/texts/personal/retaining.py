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
    "leavers": _("identities of people who left"),
}


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
