"""Finding a result, and proposing other levels for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import corrections
from bot.actions.search import Found
from bot.rules.schemes import LEVELS
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import corrections as texts
from bot.texts import words
from bot.texts.appraisals import form
from bot.texts.objections import steps
from handlers.appraisals import pager
from handlers.corrections.frame import BACK, MENU, scored, told_of
from handlers.lists import closed, found_text, people_rows

PAGE = 4


def draw_home(at: corrections.Listed) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("corrections.card", number))]
        for number, name in at.items[:5]
    ]
    find = [Button(texts.FIND, opens=Place("corrections.search"))]
    return Screen(texts.home(len(at.items)), [*rows, find, [MENU]])


def draw_search(_: None) -> Screen:
    return Screen(texts.search(), [[BACK, MENU]], typing=Place("corrections.find"))


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda one: place("corrections.results", one))
    return Screen(found_text(people), [*rows, [BACK, MENU]], typing=Place("corrections.find"))


def draw_results(at: corrections.Results) -> Screen:
    rows = [
        [Button(words.quarter(year, quarter), does=place("corrections.begin", number))]
        for number, year, quarter in at.items
    ]
    return Screen(texts.published(at.name, len(at.items)), [*rows, [BACK, MENU]])


def draw_edit(at: corrections.Draft) -> Screen:
    number = at.correction_id
    pages = -(-len(at.lines) // PAGE)
    page = min(max(at.page, 0), max(0, pages - 1))
    rows = [
        [
            Button(
                steps.line_label(one.name, one.level, one.mine),
                opens=place("corrections.level", number, one.key),
            )
        ]
        for one in at.lines[page * PAGE : (page + 1) * PAGE]
    ]
    turn = pager("corrections.edit", [number], page, pages)
    ready = at.changes and at.reason
    if not ready or len(turn) < 2:  # between two pages there is no room for both
        turn.append(Button(texts.REASON, opens=place("corrections.reason", number)))
    if ready:
        turn.append(Button(texts.LAST, opens=place("corrections.last", number)))
    return Screen(_edited(at), closed([*rows, turn], BACK))


def _edited(at: corrections.Draft) -> str:
    before, after = scored(at.before), scored(at.after)
    return texts.edit(at.name, at.year, at.quarter, at.changes, before, after, at.reason)


def draw_level(found: tuple[corrections.Draft, corrections.Line]) -> Screen:
    at, line = found
    number = at.correction_id
    rows = [
        [
            Button(
                form.level(level, None, line.mine),
                does=place("corrections.put", number, line.key, level),
            )
        ]
        for level in LEVELS
        if level != line.level
    ]
    keep = [Button(texts.KEEP, does=place("corrections.put", number, line.key, 0))]
    back = [Button(words.BACK, opens=place("corrections.edit", number, 0)), MENU]
    return Screen(texts.ask_level(at.name, line.name, line.level), [*rows, keep, back])


def draw_reason(at: corrections.Draft) -> Screen:
    back = Button(words.BACK, opens=place("corrections.edit", at.correction_id, 0))
    typing = place("corrections.reason_text", at.correction_id)
    return Screen(texts.ask_reason(at.name, at.year, at.quarter), [[back, MENU]], typing=typing)


def draw_last(at: corrections.Draft) -> Screen:
    number = at.correction_id
    propose = place("corrections.propose", number, at.seen)
    back = Button(words.BACK, opens=place("corrections.edit", number, 0))
    rows = [[Button(texts.PROPOSE, does=propose, style=Style.GOOD)], [back, MENU]]
    return Screen(told_of(at) + "\n\n" + texts.last(), rows)
