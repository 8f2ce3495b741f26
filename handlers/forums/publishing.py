"""Screens of publishing a record: whether it is meant, and why it is corrected."""

from __future__ import annotations

from bot.actions.forums.publishing import Sure
from bot.actions.forums.recording import Draft
from bot.rules.forums import Meeting
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.forums import recording


def button(at: Draft) -> Button:
    """A correction is asked for its reason instead of whether it is meant."""
    if at.edition:
        does = place("forums.publish", at.id, at.seen)
        return Button(recording.PUBLISH, does=does, style=Style.GOOD)
    opens = place("forums.record_sure", at.id, at.seen)
    return Button(recording.PUBLISH, opens=opens, style=Style.GOOD)


def draw_sure(at: Sure) -> Screen:
    """The last look before everybody reads it."""
    does = place("forums.publish", at.id, at.seen)
    publish = Button(recording.REALLY_PUBLISH, does=does, style=Style.GOOD)
    text = recording.sure_to_publish(at.meeting, at.lines, at.steps)
    return Screen(text, [[publish], _back(at.id)])


def draw_reason(at: tuple[Meeting, int, str]) -> Screen:
    meeting, number, seen = at
    typing = place("forums.say_correction", number, seen)
    return Screen(recording.ask_reason(meeting), [_back(number)], typing=typing)


def _back(number: int) -> list[Button]:
    return [Button(words.BACK, opens=place("forums.record_draft", number, 0))]
