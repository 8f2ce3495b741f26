"""Tasks in few words."""

from __future__ import annotations

from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

LABEL = 24

# By the kind of duty: a label for a button, where there is a person behind it, and many at once.
LABELS = {
    "report": _("Quarterly report"),
    "appraise": _("Appraise"),
    "rate_achievement": _("Achievement"),
    "propose_award": _("Propose an award"),
    "decide_award": _("Decide an award"),
}
MANY = {
    "report": _("{count} quarterly reports"),
    "appraise": _("Appraise {count} people"),
    "rate_achievement": _("{count} achievements"),
    "propose_award": _("{count} award proposals"),
    "decide_award": _("{count} award decisions"),
}
OTHER, OTHERS = _("Task"), _("{count} tasks")


def label(kind: str, person: str = "") -> str:
    """`Nilai Sari Lestari`: at most 24 characters, not escaped, a long name cut at a word."""
    what = LABELS.get(kind, OTHER)
    return _cut(f"{what} {strip_titles(person)}" if person else what)


def of_quarter(told: str, quarter: int) -> str:
    """`Laporan triwulan IV`; the label itself when no quarter is meant or there is no room."""
    named = f"{told} {words.ROMAN[quarter - 1]}" if quarter else told
    return named if len(named) <= LABEL else told


def many(kind: str, count: int) -> str:
    """`Nilai 12 pegawai`."""
    return MANY.get(kind, OTHERS).format(count=count)


def line(
    kind: str, person: str, on_behalf: str, year: int, quarter: int, due: date, today: date
) -> str:
    """`Nilai Sari Lestari, Triwulan III 2026 (3 hari lagi)`, escaped."""
    what = LABELS.get(kind, OTHER)
    parts = [f"{what} {words.safe(strip_titles(person))}" if person else what]
    if quarter:
        parts.append(words.quarter(year, quarter))
    if on_behalf:
        parts.append(_("on behalf of {name}").format(name=words.safe(strip_titles(on_behalf))))
    return f"{', '.join(parts)} ({words.days_left(due, today)})"


def _cut(text: str) -> str:
    while len(text) > LABEL and " " in text:
        text = text.rsplit(" ", 1)[0]
    return text[:LABEL]
