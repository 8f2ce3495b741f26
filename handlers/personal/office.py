"""For HR, heads and the inspectorate: breaches, their letters, retention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import personal
from bot.documents import personal as document
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.personal import breaching as texts
from bot.texts.personal import retaining
from handlers.appraisals import pager
from handlers.table import Recipient
from storage.personal import breaches
from storage.personal.breaches import OPEN

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("personal.home"))
ALL = Button(words.BACK, opens=Place("personal.breaches"))


def draw_breaches(rows: Sequence[personal.Breached]) -> Screen:
    buttons = [
        Button(str(at), opens=place("personal.breach", one.number))
        for at, one in enumerate(rows, 1)
    ]
    new = Button(texts.RECORD_ONE, opens=Place("personal.breach_draft"))
    return Screen(texts.listed(rows), [*([buttons] if buttons else []), [new], [HOME, MENU]])


def draw_draft(one: personal.Breached | None) -> Screen:
    asks = [
        Button(label, opens=place("personal.breach_word", name))
        for name, (label, _) in texts.FIELDS.items()
    ]
    asks.append(Button(texts.UNIT, opens=place("personal.breach_word", "unit")))
    rows = [asks[:2], asks[2:]]
    if one is not None:
        act = place("personal.record_breach", one.number)
        rows.append([Button(texts.RECORD, does=act, style=Style.GOOD)])
    return Screen(texts.draft(one), [*rows, [ALL]])


def draw_word(field: str) -> Screen:
    back = Button(words.BACK, opens=Place("personal.breach_draft"))
    return Screen(texts.ask(field), [[back]], typing=place("personal.breach_word", field))


def draw_breach(one: personal.Breached) -> Screen:
    number = one.number
    rows = [
        [
            Button(texts.PRINT, opens=place("personal.breach_paper", number, 0)),
            Button(texts.PAPER, opens=place("personal.breach_paper", number, 1)),
        ]
    ]
    if one.state == OPEN:
        if one.people_told is None:
            rows.append([Button(texts.TELL, does=place("personal.tell_people", number))])
        if one.authority_told is None:
            rows.append([Button(texts.AUTHORITY, does=place("personal.tell_authority", number))])
        if one.people_told and one.authority_told:
            rows.append([Button(texts.CLOSE, does=place("personal.close_breach", number))])
    return Screen(texts.card(one), [*rows, [ALL, MENU]])


def draw_paper(at: tuple[personal.Breached, bool]) -> Screen:
    one, authority = at
    drawing = partial(document.notice, texts.paper(one, authority=authority), one.recorded)
    name = texts.file_name(one.number, authority=authority)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = Button(words.BACK, opens=place("personal.breach", one.number))
    return Screen(texts.card(one), [[back]], files=[file])


def draw_notice(one: personal.Breached) -> Screen:
    return Screen(texts.notice(one), [[HOME, MENU]])


def write_notice(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = breaches.get(session, facts["breach"])
    if row is None or row.people_told_at is None:
        return None
    see = Button(words.OPEN, opens=place("personal.notice", facts["breach"]))
    return Screen(texts.notice_letter(), [[see]], stays=True)


def write_due(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = breaches.get(session, facts["breach"])
    if row is None or row.state != OPEN or row.due_at is None:
        return None
    if row.people_told_at and row.authority_told_at:
        return None
    see = Button(words.OPEN, opens=place("personal.breach", facts["breach"]))
    return Screen(texts.due_letter(row.due_at.astimezone(to.now.tzinfo)), [[see]])


def draw_retention(at: personal.Retention) -> Screen:
    text = retaining.retention(at.rows, at.next_year, at.latest)
    back = Button(words.BACK, opens=place("personal.desk", 0))
    turn = pager("personal.retention", [], at.page, at.pages)
    return Screen(text, [*([turn] if turn else []), [back, MENU]])
