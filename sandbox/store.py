"""One SQLite file, written behind in batches; a restart finds everything again."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

TABLES = ("settings", "people", "groups", "messages", "updates", "taps", "files", "calls")
DELAY = 0.1


class Store:
    """Documents by table and key. `save` only remembers; `flush` writes what was remembered."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=NORMAL")
        self._base.execute("BEGIN")
        for table in TABLES:
            self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} (key PRIMARY KEY, body TEXT)")
        self._base.execute("CREATE TABLE IF NOT EXISTS blobs (key PRIMARY KEY, body BLOB)")
        self._base.execute("COMMIT")
        self._lock = threading.Lock()
        self._dirty: dict[tuple[str, str | int], Callable[[], Any] | None] = {}
        self._blobs: dict[str, bytes] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Future[None] | None = None

    def save(self, table: str, key: str | int, document: Callable[[], Any]) -> None:
        """Writes what `document` returns at the time of the next batch."""
        self._dirty[table, key] = document
        self._wake()

    def drop(self, table: str, key: str | int) -> None:
        """Forgets a document with the next batch."""
        self._dirty[table, key] = None
        self._wake()

    def save_blob(self, key: str, content: bytes) -> None:
        """Keeps the bytes of a file."""
        self._blobs[key] = content
        self._wake()

    def blob(self, key: str) -> bytes | None:
        """The bytes of a file, or None."""
        waiting = self._blobs.get(key)
        if waiting is not None:
            return waiting
        with self._lock:
            row = self._base.execute("SELECT body FROM blobs WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def load(self, table: str, last: int | None = None) -> Iterator[tuple[Any, Any]]:
        """All (key, document) pairs in order of their keys, or only the last few."""
        query = f"SELECT key, body FROM {table} ORDER BY key DESC LIMIT ?"  # noqa: S608
        rows = self._base.execute(query, (-1 if last is None else last,)).fetchall()
        for key, body in reversed(rows):
            yield key, json.loads(body)

    def _wake(self) -> None:
        if self._timer is None and self._writing is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(DELAY, self._start)

    def _start(self) -> None:
        self._timer = None
        loop = asyncio.get_running_loop()
        self._writing = loop.run_in_executor(None, self._write, *self._take())
        self._writing.add_done_callback(self._written)

    def _written(self, done: "asyncio.Future[None]") -> None:
        self._writing = None
        done.result()
        if self._dirty or self._blobs:
            self._wake()

    def _take(self) -> tuple[list[tuple[str, str | int, str | None]], dict[str, bytes]]:
        rows = [
            (table, key, None if document is None else json.dumps(document()))
            for (table, key), document in self._dirty.items()
        ]
        self._dirty = {}
        return rows, dict(self._blobs)

    def _write(
        self, rows: list[tuple[str, str | int, str | None]], blobs: dict[str, bytes]
    ) -> None:
        with self._lock:
            self._base.execute("BEGIN")
            for table, key, body in rows:
                if body is None:
                    self._base.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608
                else:
                    self._base.execute(f"REPLACE INTO {table} VALUES (?, ?)", (key, body))  # noqa: S608
            for name, content in blobs.items():
                self._base.execute("REPLACE INTO blobs VALUES (?, ?)", (name, content))
            self._base.execute("COMMIT")
        for name in blobs:
            self._blobs.pop(name, None)

    async def flush(self) -> None:
        """Writes everything that waits, now and in order."""
        while self._writing is not None:
            await asyncio.wait([self._writing])
            await asyncio.sleep(0)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._write(*self._take())

    def clear(self) -> None:
        """Empties every table."""
        self._dirty, self._blobs = {}, {}
        with self._lock:
            for table in (*TABLES, "blobs"):
                self._base.execute(f"DELETE FROM {table}")  # noqa: S608

    async def close(self) -> None:
        """Writes the rest and lets go of the file."""
        await self.flush()
        self._base.close()
