"""Drawing units and who heads them."""

from __future__ import annotations

from bot.actions.desk import heads
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.desk import heads as texts
from handlers.desk.people import MENU
from handlers.lists import found_text, people_rows, turns

MENU_BUTTON = Button(words.MENU, opens=MENU)


def draw_units(at: heads.Units) -> Screen:
    rows = [
        [Button(words.fitting(name), opens=place("desk.unit", number))]
        for number, name, _ in at.units
    ]
    row = turns(at.page, at.pages, 1, lambda page: place("desk.units", page))
    text = texts.listed([(name, head) for _, name, head in at.units], at.page, at.pages)
    back = Button(words.BACK, opens=Place("desk.staff"))
    return Screen(text, [*rows, [*row, back]], typing=Place("desk.units"))


def draw_unit(at: heads.Unit) -> Screen:
    text = texts.card(at.name, at.above, at.head, at.people, at.below)
    ask = Button(texts.APPOINT, opens=place("desk.head", at.unit_id))
    back = Button(words.BACK, opens=place("desk.units", 0))
    return Screen(text, [[ask], [back, MENU_BUTTON]])


def draw_head(at: heads.Unit) -> Screen:
    typing = place("desk.head", at.unit_id)
    return Screen(texts.ask(at.name), [_back(at.unit_id)], typing=typing)


def draw_heads(at: heads.Heading) -> Screen:
    number = at.unit.unit_id
    rows = people_rows(at.people, lambda one: place("desk.head_check", number, one))
    return Screen(found_text(at.people), [*rows, _back(number)], typing=place("desk.head", number))


def draw_check(at: heads.Heading) -> Screen:
    chosen, unit = at.people[0], at.unit
    act = place("desk.head", unit.unit_id, chosen.employee_id, unit.head_id)
    sure = Button(texts.REALLY, does=act, style=Style.GOOD)
    return Screen(texts.check(unit.name, unit.head, chosen.name), [[sure], _back(unit.unit_id)])


def _back(unit_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place("desk.unit", unit_id)), MENU_BUTTON]
