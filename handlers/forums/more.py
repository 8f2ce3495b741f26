"""The door to what belongs to a forum besides its time and place."""

from __future__ import annotations

from bot.actions.forums.more import More
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.forums import items, records
from bot.texts.forums import more as texts


def draw_more(at: More) -> Screen:
    text = texts.contents(at.meeting, at.edition, at.steps, at.open, at.left_over)
    rows = [[Button(records.RECORD, opens=place("forums.record", at.id, 0))]]
    if at.steps or at.left_over:
        rows.append([Button(items.ITEMS, opens=place("forums.items", at.id, 0))])
    return Screen(text, [*rows, [Button(words.BACK, opens=place("forums.card", at.id))]])
