"""Screens for people who want no pictograms, or no pictures."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import File, FileKind, Screen
from bot.texts.plain import plain


def plain_screen(screen: Screen) -> Screen:
    """The same screen in letters, digits and signs only."""
    rows = [[replace(button, label=plain(button.label)) for button in row] for row in screen.rows]
    return replace(screen, text=plain(screen.text), rows=rows)


def without_pictures(screen: Screen) -> Screen:
    """The same screen without what is only drawn: its numbers stand in the text.

    Evidence, documents and codes to be shown to somebody else stay.
    """
    return replace(screen, files=[file for file in screen.files if not _is_drawn(file)])


def _is_drawn(file: File) -> bool:
    return file.kind is FileKind.PHOTO and file.drawing is not None and bool(file.caption)
