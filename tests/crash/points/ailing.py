"""A full disk and a database that is away, in the bot that this process will be."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

WRITES = re.compile(r"\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+[\"`]?(\w+)", re.I)


def fall_ill(sign: Path, say: Callable[[str], None]) -> None:
    """What the file says is the matter with the disk or the database, as long as it says so."""
    execute: Any = DefaultDialect.do_execute
    fsync: Any = os.fsync

    def matter() -> str:
        return sign.read_text() if sign.exists() else ""

    def do_execute(self: Any, cursor: Any, statement: str, *rest: Any) -> None:
        what = matter()
        if what == "gone" or (what == "full" and WRITES.match(statement)):
            say("hurt")
            raise self.dbapi.OperationalError(f"the database is {what}")
        execute(self, cursor, statement, *rest)

    def full(file: Any) -> None:
        if matter() == "no space":
            say("hurt")
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(file)

    DefaultDialect.do_execute = do_execute  # type: ignore[method-assign]
    os.fsync = full  # type: ignore[assignment]
