"""For HR, heads and the inspectorate: breaches, their notices and letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import personal
from bot.documents import personal as document
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.personal import breach_letters as letters
from bot.texts.personal import breaching as texts
from bot.texts.personal import confirming
from handlers.lists import turns
from handlers.table import Recipient, Write
from storage.personal import breaches
from storage.personal.breaches import ASKED, MENDED, OPEN, RETURNED, UNIT

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("personal.home"))
ALL = Button(words.BACK, opens=Place("personal.breaches"))


def draw_breaches(at: personal.Listing) -> Screen:
    buttons = [
        Button(str(at), opens=place("personal.breach", one.number))
        for at, one in enumerate(at.rows, 1)
    ]
    new = [Button(texts.RECORD_ONE, opens=Place("personal.breach_draft"))]
    turn = turns(at.page, at.pages, 1, lambda page: place("personal.breaches", page))
    shown = [row for row in (buttons, turn, new if at.keeps else []) if row]
    return Screen(texts.listed(at.rows, at.page, at.pages), [*shown, [HOME, MENU]])


def _fields(opens: str, *address: int) -> list[list[Button]]:
    asks = [
        Button(label, opens=place(opens, *address, name))
        for name, (label, _) in texts.FIELDS.items()
    ]
    asks.append(Button(texts.UNIT, opens=place(opens, *address, UNIT)))
    return [asks[:2], asks[2:]]


def draw_draft(one: personal.Breached | None) -> Screen:
    rows = _fields("personal.breach_word")
    if one is not None:
        act = place("personal.record_breach", one.number)
        rows.append([Button(texts.RECORD, does=act, style=Style.GOOD)])
    return Screen(texts.draft(one), [*rows, [ALL]])


def draw_word(field: str) -> Screen:
    back = Button(words.BACK, opens=Place("personal.breach_draft"))
    return Screen(texts.ask(field), [[back]], typing=place("personal.breach_word", field))


def draw_mending(one: personal.Breached) -> Screen:
    back = Button(words.BACK, opens=place("personal.breach", one.number))
    return Screen(
        confirming.mending(one), [*_fields("personal.breach_mend_word", one.number), [back]]
    )


def draw_mending_word(at: tuple[int, str]) -> Screen:
    number, field = at
    back = Button(words.BACK, opens=place("personal.breach_mend", number))
    typing = place("personal.breach_mend_word", number, field)
    return Screen(texts.ask(field), [[back]], typing=typing)


def draw_breach(one: personal.Breached) -> Screen:
    number = one.number
    papers = [Button(texts.PAPER, opens=place("personal.breach_paper", number, 1))]
    if one.people_told is not None:
        papers.insert(0, Button(texts.PRINT, opens=place("personal.breach_paper", number, 0)))
    rows = [papers]
    if one.decides:
        opens = place("personal.breach_confirm", number)
        rows.append([Button(confirming.READ, opens=opens, style=Style.GOOD)])
    if one.keeps and one.state == OPEN:
        rows += _kept(one)
    return Screen(texts.card(one), [*rows, [ALL, MENU]])


def _kept(one: personal.Breached) -> list[list[Button]]:
    """What whoever keeps the record may do next."""
    number, rows = one.number, []
    if one.notice == MENDED:
        act = place("personal.ask_notice", number, one.version)
        rows.append([Button(confirming.ASK, does=act, style=Style.GOOD)])
    if one.notice in (MENDED, ASKED, RETURNED):
        rows.append([Button(confirming.MEND, opens=place("personal.breach_mend", number))])
    if one.authority_told is None:
        rows.append([Button(texts.AUTHORITY, opens=place("personal.authority_sure", number))])
    if one.people_told and one.authority_told:
        rows.append([Button(texts.CLOSE, opens=place("personal.close_sure", number))])
    return rows


def draw_authority(one: personal.Breached) -> Screen:
    act = place("personal.tell_authority", one.number)
    return _sure(one, texts.sure_authority(one), Button(texts.NOTE, does=act, style=Style.GOOD))


def draw_close(one: personal.Breached) -> Screen:
    act = place("personal.close_breach", one.number)
    return _sure(one, texts.sure_close(one), Button(texts.CLOSE, does=act, style=Style.GOOD))


def _sure(one: personal.Breached, text: str, act: Button) -> Screen:
    back = Button(words.BACK, opens=place("personal.breach", one.number))
    return Screen(text, [[act], [back, MENU]])


def draw_judging(one: personal.Breached) -> Screen:
    act = place("personal.confirm_breach", one.number, one.version)
    back = place("personal.breach_return", one.number, one.version)
    rows = [
        [Button(confirming.SEND, does=act, style=Style.GOOD)],
        [Button(confirming.RETURN, opens=back)],
        [Button(words.BACK, opens=place("personal.breach", one.number)), MENU],
    ]
    return Screen(confirming.judging(one), rows)


def draw_return(at: tuple[int, int]) -> Screen:
    back = Button(words.BACK, opens=place("personal.breach_confirm", at[0]))
    return Screen(confirming.ask_reason(), [[back]], typing=place("personal.breach_return", *at))


def draw_paper(at: tuple[personal.Breached, bool]) -> Screen:
    one, authority = at
    drawing = partial(document.notice, letters.paper(one, authority=authority), one.recorded)
    name = letters.file_name(one.number, authority=authority)
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
    return Screen(letters.notice_letter(), [[see]], stays=True)


def write_due(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = breaches.get(session, facts["breach"])
    if row is None or row.state != OPEN or row.due_at is None:
        return None
    if row.people_told_at and row.authority_told_at:
        return None
    see = Button(words.OPEN, opens=place("personal.breach", facts["breach"]))
    return Screen(letters.due_letter(row.due_at.astimezone(to.now.tzinfo)), [[see]])


def write_confirm(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = breaches.get(session, facts["breach"])
    if row is None or row.state != OPEN or row.notice != ASKED or row.due_at is None:
        return None
    see = Button(words.OPEN, opens=place("personal.breach_confirm", facts["breach"]))
    return Screen(confirming.confirm_letter(row.due_at.astimezone(to.now.tzinfo)), [[see]])


def write_returned(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = breaches.get(session, facts["breach"])
    if row is None or row.notice != RETURNED:
        return None
    see = Button(words.OPEN, opens=place("personal.breach", facts["breach"]))
    return Screen(confirming.returned_letter(), [[see]], stays=True)


LETTERS: Mapping[str, Write] = {
    "personal.breach_notice": write_notice,
    "personal.breach_due": write_due,
    "personal.breach_confirm": write_confirm,
    "personal.breach_returned": write_returned,
}
