"""What would have changed a result, behind the question why it is so."""

from __future__ import annotations

from bot.actions import lifts
from bot.rules.predikat import Expectation
from bot.screens import Button, Place, Screen, place
from bot.texts import lifts as texts
from bot.texts import words
from handlers.table import Shown, Table

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_card(card: lifts.Card) -> Screen:
    back = Button(words.BACK, opens=place("results.why", card.period_id, card.employee_id))
    blocks = [texts.heading(card.year, card.quarter), *_answers(card)]
    return Screen("\n\n".join(filter(None, blocks)), [[back, HOME]])


def _answers(card: lifts.Card) -> list[str]:
    if card.found is None:
        return [texts.unknown()]
    if not card.found.axes:
        return [texts.nothing_better()]
    parts = {part.axis: part for part in card.score.axes}
    limits = {Expectation.MET: card.thresholds.met, Expectation.ABOVE: card.thresholds.above}
    told = [
        texts.axis(parts[one.axis], one, limits[one.reaches], card.names, card.score.predikat)
        for one in card.found.axes
    ]
    better = texts.better(card.found, card.names)
    return [*told, better, texts.fixed(card.fixed), texts.closing()]


def routes() -> Table:
    return Table(places={"lifts.card": Shown(lifts.card, draw_card)})
