"""Sentences of the budgets."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said


def budgets(year: int, items: Sequence[tuple[str, int | None, int]]) -> str:
    title = words.bold(_("Training budgets {year}").format(year=year))
    if not items:
        return f"{title}\n\n" + _("No course of this year costs anything.")
    lines_ = [
        _("{source}: {amount}, {left} left").format(
            source=words.safe(source), amount=said.rupiah(amount), left=said.rupiah(left)
        )
        if amount is not None
        else _("{source}: not set; nothing is paid from it").format(source=words.safe(source))
        for source, amount, left in items
    ]
    hint = _("To set one, type the source and the amount: APBN 150.000.000")
    return "\n\n".join([title, "\n".join(lines_), hint])


def budget_wanted() -> str:
    return _("Please type a source of the list and an amount, such as APBN 150.000.000.")


def budget_set() -> str:
    return _("The budget is set.")
