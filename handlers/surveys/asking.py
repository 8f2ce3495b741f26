"""Citizens answer in the chat; employees as well, and are told what becomes of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.surveys import asking, sending
from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import asking as texts
from bot.texts.surveys import questions
from handlers.table import Recipient, Shown, Table
from storage import surveys

CODE, MENU = Place("surveys.code"), Button(words.MENU, opens=Place("home.menu"))


def draw_code(at: asking.Asked) -> Screen:
    rows = [[Button(texts.ERASE, does=Place("surveys.erase"))]] if at.told else []
    blocks = [texts.ask_code(), *([texts.told(at.told)] if at.told else [])]
    return Screen("\n\n".join(blocks), [*rows, *_out(staff=at.staff)], typing=CODE)


def draw_begun(at: asking.Begun) -> Screen:
    where = (at.unit, at.service, at.counter)
    if at.fault:
        another = Button(texts.ANOTHER, opens=CODE)
        return Screen(texts.fault(*where, at.fault), [[another], *_out(staff=at.staff)])
    blocks = [texts.begun(*where, ticketed=at.ticketed), *([texts.staff()] if at.staff else [])]
    start = Button(texts.START, does=place("surveys.start", at.code), style=Style.GOOD)
    return Screen("\n\n".join(blocks), [[start], *_out(staff=at.staff)])


def draw_question(at: asking.Question) -> Screen:
    rows = [
        [
            Button(
                questions.label(at.element, given),
                does=place("surveys.mark", at.number, at.element.value, given),
            )
        ]
        for given in range(LOWEST, HIGHEST + 1)
    ]
    turn = [Button(words.BACK, opens=place("surveys.ask", at.number, at.at - 1))] if at.at else []
    if at.mark and at.at + 1 < len(ELEMENTS):
        turn.append(Button(words.NEXT, opens=place("surveys.ask", at.number, at.at + 1)))
    if at.whole:
        turn.append(Button(texts.SUMMARY, opens=place("surveys.check", at.number)))
    drop = Button(words.CANCEL, does=place("surveys.drop", at.number))
    return Screen(texts.question(at.at, at.element, at.mark), [*rows, turn, [drop]])


def draw_comment(at: asking.Comment) -> Screen:
    label = words.DELETE if at.text else words.SKIP
    skip = Button(label, does=place("surveys.skip", at.number))
    back = Button(words.BACK, opens=place("surveys.ask", at.number, len(ELEMENTS) - 1))
    keep = [Button(texts.SUMMARY, opens=place("surveys.check", at.number))] if at.text else []
    typing = place("surveys.remark", at.number)
    return Screen(texts.comment(at.text), [[skip], [back, *keep]], typing=typing)


def draw_summary(at: sending.Summary) -> Screen:
    blocks = [
        texts.summary(at.unit, at.service, at.counter, at.marks, at.comment),
        texts.ticket_or_not(ticketed=at.ticketed),
        *([texts.wish(wanted=at.wish)] if at.comment else []),
    ]
    number = at.number
    send = Button(words.SEND, does=place("surveys.send", number, at.seen), style=Style.GOOD)
    change = [
        Button(texts.CHANGE_ANSWERS, opens=place("surveys.ask", number, 0)),
        Button(texts.CHANGE_COMMENT, opens=place("surveys.remark", number)),
    ]
    if at.wish:
        wish = [Button(texts.NO_WISH, does=place("surveys.wish", number, 0))]
    else:
        wish = [Button(texts.WISH, opens=place("surveys.consent", number))]
    drop = Button(words.CANCEL, does=place("surveys.drop", number))
    return Screen("\n\n".join(blocks), [[send], change, wish if at.comment else [], [drop]])


def draw_consent(at: sending.Summary) -> Screen:
    agree = Button(texts.AGREE, does=place("surveys.wish", at.number, 1), style=Style.GOOD)
    back = Button(words.BACK, opens=place("surveys.check", at.number))
    return Screen(texts.consent(at.months), [[agree], [back]])


def draw_thanks(at: sending.Thanks) -> Screen:
    rows = [[Button(texts.ERASE, does=Place("surveys.erase"))]] if at.wish else []
    another = Button(texts.ANOTHER, opens=CODE)
    return Screen(texts.thanks(wished=at.wish), [*rows, [another], *_out(staff=at.staff)])


def _out(*, staff: bool) -> list[list[Button]]:
    return [[MENU]] if staff else []


def write_news(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = surveys.wishes.get(session, facts["wish"])
    return None if row is None or row.news is None else Screen(texts.news(row.news), stays=True)


def routes() -> Table:
    """What anybody reaches, with an account or without."""
    return Table(
        places={
            "surveys.code": Shown(asking.ask, draw_code),
            "surveys.begin": Shown(asking.begun, draw_begun),
            "surveys.ask": Shown(asking.question, draw_question),
            "surveys.remark": Shown(asking.comment, draw_comment),
            "surveys.check": Shown(sending.summary, draw_summary),
            "surveys.consent": Shown(sending.summary, draw_consent),
            "surveys.sent": Shown(sending.sent, draw_thanks),
        },
        acts={
            "surveys.start": asking.start,
            "surveys.mark": asking.mark,
            "surveys.skip": asking.skip,
            "surveys.wish": asking.wish,
            "surveys.send": sending.send,
            "surveys.drop": sending.drop,
            "surveys.erase": sending.erase,
        },
        typed={"surveys.code": asking.show, "surveys.remark": asking.write},
        commands={"survei": Place("surveys.home")},
        letters={"surveys.news": write_news},
    )
