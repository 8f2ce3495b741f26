"""Screens of a host who changes or cancels what has been sent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.forums.changes import Changing
from bot.actions.forums.summaries import Warned
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.forums import drafts, hosting


def draw_changing(shown: Changing) -> Screen:
    rows = [
        [
            Button(hosting.TIME, opens=place("forums.time", shown.id)),
            Button(hosting.PLACE, opens=place("forums.place", shown.id)),
        ]
    ]
    if shown.new_start or shown.new_place:
        told = place("forums.tell", shown.id, shown.seen)
        tell = Button(hosting.TELL, does=told, style=Style.GOOD)
        rows.append([tell, Button(hosting.FORGET, does=place("forums.forget", shown.id))])
    text = hosting.changing(
        shown.meeting, shown.new_start, shown.new_place, warnings(shown.warned)
    )
    return Screen(text, [*rows, _back("forums.card", shown.id)])


def draw_time(shown: Changing) -> Screen:
    back = _back("forums.change", shown.id)
    typing = place("forums.say_time", shown.id)
    if shown.said_start is None:
        return Screen(hosting.ask_time(shown.meeting), [back], typing=typing)
    yes = place("forums.confirm_time", shown.id)
    again = place("forums.retype_time", shown.id)
    row = [
        Button(words.YES, does=yes, style=Style.GOOD),
        Button(words.CHANGE, does=again),
    ]
    return Screen(
        drafts.echo(shown.said_start, warnings(shown.warned), step=False),
        [row, back],
        typing=typing,
    )


def draw_place(shown: Changing) -> Screen:
    typing = place("forums.say_place", shown.id)
    back = _back("forums.change", shown.id)
    return Screen(hosting.ask_place(shown.meeting), [back], typing=typing)


def draw_cancel(shown: Changing) -> Screen:
    typing = place("forums.say_reason", shown.id)
    back = _back("forums.card", shown.id)
    if not shown.reason:
        return Screen(hosting.ask_reason(shown.meeting), [back], typing=typing)
    sure = place("forums.call_off", shown.id, shown.seen)
    really = Button(hosting.REALLY, does=sure, style=Style.BAD)
    text = hosting.confirm_cancel(shown.meeting, shown.reason)
    return Screen(text, [[really], back], typing=typing)


def warnings(warned: Sequence[Warned]) -> list[str]:
    """Everything that speaks against a time, in words."""
    return [drafts.warning(one.hint, one.start, one.holiday) for one in warned]


def _back(name: str, forum_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place(name, forum_id))]
