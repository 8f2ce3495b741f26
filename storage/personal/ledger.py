"""The list of erasures beside the evidence: it outlives a database that is brought back older."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from storage.lasting import write_whole
from storage.personal.erasures import Line

NAME = "erasures.jsonl"


def read(folder: Path) -> list[Line]:
    """Every line of the list in a folder; none where there is no list. ValueError if damaged."""
    file = folder / NAME
    if not file.is_file():
        return []
    found = []
    for written in file.read_text("utf-8").splitlines():
        said = json.loads(written)
        one = Line(int(said["employee"]), str(said["kind"]), str(said["at"]))
        datetime.fromisoformat(one.at)
        found.append(one)
    return found


def add(folder: Path, lines: Iterable[Line]) -> None:
    """Put these on the list, each once. It is on the disk, whole, when this returns."""
    there = read(folder)
    fresh = [one for one in dict.fromkeys(lines) if one not in set(there)]
    if fresh:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / NAME, "".join(_written(one) for one in [*there, *fresh]))


def _written(one: Line) -> str:
    said = {"employee": one.employee_id, "kind": one.kind, "at": one.at}
    return json.dumps(said, sort_keys=True) + "\n"


def together(*lists: Sequence[Line]) -> list[Line]:
    """One list of several, each line once, oldest first."""
    whole = dict.fromkeys(one for some in lists for one in some)
    return sorted(whole, key=lambda one: (one.at, one))
