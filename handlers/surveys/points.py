"""Drawing comments of citizens and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from bot.actions.search import Found
from bot.actions.spans import packed
from bot.actions.surveys.improving import NONE, Asked
from bot.actions.surveys.points import PAGE, Comment, Comments, Point, Points
from bot.actions.surveys.settling import WEEKS
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import points as texts
from handlers.lists import found_text, people_rows, turns
from handlers.table import Recipient
from storage.surveys import points as stored

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_comments(at: Comments) -> Screen:
    first = at.page * PAGE + 1
    lines = [texts.comment_line(n, one.text) for n, one in enumerate(at.items, first)]
    numbers = [
        Button(str(n), opens=place("surveys.comment", one.answer_id))
        for n, one in enumerate(at.items, first)
    ]
    turn = turns(at.page, at.pages, 1, lambda page: place("surveys.comments", at.unit_id, page))
    return Screen(texts.comments(at.unit, lines), _below(numbers, turn, [], at.unit_id))


def draw_comment(at: Comment) -> Screen:
    if at.point:
        act = Button(texts.THE_POINT, opens=place("surveys.point", at.point))
    else:
        opens = place("surveys.improve", at.unit_id, at.answer_id, NONE)
        act = Button(texts.IMPROVE, opens=opens, style=Style.GOOD)
    back = Button(words.BACK, opens=place("surveys.comments", at.unit_id, 0))
    return Screen(texts.comment(at.unit, at.text, at.cleared_on), [[act], [back, HOME]])


def draw_points(at: Points) -> Screen:
    first = at.page * PAGE + 1
    lines = [
        texts.line(n, one.what, one.owner, one.due, one.today, one.done_on, one.cancelled_on)
        for n, one in enumerate(at.items, first)
    ]
    numbers = [
        Button(str(n), opens=place("surveys.point", one.number))
        for n, one in enumerate(at.items, first)
    ]
    new = [
        Button(texts.new_about(one), opens=place("surveys.improve", at.unit_id, 0, one))
        for one in at.low
    ]
    turn = turns(at.page, at.pages, 1, lambda page: place("surveys.points", at.unit_id, page))
    return Screen(texts.points(at.unit, lines), _below(numbers, turn, new, at.unit_id))


def _below(
    numbers: list[Button], turn: list[Button], new: list[Button], unit_id: int
) -> list[list[Button]]:
    back = Button(words.BACK, opens=place("surveys.results", unit_id, 0))
    rows = [numbers, turn, *([one] for one in new)]
    return [*(row for row in rows if row), [back, HOME]]


def draw_point(at: Point) -> Screen:
    told = (at.owner, at.made_by, at.due, at.today, at.done_on, at.cancelled_on)
    text = texts.card(at.unit, at.element, at.comment, at.what, texts.standing(*told), at.changed)
    rows = []
    if at.done_on is None and at.cancelled_on is None:
        if at.mine:
            opens = place("surveys.changed", at.number)
            rows.append([Button(texts.FINISH, opens=opens, style=Style.GOOD)])
        if at.leads:
            does = place("surveys.call_off", at.number)
            rows.append([Button(texts.CALL_OFF, does=does, style=Style.BAD)])
    last = [HOME]
    if at.leads:
        last.insert(0, Button(words.BACK, opens=place("surveys.points", at.unit_id, 0)))
    return Screen(text, [*rows, last])


def draw_changed(at: Point) -> Screen:
    back = Button(words.BACK, opens=place("surveys.point", at.number))
    text = texts.ask_changed(at.what, citizen=bool(at.comment))
    return Screen(text, [[back, HOME]], typing=place("surveys.changed", at.number))


def draw_ask(at: Asked) -> Screen:
    of = place("surveys.comment", at.answer_id) if at.answer_id else _points(at)
    typing = place("surveys.improve", at.unit_id, at.answer_id, at.element or NONE)
    text = texts.ask(at.unit, at.comment, at.element)
    return Screen(text, [[Button(words.BACK, opens=of), HOME]], typing=typing)


def _points(at: Asked) -> Place:
    return place("surveys.points", at.unit_id, 0)


def draw_owner(at: Asked) -> Screen:
    back = Button(
        words.BACK, opens=place("surveys.improve", at.unit_id, at.answer_id, at.element or NONE)
    )
    typing = place("surveys.owner", at.number)
    return Screen(texts.ask_owner(at.what), [[back, HOME]], typing=typing)


def draw_owners(at: tuple[int, Sequence[Found]]) -> Screen:
    number, people = at
    rows = people_rows(people, lambda person: place("surveys.until", number, person))
    back = Button(words.BACK, opens=place("surveys.owner", number))
    typing = place("surveys.owner", number)
    return Screen(found_text(people), [*rows, [back, HOME]], typing=typing)


def draw_until(at: Asked) -> Screen:
    rows = [
        [Button(
            texts.in_weeks(weeks),
            does=place(
                "surveys.settle", at.number, at.owner_id,
                packed(at.today + timedelta(weeks=weeks)),
            ),
        )]
        for weeks in WEEKS
    ]  # fmt: skip
    back = Button(words.BACK, opens=place("surveys.owner", at.number))
    typing = place("surveys.until", at.number, at.owner_id)
    return Screen(texts.ask_until(at.what, at.owner), [*rows, [back, HOME]], typing=typing)


def write_owed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = stored.get(session, facts["point"])
    if row is None or row.done_at is not None or row.cancelled_at is not None:
        return None
    opens = place("surveys.point", facts["point"])
    return Screen(texts.letter_owed(), [[Button(words.OPEN, opens=opens)]])


def write_finished(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if stored.get(session, facts["point"]) is None:
        return None
    opens = place("surveys.point", facts["point"])
    return Screen(texts.letter_finished(), [[Button(words.OPEN, opens=opens)]])
