"""What every screen of a correction has."""

from __future__ import annotations

from decimal import Decimal

from bot.actions import corrections
from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.screens import Button, Place
from bot.texts import corrections as texts
from bot.texts import objections, words

MENU = Button(words.MENU, opens=Place("home.menu"))

BACK = Button(words.BACK, opens=Place("corrections.home"))


def told_of(at: corrections.Draft) -> str:
    """What changes, from what to what, why, and what becomes of the year."""
    lines = [
        *objections.levels(at.changes),
        objections.from_to(scored(at.before), scored(at.after)),
    ]
    parts = [
        texts.heading(at.name, at.year, at.quarter),
        "\n".join(lines),
        texts.because(at.reason),
        texts.of_year(at.year, at.report),
    ]
    return "\n\n".join(filter(None, parts))


def scored(score: Score) -> tuple[Decimal, Predikat]:
    assert score.total is not None
    assert score.predikat is not None
    return score.total, score.predikat
