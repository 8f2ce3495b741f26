"""Points around what a backup and a restore copy, besides those of every commit and file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import psycopg

from tests.crash.points.trail import Trail


def around_copies(trail: Trail) -> None:
    """Around whole databases, tables, evidence files, and the mark of a restore."""
    copies: Any = import_module("storage.backup")
    marks: Any = import_module("storage.restoring")
    for name in ("_copy_sqlite", "_bring_sqlite", "_copy_out", "_copy_in"):
        setattr(copies, name, _around(trail, name.strip("_"), getattr(copies, name)))
    for name in ("begin", "clear", "finish"):
        setattr(marks, name, _around(trail, f"{name} restoring", getattr(marks, name)))
    psycopg.Connection.commit = _around(  # type: ignore[method-assign]
        trail, "commit of copies", psycopg.Connection.commit
    )
    _halves(trail)


def _around(trail: Trail, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
    def step(*what: Any) -> Any:
        trail.passes(f"before {name}")
        answer = plain(*what)
        trail.passes(f"after {name}")
        return answer

    return step


def _halves(trail: Trail) -> None:
    """A file is under its name before all of it is there."""
    plain = shutil.copy2

    def copy(source: Path, target: Path) -> Any:
        content = source.read_bytes()
        target.write_bytes(content[: len(content) // 2])
        trail.passes("half a file")
        return plain(source, target)

    shutil.copy2 = copy  # type: ignore[assignment]
