"""Requests to HR, HR's answers, and the letters about both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions import personal
from bot.rules.personal import FIELDS, Field, Request
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.personal import asked_letters, retaining
from bot.texts.personal import asking as texts
from handlers.appraisals import pager
from handlers.table import Recipient, Write
from storage.personal import requests
from storage.personal.requests import DRAFT, FILED, GRANTED, REFUSED

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("personal.home"))
ASK = Button(words.BACK, opens=Place("personal.ask"))
DESK = Button(words.BACK, opens=place("personal.desk", 0))


def draw_ask(rows: Sequence[personal.Card]) -> Screen:
    buttons = [
        Button(str(at), opens=place("personal.request", one.number))
        for at, one in enumerate(rows, 1)
    ]
    correct = Button(texts.CORRECT, opens=Place("personal.fields"))
    refuse = Button(texts.OBJECT, opens=Place("personal.objecting"))
    above = [buttons] if buttons else []
    return Screen(texts.ask(rows), [*above, [correct], [refuse], [HOME]])


def draw_fields(_: None) -> Screen:
    buttons = [
        Button(texts.FIELD[one], opens=place("personal.wanting", one.value)) for one in Field
    ]
    return Screen(texts.fields(), [buttons[:2], buttons[2:4], buttons[4:], [ASK]])


def draw_wanting(at: personal.Wanting) -> Screen:
    back = Button(words.BACK, opens=Place("personal.fields"))
    typing = place("personal.wanting", at.field.value)
    return Screen(texts.wanting(at.field, at.before), [[back, MENU]], typing=typing)


def draw_objecting(_: None) -> Screen:
    return Screen(texts.objecting(), [[ASK, MENU]], typing=Place("personal.objecting"))


def draw_request(one: personal.Card) -> Screen:
    rows = []
    if one.state == DRAFT:
        again = place("personal.wanting", one.field) if one.field else Place("personal.objecting")
        file = Button(texts.FILE, does=place("personal.file", one.number), style=Style.GOOD)
        rows = [[file], [Button(words.CHANGE, opens=again)]]
    elif one.state == FILED:
        rows = [[Button(texts.TAKE_BACK, does=place("personal.take_back", one.number))]]
    return Screen(texts.card(one, hr=False), [*rows, [ASK, MENU]])


def draw_desk(at: personal.Desk) -> Screen:
    buttons = [
        Button(str(number), opens=place("personal.one", one.number))
        for number, one in enumerate(at.rows, at.first)
    ]
    turn = pager("personal.desk", [], at.page, at.pages)
    above = [buttons] if buttons else []
    terms = Button(retaining.RETENTION, opens=Place("personal.retention"))
    return Screen(texts.desk(at.rows, at.first, at.total), [*above, [terms], [*turn, HOME]])


def draw_one(one: personal.Card) -> Screen:
    rows = []
    if one.state == FILED:
        refuse = Button(texts.REFUSE, opens=place("personal.answer", one.number, REFUSED))
        rows = [[_agree(one), refuse]]
    return Screen(texts.card(one, hr=True), [*rows, [DESK, MENU]])


def _agree(one: personal.Card) -> Button:
    if one.kind is Request.OBJECT:
        return Button(texts.AGREE, opens=place("personal.answer", one.number, GRANTED))
    label = texts.GRANT if one.field in FIELDS else texts.DONE
    return Button(label, does=place("personal.grant", one.number), style=Style.GOOD)


def draw_answer(at: personal.Answering) -> Screen:
    back = Button(words.BACK, opens=place("personal.one", at.card.number))
    verb = GRANTED if at.granting else REFUSED
    typing = place("personal.answer", at.card.number, verb)
    return Screen(texts.answering(at.card, granting=at.granting), [[back, MENU]], typing=typing)


def _write(told: Callable[[datetime], str]) -> Write:
    """A letter to whoever answers, while the request waits."""

    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        row = requests.get(session, facts["request"])
        if row is None or row.state != FILED or row.due_at is None:
            return None
        see = Button(words.OPEN, opens=place("personal.one", row.id or 0))
        return Screen(told(row.due_at.astimezone(to.now.tzinfo)), [[see]])

    return write


def write_answered(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    see = Button(words.OPEN, opens=place("personal.request", facts["request"]))
    return Screen(asked_letters.answered_letter(), [[see]], stays=True)


LETTERS: Mapping[str, Write] = {
    "personal.asked": _write(asked_letters.asked_letter),
    "personal.near": _write(asked_letters.near_letter),
    "personal.overdue": _write(asked_letters.overdue_letter),
    "personal.answered": write_answered,
}
