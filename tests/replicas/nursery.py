"""Imports the bot once and forks many of it on demand.

Reads lines from standard input, each a JSON list: `["start", name, settings]` answers the
process's number; `["signal", name, number]` answers nothing but that it was sent, and after a
SIGSTOP that all its threads stand still; `["end", name]` answers how the process ended, once it
has.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from datetime import timedelta
from typing import Any


def main() -> None:
    """Do as told until the input ends; then nobody is left."""
    import bot.commands.run  # noqa: F401 - for the children
    from handlers.conversations import whole_table

    whole_table()
    gc.freeze()
    born: dict[str, int] = {}
    _say("ready")
    for line in sys.stdin:
        _say(str(_do(born, *json.loads(line))))
    for child in born.values():
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _do(born: dict[str, int], what: str, name: str, more: Any = None) -> int:
    if what == "start":
        born[name] = _born(more)
        return born[name]
    if what == "signal":
        os.kill(born[name], more)
        return _stopped(born[name]) if more == signal.SIGSTOP else 0
    return os.waitstatus_to_exitcode(os.waitpid(born.pop(name), 0)[1])


def _stopped(child: int) -> int:
    status = os.waitpid(child, os.WUNTRACED)[1]
    assert os.WIFSTOPPED(status), "a process ended before it could be stopped"
    return 0


def _born(settings: dict[str, str]) -> int:
    child = os.fork()
    if child == 0:
        _live(settings)
    return child


def _live(settings: dict[str, str]) -> None:
    from bot import hold
    from bot.commands.opening import open_settings
    from bot.commands.run import run

    os.environ.update(settings)
    if lasts := settings.get("LEASE_SECONDS"):
        hold.LASTS, hold.RENEWED_EVERY = timedelta(seconds=float(lasts)), float(lasts) / 3
    ended = 1
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        sys.stdout = nowhere
        try:
            asyncio.run(run(open_settings()))
            ended = 0
        finally:
            os._exit(ended)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
