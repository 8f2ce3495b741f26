"""Imports the bot once and forks it on demand, so that a restart costs no three seconds.

Reads lines from standard input: settings as JSON fork a bot with them; `kill` ends it with
signal 9 and answers how it ended once it is dead.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import ssl
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any, cast

from sqlalchemy import event, make_url

from storage.database import Database
from storage.vault import Vault


def main() -> None:
    """Fork and kill as told, one bot at a time, until the input ends."""
    from bot.courier import desk
    from handlers import cards
    from handlers.conversations import whole_table

    whole_table()
    # One bot lives at a time, so that its heir need not wait for the lease of the dead one.
    desk.LASTS = timedelta(seconds=1)
    cards.EVERY = 0.1
    warm = _warm_up()
    gc.collect()
    gc.freeze()
    child = 0
    _say("ready")
    for line in sys.stdin:
        if line.strip() == "kill":
            _say(str(_kill(child)))
            child = 0
        else:
            child = _born(json.loads(line), warm)
            _say(str(child))
    if child:
        _kill(child)


def _warm_up() -> Database:
    """What a bot would import and put together in its first second."""
    import anyio._backends._asyncio
    import httpcore
    from sqlalchemy.orm import configure_mappers

    from bot.courier.speaker import transport
    from bot.ticks import TICKS
    from storage.tables import METADATA

    assert anyio._backends._asyncio
    assert httpcore
    configure_mappers()
    transport()
    # Certificates are read at every birth otherwise; the sandbox speaks plain HTTP.
    ready = ssl.create_default_context()
    ssl.create_default_context = lambda *_, **__: ready
    with tempfile.TemporaryDirectory() as folder:
        base = Database(f"sqlite:///{folder}/warm.db", Vault("a secret that nobody uses twice"))
        METADATA.create_all(base.engine)
        for tick in TICKS[:-2]:
            with base.transaction() as session:
                tick.work(session, datetime(2026, 8, 12, 3, 0, tzinfo=UTC))
        base.engine.dispose()
    return base


def _lend(warm: Database) -> None:
    """Let the bot that this process will be have an engine that knows its statements already."""
    from storage.columns import hand_over

    opening: Any = import_module("bot.commands.opening")
    plain = opening.Database

    def database(url: str, vault: Vault) -> Database:
        if not url.startswith("sqlite:"):
            return cast(Database, plain(url, vault))
        file = make_url(url).database

        @event.listens_for(warm.engine, "do_connect")
        def elsewhere(_: object, __: object, where: list[object], ___: object) -> None:
            where[0] = file

        warm.engine.url, warm.vault = make_url(url), vault
        hand_over(vault, warm.engine.dialect)
        return warm

    opening.Database = database


def _kill(child: int) -> int:
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _born(environment: dict[str, str], warm: Database) -> int:
    child = os.fork()
    if child == 0:
        _live(environment, warm)
    return child


def _live(environment: dict[str, str], warm: Database) -> None:
    from bot.commands.opening import open_settings
    from bot.commands.run import run
    from handlers import cards
    from tests.crash.points import child

    watch: Any = import_module("bot.watch.watch")
    os.environ.update(environment)
    cards.SCREENS_EVERY = float(environment.get("SCREENS_EVERY", cards.SCREENS_EVERY))
    watch.EVERY = float(environment.get("WATCHED_EVERY", watch.EVERY))
    child.install()
    _lend(warm)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        sys.stdout = nowhere
        try:
            asyncio.run(run(open_settings()))
        finally:
            os._exit(1)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
