"""Screens of what people thought of a forum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bot.actions.forums import opinions
from bot.actions.forums.opinions import Asked, Told
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.forums import cards
from bot.texts.forums import opinions as texts
from handlers.table import Recipient
from storage.forum_opinions import Heard

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_value(at: Asked) -> Screen:
    back = [Button(words.BACK, opens=place("forums.card", at.forum_id)), MENU]
    if at.next is not None:
        rows = [
            [Button(label, does=place("forums.value_choose", at.forum_id, at.next.value, level))]
            for level, label in reversed(texts.LEVELS.items())
        ]
        return Screen(texts.ask(at.meeting, at.next), [*rows, back])
    send = place("forums.value_send", at.forum_id, at.mark)
    rows = [
        [Button(words.SEND, does=send, style=Style.GOOD)],
        [Button(texts.AGAIN, does=place("forums.value_again", at.forum_id))],
    ]
    text = texts.ready(at.meeting, at.levels, at.word)
    return Screen(text, [*rows, back], typing=place("forums.value_say", at.forum_id))


def draw_told(at: Told) -> Screen:
    text = texts.told(at.meeting, at.given, at.attended, at.means, at.people, at.words)
    leads = place("forums.more", at.forum_id) if at.hosting else place("forums.heard", 0)
    return Screen(text, [[Button(words.BACK, opens=leads), MENU]])


def draw_heard(at: tuple[Sequence[Heard], int, bool]) -> Screen:
    found, page, more = at
    rows = [
        [
            Button(
                cards.line(one.starts_at, one.topic, ""),
                opens=place("forums.opinions", one.forum_id),
            )
        ]
        for one in found
    ]
    turn = []
    if page:
        turn.append(Button(cards.BACK, opens=place("forums.heard", page - 1)))
    if more:
        turn.append(Button(cards.FORTH, opens=place("forums.heard", page + 1)))
    back = [Button(words.BACK, opens=place("forums.list")), MENU]
    return Screen(texts.heard(len(found)), [*rows, *([turn] if turn else []), back])


def write_asking(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    number = facts["forum"]
    meeting = opinions.still_asked(session, number, to.employee_id, to.now)
    if meeting is None:
        return None
    opens = Button(texts.OPINION, opens=place("forums.value", number))
    return Screen(texts.letter(meeting), [[opens]])
