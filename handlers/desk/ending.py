"""Drawing what is recorded of a person, and the last look before one of it is ended."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import desk
from bot.actions.spans import packed
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import desk as texts
from bot.texts import words
from handlers.desk.people import MENU
from handlers.lists import turns


def draw_on_record(at: desk.OnRecord) -> Screen:
    here = at.recorded[at.page * desk.PAGE :][: desk.PAGE]
    rows = [
        [Button(texts.end_label(number, one.kind, one.holder), opens=_end(one))]
        for number, one in enumerate(here, 1)
    ]
    number = at.employee_id
    row = turns(
        at.page, len(at.recorded), desk.PAGE, lambda page: place("desk.on_record", number, page)
    )
    lines = [texts.recorded_line(one.kind, one.holder, one.since, one.until) for one in here]
    back = [
        Button(words.BACK, opens=place("desk.person", number)),
        Button(words.MENU, opens=MENU),
    ]
    return Screen(texts.on_record(at.name, lines), [*rows, *([row] if row else []), back])


def draw_leave(at: desk.Ending) -> Screen:
    return _draw(at, place("desk.end_leave", at.recorded.number, packed(at.today)))


def draw_mandate(at: desk.Ending) -> Screen:
    return _draw(at, place("desk.end_mandate", at.recorded.number, packed(at.today)))


def _draw(at: desk.Ending, act: Place) -> Screen:
    one = at.recorded
    last = at.today - timedelta(days=1) if at.begun else None
    text = texts.confirm_end(one.kind, one.holder, at.name, one.since, one.until, last)
    sure = Button(texts.REALLY_END, does=act, style=Style.BAD)
    cancel = Button(words.CANCEL, opens=place("desk.on_record", at.employee_id, 0))
    return Screen(text, [[sure], [cancel]])


def _end(one: desk.Recorded) -> Place:
    return place("desk.end_mandate" if one.holder else "desk.end_leave", one.number)
