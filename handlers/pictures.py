"""Radar and trend of a result: the picture, its words for who cannot see it, the numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from decimal import Decimal
from functools import partial

from bot.actions import pictures, results
from bot.documents import pictures as drawings
from bot.documents.pictures import Line, Radar, Spoke, Trend
from bot.rules.scoring import value_of
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import pictures as texts
from bot.texts import results as result_texts
from bot.texts import words
from handlers.table import Shown, Table

HOME = Button(words.MENU, opens=Place("home.menu"))
AS_EXPECTED, FEWEST = 4, 3


def has_radar(card: results.Card) -> bool:
    """Whether there are indicators enough to make a figure."""
    return sum(len(axis.indicators) for axis in card.score.axes) >= FEWEST


def draw_radar(card: results.Card) -> Screen:
    name = None if card.mine else card.name
    under = texts.radar_under(name, card.year, card.quarter, card.score)
    expected = value_of(AS_EXPECTED)
    spokes = [
        Spoke(part.axis.value, card.names[one.key], one.value, words.number(one.value))
        for part in card.score.axes
        for one in part.indicators
    ]
    radar = Radar(texts.RADAR_TITLE, under, spokes, Decimal(expected), texts.keys(expected))
    said = texts.radar_said(f"{texts.RADAR_TITLE}, {under}", card.score, card.names, expected)
    picture = photo("radar.png", partial(drawings.radar, radar), said)
    other = Button(texts.TREND, opens=place("pictures.trend", card.period_id, card.employee_id))
    text = f"{_heading(card)}\n\n{result_texts.parts(card.score, card.names)}"
    return Screen(text, [[other], [_back(card), HOME]], files=[picture])


def draw_trend(trend: pictures.Trend) -> Screen:
    card, rows = trend.card, [astuple(one) for one in trend.quarters]
    said = texts.trend_said(rows)
    picture = photo("tren.png", partial(drawings.trend, _course(trend)), said)
    text = f"{_heading(card)}\n\n{texts.trend_lines(rows)}"
    if len(rows) == 1:
        text += "\n" + texts.only_one()
    below = [[_back(card), HOME]]
    if has_radar(card):
        here = (card.period_id, card.employee_id)
        below.insert(0, [Button(texts.RADAR, opens=place("pictures.radar", *here))])
    return Screen(text, below, files=[picture])


def _course(trend: pictures.Trend) -> Trend:
    """Both axes and the total as lines."""
    quarters, expected = trend.quarters, value_of(AS_EXPECTED)
    return Trend(
        texts.TREND_TITLE,
        trend.card.name,
        [(texts.roman(one.quarter), str(one.year)) for one in quarters],
        [_line(key, [getattr(one, key) for one in quarters]) for key in texts.SERIES],
        Decimal(expected),
        texts.expected_line(expected),
    )


def _line(key: str, values: list[Decimal]) -> Line:
    return Line(key, texts.SERIES[key], values, [words.number(value) for value in values])


def photo(name: str, drawing: Callable[[], bytes], said: str) -> File:
    """A picture that is drawn after the transaction, and gone with the next screen."""
    return File(FileKind.PHOTO, name, drawing=drawing, caption=str(said), passing=True)


def _heading(card: results.Card) -> str:
    name = None if card.mine else card.name
    heading = result_texts.heading(name, card.year, card.quarter)
    return f"{heading}\n{result_texts.verdict(card.score)}"


def _back(card: results.Card) -> Button:
    return Button(words.BACK, opens=place("results.card", card.period_id, card.employee_id))


def routes() -> Table:
    return Table(
        places={
            "pictures.radar": Shown(results.card, draw_radar),
            "pictures.trend": Shown(pictures.trend, draw_trend),
        }
    )
