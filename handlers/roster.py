"""A roster file in the chat: sent, looked at, brought in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import roster
from bot.actions.roster.found import FAULT, LEAVING
from bot.documents import sheet
from bot.rules.roster import COLUMNS
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import roster as sentences
from bot.texts import words
from bot.texts.roster import chat as texts
from bot.texts.roster import lines, taking_in
from handlers.lists import turns
from handlers.table import Recipient, Shown, Table

FILE = Place("roster.file")
BACK = Button(words.BACK, opens=Place("desk.staff"))
MENU = Button(words.MENU, opens=Place("home.menu"))
MOST_IN_WORKBOOK = 5_000


def draw_file(at: roster.Standing) -> Screen:
    match at.state:
        case "sent" | "confirmed" | "writing":
            text = taking_in.waiting(at.done, at.lines, at.state)
            rows = [[Button(texts.LOOK_AGAIN, opens=FILE)]]
            if at.state == "sent":
                rows.append([_forget(at)])
            return Screen(text, [*rows, [BACK, MENU]], typing=FILE)
        case "unreadable":
            text = texts.not_read(at.figures["code"], at.figures["columns"])
            return Screen(text, [[_template()], [BACK, MENU]], typing=FILE)
        case "faulty":
            first = [(one.line, *one.told[0]) for one in at.faults]
            text = texts.faulty(at.figures[FAULT], first)
            rows = [[_kind(FAULT, at), Button(texts.REPORT, opens=Place("roster.paper"))]]
            if at.leavers:  # their leaving may be all that is wrong
                rows.append([_switch(at)])
            return Screen(text, [*rows, [_forget(at)], [BACK, MENU]], typing=FILE)
        case "found":
            return _draw_found(at)
        case "done":
            return Screen(taking_in.done(at.figures), [[_forget(at)], [BACK, MENU]], typing=FILE)
        case _:
            return Screen(texts.ask(COLUMNS), [[_template()], [BACK, MENU]], typing=FILE)


def _draw_found(at: roster.Standing) -> Screen:
    changes = [kind for kind in roster.KINDS if at.figures.get(kind)]
    rows = [[_kind(one, at) for one in changes[n : n + 2]] for n in range(0, len(changes), 2)]
    worth = [kind for kind in changes if kind != LEAVING or at.leavers]
    text = texts.found(at.figures, at.lines, leavers=at.leavers)
    text += "\n\n" + (texts.look() if worth else texts.nothing())
    if at.figures[LEAVING]:
        rows.append([_switch(at)])
    if worth:
        take = place("roster.confirming", at.number)
        rows.append(
            [
                Button(texts.REPORT, opens=Place("roster.paper")),
                Button(taking_in.TAKE_IN, opens=take, style=Style.GOOD),
            ]
        )
    return Screen(text, [*rows, [_forget(at), BACK]], typing=FILE)


def _switch(at: roster.Standing) -> Button:
    label = taking_in.THEY_STAY if at.leavers else taking_in.THEY_LEFT
    return Button(label, does=place("roster.leavers", at.number, int(not at.leavers)))


def draw_confirming(at: roster.Standing) -> Screen:
    leaving = at.figures[LEAVING] if at.leavers else 0
    act = place("roster.confirm", at.number, leaving)
    sure = Button(taking_in.REALLY, does=act, style=Style.BAD if at.many else Style.GOOD)
    text = taking_in.sure(at.figures, leavers=at.leavers, many=at.many)
    return Screen(text, [[sure], [Button(words.CANCEL, opens=FILE)]])


def draw_lines(at: roster.Report) -> Screen:
    row = turns(at.page, at.pages, 1, lambda page: place("roster.lines", at.kind, page))
    text = lines.report(at.kind, at.total, at.page, at.pages, [_said(one) for one in at.lines])
    back = Button(words.BACK, opens=FILE)
    return Screen(text, [*([row] if row else []), [back, MENU]])


def _said(one: roster.Line) -> str:
    if one.kind == FAULT:
        return f"• {words.safe(words.fitting(sentences.fault(one.line, *one.told[0]), 180))}"
    return lines.line(one.line, one.name, one.told, back=one.back)


def draw_paper(at: roster.Report) -> Screen:
    rows = [row for one in at.lines for row in lines.rows(one)]
    small = len(rows) <= MOST_IN_WORKBOOK
    drawing = (
        partial(sheet.xlsx, lines.SHEET, lines.HEAD, rows)
        if small
        else partial(sheet.csv, lines.HEAD, rows)
    )
    name = lines.file_name("xlsx" if small else "csv")
    paper = File(FileKind.DOCUMENT, name, drawing=drawing)
    faulty = any(one.kind == FAULT for one in at.lines)
    text = texts.mend() if faulty else texts.look()
    return Screen(text, [[Button(words.BACK, opens=FILE), MENU]], files=[paper])


def draw_template(_: None) -> Screen:
    drawing = partial(sheet.xlsx, lines.SHEET, COLUMNS, [])
    made = File(FileKind.DOCUMENT, lines.TEMPLATE_NAME, drawing=drawing, keepable=True)
    return Screen(texts.ask(COLUMNS), [[BACK, MENU]], files=[made], typing=FILE)


def write_worked(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen:
    return Screen(taking_in.worked(facts["state"]))


def _kind(kind: str, at: roster.Standing) -> Button:
    label = f"{lines.KINDS[kind]} ({words.number(at.figures[kind])})"
    return Button(words.fitting(label), opens=place("roster.lines", kind, 0))


def _forget(at: roster.Standing) -> Button:
    return Button(texts.FORGET, does=place("roster.drop", at.number))


def _template() -> Button:
    return Button(texts.TEMPLATE, opens=Place("roster.template"))


def routes() -> Table:
    return Table(
        places={
            "roster.file": Shown(roster.standing, draw_file),
            "roster.lines": Shown(roster.lines, draw_lines),
            "roster.paper": Shown(roster.paper, draw_paper),
            "roster.template": Shown(roster.template, draw_template),
            "roster.confirming": Shown(roster.confirming, draw_confirming),
        },
        acts={
            "roster.leavers": roster.leavers,
            "roster.confirm": roster.confirm,
            "roster.drop": roster.drop,
        },
        sent={"roster.file": roster.file},
        letters={"roster.worked": write_worked},
    )
