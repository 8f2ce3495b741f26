"""How far a command's writing is, on one line that counts on."""

from __future__ import annotations

import sys
from contextlib import suppress

from bot.texts.operator import data


def counted(done: int, of: int) -> None:
    """Per cent of all, which are one transaction; for people only."""
    if sys.stderr.isatty():
        percent = done * 100 // max(1, of)
        with suppress(OSError):
            sys.stderr.write(f"\r{data.written(percent)}" + ("\n" if done == of else ""))
