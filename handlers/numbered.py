"""Screens whose buttons also stand in the text, and the number that presses one of them."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.buttons import Drawn
from bot.actions.refusals import Refused
from bot.rules.numbering import numbers, without_number
from bot.screens import Screen
from bot.texts import numbering as texts


def with_numbers(drawn: Drawn) -> tuple[Drawn, str]:
    """The drawn screen with its buttons listed, and what each number presses, a line each."""
    keys = [key for row in drawn.rows for key in row]
    pressed = [key for key in keys if key.data]
    given = numbers([key.label for key in pressed])
    listed = [
        (number, without_number(key.label, number))
        for number, key in sorted(zip(given, pressed, strict=True), key=lambda one: one[0])
    ]
    links = [(key.label, key.url) for key in keys if key.url]
    if not listed and not links:
        return drawn, ""
    told = texts.choices(listed, links, awaited=drawn.screen.typing is not None)
    screen = replace(drawn.screen, text=f"{drawn.screen.text}\n\n{told}")
    kept = [f"{number} {key.data}" for number, key in zip(given, pressed, strict=True)]
    return replace(drawn, screen=screen), "\n".join(kept)


def pressed_by(choices: str, number: int) -> str:
    """What the button with this number carries. Raises Refused when there is none."""
    for line in choices.splitlines():
        own, _, data = line.partition(" ")
        if int(own) == number:
            return data
    raise Refused(texts.no_such(), "no_choice")


def by_letter(screen: Screen) -> Screen:
    """A letter says how to go on without its buttons: the newest card keeps the numbers."""
    return replace(screen, text=f"{screen.text}\n\n{texts.by_letter()}") if screen.rows else screen
