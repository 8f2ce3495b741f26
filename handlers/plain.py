"""Screens for people who want no pictograms."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Screen
from bot.texts.plain import plain


def plain_screen(screen: Screen) -> Screen:
    """The same screen in letters, digits and signs only."""
    rows = [[replace(button, label=plain(button.label)) for button in row] for row in screen.rows]
    return replace(screen, text=plain(screen.text), rows=rows)
