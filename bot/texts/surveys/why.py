"""How the survey of one's unit entered a result, down to the last decimal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.surveys.grades import Weight
from bot.texts import words
from bot.texts.language import _
from bot.texts.surveys import figures

OPEN = _("Public satisfaction")


def heading(year: int, quarter: int) -> str:
    title = _("Public satisfaction in your result, {quarter}")
    return words.bold(title.format(quarter=words.quarter(year, quarter)))


def heading_of(name: str, year: int, quarter: int) -> str:
    title = _("Public satisfaction in the result of {name}, {quarter}")
    said = title.format(name=name, quarter=words.quarter(year, quarter))
    return words.bold(words.safe(said))


def none() -> str:
    return _(
        "No index counted: neither this unit nor one above it had enough answers. The indicator "
        "was left out and its weight shared, never counted as zero."
    )


def index(unit: str, own: str, count: int, first: date, last: date) -> str:
    return _("Index of {unit}: {own} from {answers}, {span}.").format(
        unit=words.bold(words.safe(unit)), own=own, answers=figures.answers(count),
        span=figures.span(first, last),
    )  # fmt: skip


def climbed(unit: str, fewest: int) -> str:
    return _(
        "{unit} itself has fewer than {fewest} answers, so the index of the unit above it counts."
    ).format(unit=words.safe(unit), fewest=words.number(fewest))


def leaned(value: Decimal) -> str:
    return _(
        "Services with few answers lean to services of their kind, so that chance decides less: "
        "{value} counts."
    ).format(value=words.bold(words.number(value)))


def level(value: Decimal, limits: tuple[Decimal, ...], reached: int, worth: int) -> str:
    """Which limits were passed, and what the level is worth."""
    shown = " · ".join(words.number(one) for one in limits)
    return _("{value} gives level {level} (limits {limits}), which is worth {worth}.").format(
        value=words.number(value), level=reached, limits=shown, worth=words.number(worth)
    )


def settings(weight: Weight, fewest: int, *, loose: bool) -> str:
    tickets = (
        _("answers without a ticket count as well")
        if loose
        else _("answers without a ticket do not count")
    )
    return _("By the scheme: {weight}; from {fewest} answers; {tickets}.").format(
        weight=figures.WEIGHTS[weight], fewest=words.number(fewest), tickets=tickets
    )


def same_for_all() -> str:
    return _("Everybody of this unit has the same index; nobody's own answers are in it.")
