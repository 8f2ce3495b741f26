"""Career records from a file, and somebody's history."""

from __future__ import annotations

from functools import partial

from bot.actions import career
from bot.documents import sheet
from bot.rules.career import Past
from bot.rules.career.lines import COLUMNS, FURTHER
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.career import history as history_texts
from bot.texts.career import importing as texts
from bot.texts.roster import chat
from handlers.career.office import DESK, MENU
from handlers.lists import turns

FILE = Place("career.file")


def draw_file(_: None) -> Screen:
    template = Button(chat.TEMPLATE, opens=Place("career.template"))
    return Screen(texts.ask_file(), [[template], [DESK, MENU]], typing=FILE)


def draw_template(_: None) -> Screen:
    sheets = [
        (texts.SHEETS[0], (*COLUMNS, *FURTHER), ()),
        (texts.SHEETS[1], texts.GUIDE_HEAD, [tuple(map(str, line)) for line in texts.GUIDE]),
    ]
    drawing = partial(sheet.workbook, sheets)
    made = File(FileKind.DOCUMENT, texts.TEMPLATE_NAME, drawing=drawing, keepable=True)
    return Screen(texts.ask_file(), [[DESK, MENU]], files=[made], typing=FILE)


def draw_report(at: career.Report) -> Screen:
    found = at.findings
    figures = (len(found.faults), len(found.new), found.people, found.there)
    text = texts.report(at.faults, figures, found.by_sort, at.page, at.pages)
    rows = []
    if found.new and not found.faults:
        take = place("career.take_in", at.seen)
        rows.append([Button(texts.TAKE_IN, does=take, style=Style.GOOD)])
    turn = turns(at.page, at.pages, 1, lambda to: place("career.report", to))
    again = [
        Button(texts.ANOTHER, opens=FILE),
        Button(texts.FORGET, does=Place("career.forget")),
    ]
    return Screen(text, [*rows, again, [*turn, DESK, MENU]], typing=FILE)


def draw_history(at: career.History) -> Screen:
    rows = [(Past(one.kind), one.day, one.value, one.note or "") for one in at.rows]
    text = history_texts.history(None if at.mine else at.name, rows)
    turn = turns(at.page, at.pages, 1, lambda to: place("career.history", at.employee_id, to))
    back = Button(words.BACK, opens=place("career.card", at.employee_id))
    return Screen(text, [[*turn, back, MENU]])
