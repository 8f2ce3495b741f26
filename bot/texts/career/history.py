"""Sentences of somebody's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.career import Past
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

HISTORY = _("History")
LONGEST = 60
KINDS = {
    Past.RANK: _("Ranks"),
    Past.POST: _("Posts"),
    Past.LEVEL: _("Jenjang"),
    Past.EDUCATION: _("Education"),
    Past.CREDIT: _("Credit points"),
}


def history(name: str | None, rows: Sequence[tuple[Past, date, str, str]]) -> str:
    """Kind by kind; a note that is long is cut."""
    title = (
        _("My history") if name is None else _("History of {name}").format(name=strip_titles(name))
    )
    lines, before = [words.bold(title)], None
    for kind, day, value, note in rows:
        if kind != before:
            lines += ["", words.bold(str(KINDS[kind]))]
        before = kind
        said = value.replace(".", ",") if kind is Past.CREDIT else value
        lines.append(f"• {words.short_day(day)}: {words.safe(_cut(said))}")
        if note:
            lines[-1] += f" <i>({words.safe(_cut(note))})</i>"
    if not rows:
        lines += ["", _("Nothing is on record yet. HR can bring it in from a file.")]
    return "\n".join(lines)


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
