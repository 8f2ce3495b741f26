"""The one way an action says no."""

from __future__ import annotations

BUTTON_WANTED = "button_wanted"
"""The code of a refusal that leaves the screen as it is, for its buttons are what is wanted."""


class Refused(Exception):
    """What was asked cannot be done; nothing was changed.

    `sentence` is what the person reads: what is wrong and what to do next. `code` is for logs.
    """

    def __init__(self, sentence: str, code: str = "refused") -> None:
        super().__init__(code)
        self.sentence = str(sentence)
        self.code = code
