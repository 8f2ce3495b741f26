"""Drawing invitations on paper: which unit, a last look, the sheet."""

from __future__ import annotations

from functools import partial

from bot.actions.desk import sheets
from bot.documents import invitations
from bot.documents.invitations import Card
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.desk import sheets as texts
from handlers.desk.people import MENU
from handlers.lists import turns

MENU_BUTTON = Button(words.MENU, opens=MENU)


def draw_units(at: sheets.Units) -> Screen:
    rows = [
        [
            Button(
                words.fitting(f"{name} ({words.number(never)})"),
                opens=place("desk.sheet_unit", number),
            )
        ]
        for number, name, never in at.units
    ]
    row = turns(at.page, at.pages, 1, lambda page: place("desk.sheets", page))
    back = Button(words.BACK, opens=Place("desk.reach"))
    tail = [*row, back] if row else [back, MENU_BUTTON]
    return Screen(texts.choose(at.total), [*rows, tail])


def draw_unit(at: sheets.Unit) -> Screen:
    rows = []
    if at.never > at.invited:
        act = place("desk.print", at.unit_id, 0)
        rows.append([Button(texts.REALLY, does=act, style=Style.GOOD)])
    if at.invited:
        rows.append([Button(texts.AGAIN, does=place("desk.print", at.unit_id, 1))])
    text = texts.unit(at.name, at.never, at.invited, sheets.MOST)
    back = Button(words.BACK, opens=place("desk.sheets", 0))
    return Screen(text, [*rows, [back, MENU_BUTTON]])


def draw_sheet(at: sheets.Sheet) -> Screen:
    said = texts.printed(at.office, at.until, linked=bool(at.bot))
    cards = [
        Card(name, unit, code, f"https://t.me/{at.bot}?start={code}" if at.bot else code)
        for name, unit, code in at.cards
    ]
    drawing = partial(invitations.pdf, said, cards, at.at)
    name = texts.file_name(at.at.date().isoformat())
    rows = []
    if at.left:
        go_on = place("desk.print", at.unit_id, 0)
        rows.append([Button(texts.NEXT_ONES, does=go_on)])
    back = Button(words.BACK, opens=place("desk.sheet_unit", at.unit_id))
    return Screen(
        texts.printed_now(len(at.cards), at.left),
        [*rows, [back, MENU_BUTTON]],
        files=[File(FileKind.DOCUMENT, name, drawing=drawing)],
    )
