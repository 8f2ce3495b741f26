"""Extracts: what is wanted, what for, in which form."""

from __future__ import annotations

from functools import partial

from bot.actions import exports
from bot.documents import listing, sheet
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import exports as texts
from bot.texts import words
from handlers.lists import MOST_BUTTONS
from handlers.table import Shown, Table

HOME = Place("exports.home")
MENU = Button(words.MENU, opens=Place("home.menu"))
BACK = Button(words.BACK, opens=HOME)
FORMS = {"xlsx": "XLSX", "csv": "CSV", "pdf": "PDF"}


def draw_home(at: exports.Home) -> Screen:
    doors = [
        Button(texts.KINDS[kind], opens=place("exports.ask", kind, which))
        for kind, which in at.kinds
        if which or kind != "results"
    ]
    rows = [doors[n : n + 2] for n in range(0, len(doors), 2)]
    back = [Button(words.BACK, opens=Place("desk.staff"))] if at.desk else []
    ways = back if len(doors) + len(back) == MOST_BUTTONS else [*back, MENU]
    return Screen(texts.home(at.taken), [*rows, ways])


def draw_ask(at: exports.Asked) -> Screen:
    rows = []
    if at.before:
        rows.append([Button(texts.EARLIER, opens=place("exports.ask", at.kind, at.before))])
    here = place("exports.purpose", at.kind, at.which)
    return Screen(texts.ask_purpose(at.title), [*rows, [BACK, MENU]], typing=here)


def draw_ready(at: exports.Ready) -> Screen:
    forms = [
        Button(label, does=place("exports.take", at.handout_id, ending), style=Style.GOOD)
        for ending, label in FORMS.items()
    ]
    rows = [forms]
    if at.full:
        rows.append([Button(texts.MASKED, does=place("exports.mask", at.handout_id))])
    elif at.may_unmask:
        rows.append([Button(texts.FULL, opens=place("exports.reason", at.handout_id))])
    text = texts.ready(at.title, at.purpose, at.lines, at.reason, full=at.full)
    return Screen(text, [*rows, [BACK, MENU]])


def draw_reason(handout_id: int) -> Screen:
    back = Button(words.BACK, opens=place("exports.ready", handout_id))
    return Screen(texts.ask_reason(), [[back, MENU]], typing=place("exports.reason", handout_id))


def draw_full_check(at: tuple[int, str]) -> Screen:
    handout_id, reason = at
    sure = Button(texts.FULL, does=place("exports.unmask", handout_id), style=Style.BAD)
    back = Button(words.BACK, opens=place("exports.ready", handout_id))
    return Screen(texts.full_check(reason), [[sure], [back, MENU]])


def draw_paper(at: exports.Paper) -> Screen:
    made = at.extract
    match at.ending:
        case "xlsx":
            drawing = partial(sheet.xlsx, made.title, made.columns, made.lines)
        case "csv":
            drawing = partial(sheet.csv, made.columns, made.lines)
        case _:
            said = texts.footer(at.by, words.moment(at.at), at.purpose)
            drawing = partial(
                listing.pdf, at.office, made.title, said, made.columns, made.lines, at.at
            )
    file = File(FileKind.DOCUMENT, at.name, drawing=drawing)
    return Screen(texts.handed(made.title, len(made.lines)), [[BACK, MENU]], files=[file])


def routes() -> Table:
    return Table(
        places={
            "exports.home": Shown(exports.home, draw_home),
            "exports.ask": Shown(exports.ask, draw_ask),
            "exports.ready": Shown(exports.ready, draw_ready),
            "exports.reason": Shown(exports.reason_asked, draw_reason),
            "exports.full_check": Shown(exports.full_check, draw_full_check),
            "exports.paper": Shown(exports.paper, draw_paper),
        },
        acts={
            "exports.take": exports.take,
            "exports.unmask": exports.unmask,
            "exports.mask": exports.mask_again,
        },
        typed={
            "exports.purpose": exports.purpose,
            "exports.reason": exports.reason,
        },
    )
