"""Sentences of the budgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said


class Line(Protocol):
    """What a line needs of a budget."""

    @property
    def source(self) -> str: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def left(self) -> int: ...


def budgets(years: Mapping[int, Sequence[Line]]) -> str:
    blocks = []
    for year, items in years.items():
        title = words.bold(_("Training budgets {year}").format(year=year))
        lines_ = [_line(one) for one in items]
        if not items:
            lines_ = [_("No course of this year costs anything.")]
        blocks.append("\n".join([title, *lines_]))
    if any(years.values()):
        blocks.append(_("To set one, type the source and the amount: APBN 150.000.000"))
    if len(years) > 1:
        later = max(years)
        blocks.append(
            _("For a later year type it too: APBN {year} 150.000.000").format(year=later)
        )
    return "\n\n".join(blocks)


def _line(one: Line) -> str:
    source = words.safe(one.source)
    if one.amount is None:
        return _("{source}: not set; nothing is paid from it").format(source=source)
    return _("{source}: {amount}, {left} left").format(
        source=source, amount=said.rupiah(one.amount), left=said.rupiah(one.left)
    )


def budget_wanted() -> str:
    return _("Please type a source of the list and an amount, such as APBN 150.000.000.")


def budget_set() -> str:
    return _("The budget is set.")
