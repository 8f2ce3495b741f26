"""Imports the bot once and forks it on demand, so that a restart costs no three seconds.

Reads lines from standard input: `start` forks a bot and prints its process number.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys


def main() -> None:
    """Fork a bot for every line read, until the input ends."""
    from bot import logs
    from bot.commands.run import run
    from bot.settings import read_settings
    from handlers.conversations import whole_table

    settings = read_settings()
    logs.set_up(settings.log_level)
    whole_table()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # killed children leave no zombies
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
                sys.stdout = nowhere
                asyncio.run(run(settings))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
