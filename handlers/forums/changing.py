"""Screens of a host who changes or cancels what has been sent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.forums.changes import Changing
from bot.actions.forums.following import ALL
from bot.actions.forums.summaries import Warned
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.forums import cards, drafts, hosting, series


def draw_changing(shown: Changing) -> Screen:
    rows = [
        [
            Button(hosting.TIME, opens=place("forums.time", shown.id)),
            Button(hosting.PLACE, opens=place("forums.place", shown.id)),
        ]
    ]
    if shown.new_start or shown.new_place:
        rows += _tell_rows(shown)
        rows.append([Button(hosting.FORGET, does=place("forums.forget", shown.id))])
    else:
        rows.append([Button(cards.CALL_OFF, opens=place("forums.cancel", shown.id))])
    follows = series.follows(shown.later, shown.later_off) if shown.later else ""
    text = hosting.changing(
        shown.meeting, shown.new_start, shown.new_place, warnings(shown.warned), follows
    )
    return Screen(text, [*rows, _back("forums.card", shown.id)])


def _tell_rows(shown: Changing) -> list[list[Button]]:
    def tell(label: str, *which: str) -> Button:
        does = place("forums.tell", shown.id, shown.seen, *which)
        return Button(label, does=does, style=Style.GOOD)

    if not shown.later:
        return [[tell(hosting.TELL)]]
    return [[tell(series.TELL_ONE)], [tell(series.TELL_ALL, ALL)]]


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
    text = hosting.confirm_cancel(shown.meeting, shown.reason)
    return Screen(text, [*_cancel_rows(shown), back], typing=typing)


def _cancel_rows(shown: Changing) -> list[list[Button]]:
    def sure(label: str, *which: str) -> Button:
        does = place("forums.call_off", shown.id, shown.seen, *which)
        return Button(label, does=does, style=Style.BAD)

    if not shown.later:
        return [[sure(hosting.REALLY)]]
    return [[sure(series.REALLY_ONE)], [sure(series.REALLY_ALL, ALL)]]


def warnings(warned: Sequence[Warned]) -> list[str]:
    """Everything that speaks against a time, in words."""
    return [drafts.warning(one.hint, one.start, one.holiday) for one in warned]


def _back(name: str, forum_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place(name, forum_id))]
