"""`cases.csv`: every name of the table with an object to demand its right of, right by right.

`{names}` are people and objects of the world. `about` is the object's person, `me` whoever
presses. `only theirs`: to all others the object does not exist. `then also` is a right demanded
after the first. `no such` names the number to be replaced by one that no row has. `can be done`
says whether the world lets anybody do it to the end.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("cases.csv")
ME = "me"


@dataclass(frozen=True)
class Case:
    """One way to demand `right`; "" where the table only tells what it does not take."""

    part: str
    where: str
    said: str
    right: str
    also: str
    about: str | None
    state: str
    whose: frozenset[str] | None
    lost: str
    done: bool

    @property
    def name(self) -> str:
        return self.where.partition("/")[0]

    def __str__(self) -> str:
        return f"{self.part}: {self.where} ({self.right or 'not taken'})"


def read() -> list[Case]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        _, *rows = [[cell.strip() for cell in row] for row in csv.reader(lines)]
    return [_case(*("" if cell == "-" else cell for cell in row)) for row in rows]


def _case(
    part: str, where: str, said: str, right: str, also: str, about: str, state: str, whose: str,
    lost: str, done: str,
) -> Case:  # fmt: skip
    theirs = frozenset(whose.split("/")) if whose else None
    person = None if about == "nobody" else about
    return Case(part, where, said, right, also, person, state, theirs, lost, done == "yes")
