"""Careers for superiors, HR and heads: lists, records, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import career
from bot.actions.search import Found
from bot.rules.career import ASSESSMENTS, Fact
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import career as texts
from bot.texts import words
from bot.texts.career import importing, office
from handlers.appraisals import pager
from handlers.lists import closed, found_text, people_rows

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("career.home"))
DESK = Button(words.BACK, opens=place("career.desk", 0))


def draw_team(at: career.TeamOf) -> Screen:
    rows = [
        [Button(words.fitting(f"{number}. {name}"), opens=place("career.card", one))]
        for number, (one, name, _) in enumerate(at.rows, 1)
    ]
    shown = [(name, step) for _, name, step in at.rows]
    turn = pager("career.team", [], at.page, at.pages)
    text = office.team(shown, at.people, at.ready)
    return Screen(text, closed(rows, *turn, HOME))


def draw_desk(at: career.Desk) -> Screen:
    rows = [
        [Button(words.fitting(f"{number}. {name}"), opens=place("career.card", one))]
        for number, (one, name, _, _) in enumerate(at.rows, 1)
    ]
    shown = [(name, since, step) for _, name, since, step in at.rows]
    turn = pager("career.desk", [], at.page, at.pages)
    text = office.desk(shown, at.total)
    first = at.keeps and not at.page
    bring = [[Button(importing.IMPORT, opens=Place("career.file"))]] if first else []
    typing = place("career.desk", at.page)
    return Screen(text, closed([*rows, *bring], *turn, HOME), typing=typing)


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda one: place("career.card", one))
    typing = place("career.desk", 0)
    return Screen(found_text(people), [*rows, [DESK, MENU]], typing=typing)


def draw_kept(at: career.Kept) -> Screen:
    facts = {kind: (row.value, row.day) for kind, row in at.facts.items()}
    rows = _kinds(at.employee_id, [kind for kind in Fact if kind not in ASSESSMENTS])
    more = Button(texts.ASSESSMENT, opens=place("career.assessment", at.employee_id))
    back = Button(words.BACK, opens=place("career.card", at.employee_id))
    return Screen(office.kept(at.name, facts, at.predikat), [*rows, [more], [back]])


def draw_assessment(at: career.Kept) -> Screen:
    facts = {kind: (row.value, row.day) for kind, row in at.facts.items() if kind in ASSESSMENTS}
    back = Button(words.BACK, opens=place("career.kept", at.employee_id))
    rows = _kinds(at.employee_id, ASSESSMENTS)
    return Screen(office.kept(at.name, facts, {}), [*rows, [back, MENU]])


def _kinds(employee_id: int, kinds: Sequence[Fact]) -> list[list[Button]]:
    buttons = [
        Button(texts.FACTS[kind], opens=place("career.ask", employee_id, kind.value))
        for kind in kinds
    ]
    return [buttons[n : n + 2] for n in range(0, len(buttons), 2)]


def draw_ask(at: career.Asked) -> Screen:
    here = place("career.ask", at.employee_id, at.kind.value)
    back = Button(words.BACK, opens=place("career.kept", at.employee_id))
    return Screen(texts.asked(at.kind, at.name), [[back, MENU]], typing=here)


def draw_check(at: career.Check) -> Screen:
    does = place(
        "career.record", at.employee_id, at.kind.value, at.year, f"v{at.value}", at.packed
    )
    now = office.fact(at.kind, at.year, at.value, at.day)
    before = None
    if at.before is not None:
        before = office.fact(Fact(at.before.kind), at.year, at.before.value, at.before.day)
    change = Button(words.CHANGE, opens=place("career.ask", at.employee_id, at.kind.value))
    cancel = Button(words.CANCEL, opens=place("career.kept", at.employee_id))
    rows = [[Button(texts.RECORD, does=does, style=Style.GOOD)], [change, cancel]]
    return Screen(office.check(at.name, at.kind, now, before), rows)


def draw_choose(at: career.Choosing) -> Screen:
    rows = [
        [Button(office.DECISIONS[kind], opens=place("career.why", at.employee_id, kind.value))]
        for kind in at.kinds
    ]
    back = Button(words.BACK, opens=place("career.card", at.employee_id))
    return Screen(office.choose(at.name), [*rows, [back, MENU]])


def draw_why(at: tuple[int, str, career.Decision]) -> Screen:
    employee_id, name, kind = at
    back = Button(words.BACK, opens=place("career.choose", employee_id))
    typing = place("career.why", employee_id, kind.value)
    return Screen(office.why(name, kind.value), [[back, MENU]], typing=typing)


def draw_confirm(at: career.Draft) -> Screen:
    take = Button(
        texts.TAKE, does=place("career.decide", at.employee_id, at.mark), style=Style.GOOD
    )
    change = Button(words.CHANGE, opens=place("career.why", at.employee_id, at.kind.value))
    cancel = Button(words.CANCEL, opens=place("career.card", at.employee_id))
    return Screen(office.confirm(at.name, at.kind.value, at.reason), [[take], [change, cancel]])
