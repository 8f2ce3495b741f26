"""Screens of the steps in which a planned result is written."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import expectations
from bot.rules.expectations import Step
from bot.rules.figures import Counting
from bot.screens import Button, Screen, place
from bot.texts import expectations as texts
from bot.texts import words
from bot.texts.expectations import filling, telling
from handlers.expectations.mine import MENU

Row = Sequence[Button]
TYPED = (Step.TEXT, Step.TARGET, Step.REASON)
LONGEST_LINE = 120
CHANGEABLE = (Step.TEXT, Step.INDICATOR, Step.TARGET, Step.COUNTING, Step.SUPPORTS)


def draw_step(fill: expectations.Fill) -> Screen:
    number, step = fill.wording.number, fill.step
    above = [words.fitting(said, LONGEST_LINE) for _, said in fill.above]
    text = filling.prompt(
        step, fill.wording, fill.position, _answer(fill), above, changes=fill.changes
    )
    typing = place(f"expectations.{step if step in TYPED else 'pressed'}", number)
    return Screen(text, [*_choices(fill), *_ways(fill)], typing=typing)


def _answer(fill: expectations.Fill) -> str:
    one = fill.wording
    return {
        Step.TEXT: one.text,
        Step.INDICATOR: next((i.name for i in fill.indicators if i.key == one.indicator), ""),
        Step.TARGET: telling.target(one) if one.target is not None else "",
        Step.COUNTING: filling.COUNTINGS[one.counting] if one.counting else "",
        Step.REASON: one.reason,
    }.get(fill.step, "")


def _choices(fill: expectations.Fill) -> list[Row]:
    number = fill.wording.number
    match fill.step:
        case Step.SUPPORTS:
            rows = [
                [
                    Button(
                        telling.label(at, text), does=place("expectations.supports", number, above)
                    )
                ]
                for at, (above, text) in enumerate(fill.above, 1)
            ]
            none = Button(filling.NONE_OF_THEM, does=place("expectations.supports", number, 0))
            turn = [_next(fill)] if fill.pages > 1 else []
            return [*rows, [none, *turn]]
        case Step.INDICATOR:
            return [
                [
                    Button(
                        words.fitting(one.name),
                        does=place("expectations.indicator", number, one.key),
                    )
                ]
                for one in fill.indicators
            ]
        case Step.COUNTING:
            return [
                [
                    Button(
                        words.fitting(filling.COUNTINGS[how]),
                        does=place("expectations.counting", number, how),
                    )
                ]
                for how in Counting
            ]
    return []


def _next(fill: expectations.Fill) -> Button:
    page = (fill.page + 1) % fill.pages
    return Button(
        texts.MORE, opens=place("expectations.fill", fill.wording.number, fill.step, page)
    )


def _ways(fill: expectations.Fill) -> list[Row]:
    back = Button(words.BACK, opens=place("expectations.one", fill.wording.planned))
    return [[back, MENU]]


def draw_lines(fill: expectations.Fill) -> Screen:
    """Each line can be changed on its own."""
    number = fill.wording.number
    steps = (Step.REASON,) if fill.wording.ends else CHANGEABLE
    steps = (*steps, Step.REASON) if fill.changes and not fill.wording.ends else steps
    rows: list[Row] = [
        [Button(texts.STEPS[step], opens=place("expectations.fill", number, step))]
        for step in steps
    ]
    back = Button(words.BACK, opens=place("expectations.one", fill.wording.planned))
    return Screen(filling.lines(fill.wording, fill.position), [*rows, [back, MENU]])
