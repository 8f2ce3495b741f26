"""How far a command's writing is, on one line that counts on."""

from __future__ import annotations

import sys
from contextlib import suppress

from bot.texts import operator as texts


def counted(done: int, of: int) -> None:
    """Per cent of all, which are one transaction; for people only."""
    if sys.stderr.isatty():
        percent = done * 100 // max(1, of)
        with suppress(OSError):
            sys.stderr.write(f"\r{texts.written(percent)}" + ("\n" if done == of else ""))
