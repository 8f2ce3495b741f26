"""An achievement in lines, and its evidence as files of a screen."""

from __future__ import annotations

from bot.actions.achievements.serving import Serves
from bot.actions.achievements.shapes import Item, Told
from bot.screens import File, FileKind
from bot.texts.achievements import items, telling
from bot.texts.expectations.filling import tied

SHOWN_ITEMS = 5
FILE_KINDS = {kind.value: kind for kind in FileKind}


def body(told: Told, *, whole: bool = False) -> str:
    return telling.body(
        told.title,
        told.story,
        told.done_on,
        told.category,
        told.indicators,
        telling.effect(told.before, told.after, told.unit),
        [] if whole else item_lines(told),
        whole=whole,
    )


def serving(serves: Serves | None) -> str:
    """The planned result it counts for; "" for none."""
    return "" if serves is None else tied(serves.wording, serves.amount)


def item_lines(told: Told, most: int = SHOWN_ITEMS) -> list[str]:
    """One line an item; beyond the most, how many more."""
    lines = [
        items.item(one.kind, one.name, one.text, one.state, one.fault) for one in told.items[:most]
    ]
    more = len(told.items) - most
    return [*lines, items.more(more)] if more > 0 else lines


def files(told: Told) -> list[File]:
    """What can be shown above the card: everything that was kept and is a file."""
    return [_file(item) for item in told.items if _is_file(item)]


def has_files(told: Told) -> bool:
    return any(_is_file(item) for item in told.items)


def _is_file(item: Item) -> bool:
    return item.state == "kept" and item.kind in FILE_KINDS


def _file(item: Item) -> File:
    if item.content is not None:
        return File(FileKind.DOCUMENT, item.name, content=item.content)
    return File(FILE_KINDS[item.kind], item.name, file_id=item.file_id)
