"""One thing that waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.screens import Place


@dataclass(frozen=True, slots=True)
class Waiting:
    """What it is in few words, the screen where it is done, its last day if any.

    A button cuts the words to 24 characters.
    """

    label: str
    opens: Place
    due: date | None = None
