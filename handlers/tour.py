"""First steps: three cards with a way on, back and out."""

from __future__ import annotations

from bot.actions import tour
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import tour as texts
from bot.texts import words
from handlers.table import Shown, Table

FIRST = Button(texts.DOOR, opens=place("tour.card", 1))


def draw_card(at: tour.Card) -> Screen:
    text = texts.card(at.part, at.number)
    end = Place("tour.end")
    if at.number == tour.CARDS:
        rows = [[Button(texts.DONE, does=end, style=Style.GOOD)], [_turn(at, -1)]]
        return Screen(text, rows)
    skip = Button(words.SKIP, does=end)
    return Screen(text, [[_turn(at, 1)], [_turn(at, -1), skip] if at.number > 1 else [skip]])


def _turn(at: tour.Card, by: int) -> Button:
    label = words.NEXT if by > 0 else words.BACK
    return Button(label, opens=place("tour.card", at.number + by))


def routes() -> Table:
    return Table(
        places={"tour.card": Shown(tour.card, draw_card)},
        acts={"tour.end": tour.end},
    )
