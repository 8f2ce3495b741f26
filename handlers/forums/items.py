"""Screens of action items: the list, one, handing it on; the letter about an overdue one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions.forums import access, overdue
from bot.actions.forums.items import Card, Item, Items
from bot.actions.forums.participants import Choosing
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.forums import items as texts
from bot.texts.forums import recording
from handlers.forums.recording import pager, people
from handlers.table import Recipient

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_items(at: Items) -> Screen:
    lines = [_told(one, at.today) for one in at.lines]
    text = texts.listing(at.meeting, lines, at.total, at.open, (at.page, at.pages))
    row = [Button(str(one.number), opens=place("forums.item", one.id)) for one in at.lines]
    turn = pager(at.page, at.pages, lambda page: place("forums.items", at.forum_id, page))
    back = [Button(words.BACK, opens=place("forums.more", at.forum_id)), MENU]
    return Screen(text, [*([row] if row else []), *turn, back])


def _told(one: Item, today: date) -> str:
    return texts.line(
        one.number, one.text, one.owner, one.due, one.done, today, earlier=one.earlier
    )


def draw_item(at: Card) -> Screen:
    one = at.item
    text = texts.card(
        at.meeting, one.text, one.owner, one.due, one.done, one.note, one.asked, at.today,
        mine=at.mine, asked_me=at.asked_me,
    )  # fmt: skip
    rows = []
    if at.asked_me:
        take = Button(texts.TAKE, does=place("forums.item_take", one.id), style=Style.GOOD)
        rows += [[take], [Button(texts.LEAVE, does=place("forums.item_leave", one.id))]]
    if at.mine:
        done = place("forums.item_done", one.id)
        rows.append([Button(texts.DONE, does=done, style=Style.GOOD)])
    if at.handing:
        rows.append([Button(texts.HAND_ON, opens=place("forums.item_whom", one.id, 0))])
    beside = [Button(texts.ITEMS, opens=place("forums.items", at.forum_id, 0))] if at.there else []
    rows.append([*beside, MENU])
    typing = place("forums.say_done", one.id) if at.mine else None
    return Screen(text, rows, typing=typing)


def draw_whom(at: Choosing) -> Screen:
    text = recording.ask_whom(at.text, at.found, (at.page, at.pages))
    back = [Button(words.BACK, opens=place("forums.item", at.about))]
    return people(at, text, "forums.item_ask", "forums.item_whom", "forums.find_whom", back)


def write_overdue(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    due = date.fromisoformat(facts["due"])
    found = overdue.still_overdue(session, facts["item"], due)
    if found is None:
        return None
    row, meeting = found.row, access.meeting(found.forum, to.name)
    text = texts.overdue(
        meeting, row.text, found.owner, row.due_on, left=found.left, host_left=found.host_left
    )
    return Screen(text, [[Button(words.OPEN, opens=place("forums.item", row.id or 0))]])
