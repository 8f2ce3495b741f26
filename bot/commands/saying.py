"""What a command says: one sentence, or one sentence and exit code 2."""

from __future__ import annotations

import sys
from typing import NoReturn


def refuse(*sentences: str) -> NoReturn:
    """End the command: sentences on standard error, exit code 2."""
    for sentence in sentences:
        sys.stderr.write(f"{sentence}\n")
    raise SystemExit(2)


def say(sentence: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
