"""Drawing HR's training desk and the import of the catalogue."""

from __future__ import annotations

from functools import partial

from bot.actions import trainings
from bot.documents import sheet
from bot.rules.trainings.catalogue import COLUMNS
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.roster import chat
from bot.texts.trainings import agreements, budgets, dividing, outside, running, template
from bot.texts.trainings import desk as texts
from handlers.lists import turns
from handlers.trainings.mine import BACK, MENU

DESK, FILE = Place("trainings.desk"), Place("trainings.file")
TO_DESK = Button(words.BACK, opens=DESK)


def draw_desk(at: trainings.Desk) -> Screen:
    state = dividing.STATES[at.division.state] if at.division else ""
    text = texts.desk(at.courses, at.agreed, at.learned, dividing.under_way(state))
    rows = [
        [
            Button(texts.IMPORT, opens=FILE),
            Button(texts.BUDGET, opens=Place("trainings.budget")),
        ],
        [
            Button(running.RUNNING, opens=place("trainings.running", 0)),
            Button(agreements.AGREEMENTS, opens=Place("trainings.agreements")),
        ],
    ]
    if at.division:
        see = place("trainings.division", at.division.id or 0, 0)
        rows.append([Button(dividing.SEE, opens=see)])
    elif at.agreed:
        rows.append([Button(texts.DIVIDE, does=Place("trainings.divide"))])
    if at.learned:
        rows.append([Button(outside.TO_CONFIRM, opens=place("trainings.to_confirm", 0))])
    return Screen(text, [*rows, [BACK, MENU]])


def draw_file(_: None) -> Screen:
    made = Button(chat.TEMPLATE, opens=Place("trainings.template"))
    return Screen(texts.ask_file(COLUMNS), [[made], [TO_DESK, MENU]], typing=FILE)


def draw_template(_: None) -> Screen:
    sheets = [
        (template.SHEETS[0], COLUMNS, ()),
        (template.SHEETS[1], template.GUIDE_HEAD, template.guide()),
        (template.SHEETS[2], template.WAYS_HEAD, template.ways()),
    ]
    drawing = partial(sheet.workbook, sheets)
    made = File(FileKind.DOCUMENT, template.NAME, drawing=drawing, keepable=True)
    return Screen(texts.ask_file(COLUMNS), [[TO_DESK, MENU]], files=[made], typing=FILE)


def draw_report(at: trainings.Report) -> Screen:
    found = at.findings
    faults = [texts.fault(one.line, one.column, one.code, one.detail) for one in at.faults]
    text = texts.report(
        faults, len(found.faults), found.added, found.changed, found.unchanged, at.page, at.pages
    )
    rows = []
    if not found.faults and found.added + found.changed:
        take = place("trainings.take_in", at.seen)
        rows.append([Button(texts.TAKE_IN, does=take, style=Style.GOOD)])
    rows.append([Button(texts.ANOTHER, opens=FILE)])
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.report", to))
    return Screen(text, [*rows, [*turn, TO_DESK, MENU]], typing=FILE)


def draw_budgets(at: trainings.Budgets) -> Screen:
    text = budgets.budgets(at.years)
    return Screen(text, [[TO_DESK, MENU]], typing=Place("trainings.budget_text"))
