"""Drawing invitations on paper: which unit, a last look, the sheet."""

from __future__ import annotations

from collections.abc import Sequence
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
    """A tap chooses a unit or lets it go; without any, everybody is meant."""

    def turned(page: int, *chosen: int) -> Place:
        return place("desk.sheets", page, *chosen)

    rows = [
        [
            Button(
                words.fitting(f"{'☑' if number in at.chosen else '☐'} {name}", 17)
                + f" ({words.number(never)})",
                opens=turned(at.page, *_without(at.chosen, number)),
            )
        ]
        for number, name, never in at.units
    ]
    if at.units:
        label = texts.go_on(at.waiting) if at.chosen else texts.everybody(at.total)
        opens = place("desk.sheet_unit", *at.chosen)
        rows.append([Button(label, opens=opens, style=Style.GOOD)])
    row = turns(at.page, at.pages, 1, lambda page: turned(page, *at.chosen))
    back = Button(words.BACK, opens=Place("desk.reach"))
    tail = [*row, back] if row else [back, MENU_BUTTON]
    text = texts.choose(at.total, len(at.chosen), at.page, at.pages, at_most=at.full)
    return Screen(text, [*rows, tail], typing=turned(at.page, *at.chosen))


def _without(chosen: Sequence[int], number: int) -> list[int]:
    """The other ones, or with it while there is room."""
    if number in chosen:
        return [one for one in chosen if one != number]
    more = [*chosen, number]
    return more if sheets.has_room(more) else list(chosen)


def draw_unit(at: sheets.Chosen) -> Screen:
    rows = []
    if at.never > at.invited:
        act = place("desk.print", 0, *at.units)
        rows.append([Button(texts.REALLY, does=act, style=Style.GOOD)])
    if at.invited:
        rows.append([Button(texts.AGAIN, does=place("desk.print", sheets.AGAIN, *at.units))])
    text = texts.unit(at.names, at.never, at.invited, sheets.MOST)
    back = Button(words.BACK, opens=place("desk.sheets", 0, *at.units))
    return Screen(text, [*rows, [back, MENU_BUTTON]])


def draw_sheet(at: sheets.Sheet) -> Screen:
    said = texts.printed(at.office, at.bot)
    cards = [
        Card(
            name,
            unit,
            code,
            texts.valid(until),
            f"https://t.me/{at.bot}?start={code}" if at.bot else code,
        )
        for name, unit, code, until in at.cards
    ]
    drawing = partial(invitations.pdf, said, cards, at.at)
    done = at.never - at.left
    part = -(-done // sheets.MOST) if at.never > sheets.MOST else 0
    name = texts.file_name(at.at.date().isoformat(), part)
    rows = []
    if at.left:
        go_on = place("desk.print", at.since, *at.units)
        rows.append([Button(texts.NEXT_ONES, does=go_on, style=Style.GOOD)])
    back = Button(words.BACK, opens=place("desk.sheet_unit", *at.units))
    return Screen(
        texts.printed_now(len(at.cards), done, at.never),
        [*rows, [back, MENU_BUTTON]],
        files=[File(FileKind.DOCUMENT, name, drawing=drawing)],
    )
