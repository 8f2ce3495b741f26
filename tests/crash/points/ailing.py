"""A full disk and a database that is away, in the bot that this process will be."""

from __future__ import annotations

import errno
import logging
import os
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

WRITES = re.compile(r"\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+[\"`]?(\w+)", re.I)
GONE, FULL, NO_SPACE = "gone", "full", "no space"
NO_PAGES, NO_LOG, NO_PAPER = "no pages", "no log", "no paper"
HURT = "hurt"
MOST_PAGES = 1_073_741_823
Say = Callable[[str], None]


class Ailment:
    """What the file says is the matter, as long as it says so; `say` tells when it was felt."""

    def __init__(self, sign: Path, say: Say) -> None:
        self._sign = sign
        self._say = say

    def __str__(self) -> str:
        return self._sign.read_text() if self._sign.exists() else ""

    def hurts(self) -> None:
        self._say(HURT)

    def full(self, *_: Any, **__: Any) -> Any:
        """In place of something that writes."""
        self.hurts()
        raise OSError(errno.ENOSPC, "No space left on device")


def fall_ill(sign: Path, say: Say, log: Path, patience: float) -> None:
    """Feel from now on what the file says. `patience`: seconds SQLite waits for its lock."""
    matter = Ailment(sign, say)
    _database(matter)
    _fsync(matter)
    _paper(matter)
    _log(matter, log)

    @event.listens_for(Engine, "connect")
    def impatient(connection: Any, _: Any) -> None:
        if "sqlite3" in type(connection).__module__:
            connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")


def _database(matter: Ailment) -> None:
    """Faults of ours, and those that the driver itself raises when its file may not grow."""
    limits: dict[int, int] = {}

    def failing(execute: Callable[..., None]) -> Callable[..., None]:
        def do(self: Any, cursor: Any, statement: str, *rest: Any) -> None:
            what = str(matter)
            if what == GONE or (what == FULL and WRITES.match(statement)):
                matter.hurts()
                raise self.dbapi.OperationalError(f"the database is {what}")
            if self.name == "sqlite":
                may_grow(cursor.connection, 1 if what == NO_PAGES else MOST_PAGES)
            try:
                execute(self, cursor, statement, *rest)
            except self.dbapi.OperationalError:
                matter.hurts()
                raise

        return do

    def may_grow(connection: Any, pages: int) -> None:
        """No more than it has when it is told to have fewer."""
        if limits.get(id(connection), MOST_PAGES) != pages:
            connection.execute(f"PRAGMA max_page_count = {pages}")
            limits[id(connection)] = pages

    for name in ("do_execute", "do_executemany"):
        setattr(DefaultDialect, name, failing(getattr(DefaultDialect, name)))


def _fsync(matter: Ailment) -> None:
    fsync: Any = os.fsync

    def full(file: Any) -> None:
        (matter.full if str(matter) == NO_SPACE else fsync)(file)

    os.fsync = full  # type: ignore[assignment]


def _paper(matter: Ailment) -> None:
    """The page of the anchor is not made."""
    document: Any = import_module("bot.documents.anchor")
    pdf = document.pdf

    def full(*said: Any) -> Any:
        return (matter.full if str(matter) == NO_PAPER else pdf)(*said)

    document.pdf = full


def _log(matter: Ailment, file: Path) -> None:
    """What the bot says goes to a file; to a device without room while that is the matter."""
    sys.stdout = sys.stderr = file.open("a", encoding="utf-8", buffering=1)
    room = os.dup(sys.stderr.fileno())
    none = os.open("/dev/full", os.O_WRONLY)
    handle = logging.StreamHandler.handle

    def handled(self: Any, record: logging.LogRecord) -> Any:
        look()
        return handle(self, record)

    def look() -> None:
        full = str(matter) == NO_LOG
        os.dup2(none if full else room, sys.stderr.fileno())
        if full:
            matter.hurts()

    look()
    logging.StreamHandler.handle = handled  # type: ignore[method-assign]
