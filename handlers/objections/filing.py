"""Drawing the three steps of an objection, and taking it back."""

from __future__ import annotations

from bot.actions import objections
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import objections as texts
from bot.texts import words
from bot.texts.objections import exhibits, steps
from handlers.appraisals import pager
from handlers.lists import closed

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_choose(at: objections.Draft) -> Screen:
    shown = at.choices[at.page * objections.PAGE : (at.page + 1) * objections.PAGE]
    rows = [
        [
            Button(
                words.fitting(f"{texts.CHOSEN if chosen else texts.NOT_CHOSEN} {name}"),
                does=place("objections.toggle", at.objection_id, key, at.page),
            )
        ]
        for key, name, chosen in shown
    ]
    pages = -(-len(at.choices) // objections.PAGE)
    turn = pager("objections.choose", [at.objection_id], at.page, pages)
    if at.chosen:
        step = "confirm" if at.reasons else "reasons"
        turn.append(Button(words.NEXT, opens=place(f"objections.{step}", at.objection_id)))
    text = steps.choose(at.year, at.quarter, at.last, at.today)
    return Screen(text, closed([*rows, turn], _discard(at)))


def draw_reasons(at: objections.Draft) -> Screen:
    text = steps.ask_reasons(at.year, at.quarter, at.chosen, at.reasons)
    back = Button(words.BACK, opens=place("objections.choose", at.objection_id, 0))
    return Screen(text, [[back, HOME]], typing=place("objections.reasons_text", at.objection_id))


def draw_confirm(at: objections.Draft) -> Screen:
    number = at.objection_id
    text = steps.confirm(at.year, at.quarter, at.chosen, at.reasons, at.last, at.today)
    send = Button(words.SEND, does=place("objections.file", number, at.seen), style=Style.GOOD)
    rows = [
        [Button(texts.OTHER_INDICATORS, opens=place("objections.choose", number, 0))],
        [Button(texts.OTHER_REASONS, opens=place("objections.reasons", number))],
    ]
    files = Button(exhibits.attach_label(at.exhibits), opens=place("objections.exhibits", number))
    above = [[send]] if at.chosen and at.reasons else []
    return Screen(text, closed([*above, [files], *rows], _discard(at)))


def draw_withdrawing(card: objections.Card) -> Screen:
    number = card.objection_id
    rows = [
        [
            Button(
                texts.REALLY_WITHDRAW, does=place("objections.withdraw", number), style=Style.BAD
            )
        ],
        [Button(words.BACK, opens=place("objections.card", number)), HOME],
    ]
    return Screen(steps.ask_withdraw(card.year, card.quarter), rows)


def _discard(at: objections.Draft) -> Button:
    return Button(texts.DISCARD, does=place("objections.discard", at.objection_id))
