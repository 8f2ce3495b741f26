"""Imports the bot once and forks it on demand, so that a restart costs no three seconds.

The address of a PostgreSQL may follow its name. Reads lines from standard input: settings as JSON
fork a bot with them, or what their COMMAND does; `kill` ends it with signal 9 and answers how it
ended once it is dead; `wait` only waits for that.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from datetime import timedelta
from importlib import import_module
from typing import Any

from storage.database import Database
from tests.crash.warming import lend, warm_up

USED = ("bot.__main__", "bot.commands.backup", "bot.commands.run", "tests.crash.points.child")
"""What every child needs."""


def main() -> None:
    """Fork and kill as told, one bot at a time, until the input ends."""
    from bot.courier import desk
    from handlers.conversations import whole_table

    for used in USED:
        import_module(used)
    whole_table()
    # One bot lives at a time, so that its heir need not wait for the lease of the dead one.
    desk.LASTS = timedelta(seconds=1)
    warm = warm_up(*sys.argv[1:])
    gc.collect()
    gc.freeze()
    child = 0
    _say("ready")
    for line in sys.stdin:
        if line.strip() in ("kill", "wait"):
            _say(str(_kill(child) if line.strip() == "kill" else _ended(child)))
            child = 0
        else:
            child = _born(json.loads(line), warm)
            _say(str(child))
    if child:
        _kill(child)


def _kill(child: int) -> int:
    os.kill(child, signal.SIGKILL)
    return _ended(child)


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _born(environment: dict[str, str], warm: list[Database]) -> int:
    child = os.fork()
    if child == 0:
        _live(environment, warm)
    return child


def _live(environment: dict[str, str], warm: list[Database]) -> None:
    from bot.commands.opening import open_settings
    from bot.commands.run import run
    from handlers import cards
    from tests.crash.points import child

    watch: Any = import_module("bot.watch.watch")
    os.environ.update(environment)
    cards.SCREENS_EVERY = float(environment.get("SCREENS_EVERY", cards.SCREENS_EVERY))
    watch.EVERY = float(environment.get("WATCHED_EVERY", watch.EVERY))
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        sys.stdout = nowhere
        child.install()
        lend(warm)
        ended = 1
        try:
            if command := environment.get("COMMAND"):
                ended = _does(command)
            else:
                asyncio.run(run(open_settings()))
        finally:
            os._exit(ended)


def _does(command: str) -> int:
    """What an operator types; the exit code."""
    from bot.__main__ import app

    try:
        app(command.split())
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
