"""The survey's part of a result."""

from __future__ import annotations

from decimal import Decimal

from bot.actions.surveys.why import Why
from bot.rules.scoring import value_of
from bot.rules.surveys.grades import NINE
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.surveys import figures
from bot.texts.surveys import why as texts

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_why(at: Why) -> Screen:
    card, rules = at.card, at.scheme.surveys
    here = (card.year, card.quarter)
    blocks = [texts.heading(*here) if card.mine else texts.heading_of(card.name, *here)]
    blocks += _counted(at) if at.pinned else [texts.none()]
    blocks.append(texts.settings(rules.weight, rules.fewest, loose=rules.loose_count))
    back = Button(words.BACK, opens=place("results.why", card.period_id, card.employee_id))
    return Screen("\n\n".join(blocks), [[back, HOME]])


def _counted(at: Why) -> list[str]:
    assert at.pinned is not None
    own, value = Decimal(at.pinned.own), Decimal(at.pinned.value)
    shown = figures.graded(own, NINE.grade(own))
    lines = [texts.index(at.whose, shown, at.pinned.answers, at.first, at.last)]
    if at.pinned.from_id != at.pinned.unit_id:
        lines.append(texts.climbed(at.unit, at.scheme.surveys.fewest))
    if value != own:
        lines.append(texts.leaned(value))
    limits = at.scheme.survey_levels
    level = limits.level(value)
    lines.append(texts.level(value, limits.limits, level, value_of(level)))
    return [*lines, texts.same_for_all()]
