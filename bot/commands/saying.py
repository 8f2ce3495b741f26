"""What a command says: one sentence, or one sentence and exit code 2.

What cannot be written, because the disk is full or nobody listens, is lost; the work goes on.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import NoReturn


def refuse(*sentences: str) -> NoReturn:
    """End the command: sentences on standard error, exit code 2."""
    with suppress(OSError):
        for sentence in sentences:
            sys.stderr.write(f"{sentence}\n")
    raise SystemExit(2)


def say(sentence: str) -> None:
    """One line on standard output, at once."""
    with suppress(OSError):
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
