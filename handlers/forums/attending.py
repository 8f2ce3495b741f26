"""The code on the wall, and the prompt for it."""

from __future__ import annotations

from bot.actions.forums.attendance import Code, Entering
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.forums import asking, cards, hosting


def draw_code(shown: Code) -> Screen:
    text = hosting.code(
        shown.meeting, shown.code, shown.now, shown.opens, shown.attended, shown.coming
    )
    refresh = Button(cards.REFRESH, opens=place("forums.code", shown.id))
    there = Button(cards.GUESTS, opens=place("forums.people", shown.id, "attended", 0))
    rows = [[refresh], [there]]
    if shown.notable:
        rows.append([Button(asking.NOTE, opens=place("forums.absent", shown.id, 0))])
    return Screen(text, [*rows, _back(shown.id)])


def draw_entering(shown: Entering) -> Screen:
    back = _back(shown.id)
    if shown.attended_at is not None:
        return Screen(hosting.was_there(shown.meeting, shown.attended_at), [back])
    if not shown.open:
        return Screen(hosting.not_yet(shown.meeting, shown.opens, shown.over), [back])
    text = hosting.enter(shown.meeting, shown.outcome, shown.again_at)
    return Screen(text, [back], typing=place("forums.say_code", shown.id))


def _back(forum_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place("forums.card", forum_id))]
