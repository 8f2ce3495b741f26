"""Named points in the bot that this process will be: passed in order, deadly at one of them.

Nothing of the product knows of them: they sit in the libraries that commit, call and write.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import httpx
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

from tests.crash.points.ailing import WRITES, fall_ill
from tests.crash.points.copying import around_copies
from tests.crash.points.cutting import NAME, cut_off
from tests.crash.points.gathering import gather
from tests.crash.points.mutants import break_on_purpose
from tests.crash.points.steadying import steady
from tests.crash.points.trail import Trail

TRACE, POINT, TROUBLE = "CRASH_TRACE", "CRASH_POINT", "CRASH_TROUBLE"
MUTANT, LOG, PATIENCE = "CRASH_MUTANT", "CRASH_LOG", "CRASH_PATIENCE"
CROWD = "crowd"  # beside the trouble: how many people the next commit waits for
SHOWN, WRITTEN, TICKED = "card shown", "cards written", "ticked"
# Its own housekeeping, by the wall clock: not a boundary of anything that people do.
OWN = frozenset({"lease", "heartbeat", "round"})


def install() -> None:
    """Lay the points into this process, as the environment says; nothing when it says nothing."""
    if TRACE not in os.environ:
        return
    file = os.open(os.environ[TRACE], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    trail = Trail(file, Path(os.environ[POINT]), cut_off)
    os.environ["PGAPPNAME"] = NAME
    break_on_purpose(os.environ[MUTANT])
    signal.signal(signal.SIGUSR1, trail.wake)
    _commits(trail)
    _calls(trail)
    _files(trail)
    _ticks(trail)
    _cards(trail)
    trouble, log = Path(os.environ[TROUBLE]), Path(os.environ[LOG])
    fall_ill(trouble, trail.say, log, float(os.environ[PATIENCE]))
    gather(trouble.with_name(CROWD))
    steady()
    if "COMMAND" in os.environ:
        around_copies(trail)
        trail.wake()


def _commits(trail: Trail) -> None:
    """Before and after each commit that wrote something, named by the tables written."""
    written: dict[int, set[str]] = {}

    def noting(plain: Callable[..., None]) -> Callable[..., None]:
        def execute(self: Any, cursor: Any, statement: str, *rest: Any) -> None:
            plain(self, cursor, statement, *rest)
            found = WRITES.match(statement)
            wrote = cursor.rowcount != 0 or "RETURNING" in statement  # counted when fetched
            if found and wrote and found[1] not in OWN:
                written.setdefault(threading.get_ident(), set()).add(found[1])

        return execute

    for name in ("do_execute", "do_executemany", "do_execute_no_params"):
        setattr(DefaultDialect, name, noting(getattr(DefaultDialect, name)))

    @event.listens_for(Engine, "rollback")
    def forget(_: Any) -> None:
        written.pop(threading.get_ident(), None)

    commit: Any = DefaultDialect.do_commit

    def do_commit(self: Any, connection: Any) -> None:
        tables = written.pop(threading.get_ident(), None)
        name = " ".join(sorted(tables or ()))
        if tables:
            trail.passes(f"before commit of {name}")
        commit(self, connection)
        if tables and trail.passes(f"after commit of {name}"):
            raise self.dbapi.OperationalError("cut off before the answer came")

    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]


def _calls(trail: Trail) -> None:
    """Before a request leaves, and when its answer has come but nobody has read it."""

    def wrapped(plain: Callable[..., Awaitable[Any]], named: Callable[..., str]) -> Any:
        async def call(self: Any, *args: Any, **how: Any) -> Any:
            name = named(*args)
            if name:
                trail.passes(f"before {name}")
            answer = await plain(self, *args, **how)
            if name:
                trail.passes(f"unread {name}")
            return answer

        return call

    session: Any = aiohttp.ClientSession
    session._request = wrapped(session._request, lambda _, url, *__: _method(str(url)))
    transport: Any = httpx.AsyncHTTPTransport
    transport.handle_async_request = wrapped(
        transport.handle_async_request, lambda request: _method(str(request.url))
    )


def _method(url: str) -> str:
    """The method of the Bot API that an address calls, `file` for a download, or nothing."""
    path = url.split("?")[0].split("/")
    return "file" if "file" in path else path[-1] if "sim" not in path else ""


def _files(trail: Trail) -> None:
    """Around what makes a file last, and around its coming under its name."""

    def around(name: str) -> None:
        plain: Callable[..., Any] = getattr(os, name)

        def step(*args: Any, **how: Any) -> Any:
            trail.passes(f"before {name}")
            answer = plain(*args, **how)
            trail.passes(f"after {name}")
            return answer

        setattr(os, name, step)

    around("fsync")
    around("replace")


def _cards(trail: Trail) -> None:
    """Says when there is a new card, and when it is written down which message it is."""
    from handlers.cards import Cards

    put, written = Cards.put, Cards.save

    def shown(self: Cards, *what: Any) -> None:
        trail.say(SHOWN)
        put(self, *what)

    async def save(self: Cards, database: Any) -> None:
        owed = bool(self._unsaved)
        await written(self, database)
        if owed and not self._unsaved:
            trail.say(WRITTEN)

    Cards.put, Cards.save = shown, save  # type: ignore[method-assign, assignment]


def _ticks(trail: Trail) -> None:
    """Says when a whole round of ticks is over, for whoever moved the clock."""
    from bot.clockwork import Clockwork

    plain = Clockwork.tick_now

    async def tick_now(self: Clockwork) -> None:
        await plain(self)
        trail.say(TICKED)

    Clockwork.tick_now = tick_now  # type: ignore[method-assign]
