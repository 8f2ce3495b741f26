"""Sentences of how far the bot has come, and of invitations on paper."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.language import _

MAP = _("Adoption map")
WHOLE = _("All units")
KEYS = (_("joined"), _("with a new account"), _("blocked the bot"), _("not joined"))
UNDER = _("Employees in service, unit by unit")


def shown(joined: int, people: int) -> str:
    """`7 dari 9`: who can be written to."""
    return _("{part} of {whole}").format(part=words.number(joined), whole=words.number(people))


def said(parts: Sequence[int]) -> str:
    """Every part that there is, in words."""
    told = [f"{name} {words.number(n)}" for name, n in zip(KEYS, parts, strict=True) if n]
    return ", ".join(told)


def text(rows: Sequence[tuple[str, Sequence[int], int]], page: int, pages: int) -> str:
    """Name, parts and people of each line, all units first."""
    head = words.bold(MAP)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = [
        f"<b>{words.safe(words.fitting(name, 60))}</b>: {shown(parts[0] + parts[1], people)}\n"
        f"{said(parts)}"
        for name, parts, people in rows
    ]
    last = _("Units with most out of reach come first. Choose one for its call list.")
    return "\n\n".join([head, *lines, last])
