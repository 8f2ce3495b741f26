"""Every screen that is drawn in a conversation must fit a phone in English, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest

from bot.screens import Screen
from bot.texts.language import Language, speaking
from handlers import issuing, within
from tests.kit import Telegram

Data = TypeVar("Data")


@contextmanager
def measuring_english(telegram: Telegram) -> Iterator[None]:
    """While this lasts each screen is drawn a second time, as an English reader would see it."""
    drawn_for = issuing.drawn_for

    def measured(draw: Callable[[Data], Screen], data: Data) -> Screen:
        with speaking(Language.ENGLISH):
            screen = draw(data)
            labels = [str(button.label) for row in screen.rows for button in row]
            telegram.measure(str(screen.text), labels)
        return drawn_for(draw, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(within, "drawn_for", measured)
        yield
