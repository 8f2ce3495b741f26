"""Parts that lists share: a row to turn pages, numbered buttons for people found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.actions.search import Found
from bot.screens import Button, Place
from bot.texts import desk as texts
from bot.texts import words

MOST_BUTTONS = 8
MENU = Button(words.MENU, opens=Place("home.menu"))


def closed(rows: Sequence[list[Button]], *out: Button) -> list[list[Button]]:
    """The rows, below them the ways out, and the menu among these if eight buttons leave room."""
    room = MOST_BUTTONS - sum(map(len, rows)) - len(out)
    return [*rows, [*out, MENU] if room > 0 else [*out]]


def turns(page: int, total: int, size: int, opens: Callable[[int], Place]) -> list[Button]:
    """`◀` and `▶` where there is something."""
    row = []
    if page > 0:
        row.append(Button("◀", opens=opens(page - 1)))
    if (page + 1) * size < total:
        row.append(Button("▶", opens=opens(page + 1)))
    return row


def people_rows(people: Sequence[Found], opens: Callable[[int], Place]) -> list[list[Button]]:
    """A button a person, numbered, leading where `opens` says for the employee's number."""
    return [
        [Button(words.fitting(f"{at}. {one.name}"), opens=opens(one.employee_id))]
        for at, one in enumerate(people, 1)
    ]


def found_text(people: Sequence[Found]) -> str:
    """Who the buttons of `people_rows` stand for, with post and unit: many share a name."""
    return texts.found([(one.name, one.post, one.unit) for one in people])
