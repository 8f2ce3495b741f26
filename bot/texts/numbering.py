"""The buttons of a screen in words, for whoever types a number instead of pressing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.language import _

TURNS = {
    "◀": _("Previous page"), "▶": _("Next page"), "<": _("Previous page"), ">": _("Next page"),
}  # fmt: skip


def choices(
    listed: Sequence[tuple[int, str]], links: Sequence[tuple[str, str]], *, awaited: bool
) -> str:
    """`1. Kirim` a line; `#1. Kirim` where something else may be typed, too."""
    sign = "#" if awaited else ""
    lines = [f"{sign}{number}. {words.safe(_spoken(label))}" for number, label in listed]
    lines += [f"{words.safe(label)}: {words.safe(url)}" for label, url in links]
    if not listed:
        return "\n".join(lines)
    how = (
        _(
            "Type the number with # before it, for example #{number}, to choose. "
            "Anything else is taken as your answer."
        )
        if awaited
        else _("Type a number to choose.")
    )
    return "\n".join([how.format(number=listed[0][0]), *lines])


def no_such() -> str:
    return _("There is no choice with that number on this screen.")


def by_letter() -> str:
    return _("Without buttons: type /menu.")


def _spoken(label: str) -> str:
    return str(TURNS.get(label.strip(), label))
