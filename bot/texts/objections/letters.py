"""Letters of objections: what waits, and nothing of what it says, nor of whom."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _


def asked(year: int, quarter: int) -> str:
    return _(
        "There is an objection to a result of {quarter} that you rated. Please explain your "
        "levels: both sides are heard before it is decided."
    ).format(quarter=words.quarter(year, quarter))


def to_review(year: int, quarter: int) -> str:
    return _(
        "There is an objection to a result of {quarter}. The decision is yours, once both sides "
        "have been heard."
    ).format(quarter=words.quarter(year, quarter))


def unnamed(year: int, quarter: int) -> str:
    return _(
        "There is an objection to a result of {quarter}, and nobody stands above the superior. "
        "Please name who decides."
    ).format(quarter=words.quarter(year, quarter))


def explained(year: int, quarter: int) -> str:
    return _(
        "There is an explanation to your objection to the result of {quarter}. You can answer "
        "once."
    ).format(quarter=words.quarter(year, quarter))


def decided(year: int, quarter: int, *, mine: bool) -> str:
    told = _("An objection to a result of {quarter} that you rated has been decided.")
    if mine:
        told = _("Your objection to the result of {quarter} has been decided.")
    return told.format(quarter=words.quarter(year, quarter))


def told_withdrawn(year: int, quarter: int) -> str:
    return _(
        "An objection to a result of {quarter} has been withdrawn. Nothing is left to do."
    ).format(quarter=words.quarter(year, quarter))


def late(year: int, quarter: int) -> str:
    return _(
        "An objection to a result of {quarter} should have been decided by now. Please see to "
        "it: the result stays open until it is."
    ).format(quarter=words.quarter(year, quarter))
