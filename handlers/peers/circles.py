"""Drawing who proposes one another again and again."""

from __future__ import annotations

from bot.actions import peers
from bot.screens import Button, Place, Screen
from bot.texts import words
from bot.texts.peers import circles as texts

WAYS_OUT = [
    Button(words.BACK, opens=Place("peers.home")),
    Button(words.MENU, opens=Place("home.menu")),
]


def draw(at: peers.Circles) -> Screen:
    return Screen(texts.circles(at.quarters, at.found, at.more), [WAYS_OUT])
