"""`expected.csv`, written from the product's words and not from the table, read into cells.

A cell names who may do the action of its row to an object about the person of its column:
`pegawai` is everybody in service, other words are roles of which one must be held; after `when`
stand the states in which it holds, in all if there is none; `-` is nobody.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from bot.rules.authority import Relation, Role

FILE = Path(__file__).with_name("expected.csv")
COLUMNS = {
    "myself": Relation.SELF,
    "my report": Relation.REPORT,
    "my report's report": Relation.INDIRECT_REPORT,
    "a colleague of my unit": Relation.SAME_UNIT,
    "anybody else": Relation.OTHER,
    "nobody in particular": Relation.NOBODY,
    "as a guest": Relation.GUEST,
}
ROLES = {
    "tim evaluasi": Role.EVALUATION_TEAM,
    "pimpinan": Role.HEAD,
    "kepegawaian": Role.HR,
    "inspektorat": Role.INSPECTORATE,
}
EVERYBODY = {"pegawai", "tamu"}


@dataclass(frozen=True)
class Cell:
    """Who, and in which states; `anybody` needs no role."""

    anybody: bool
    roles: frozenset[Role]
    states: frozenset[str]

    def allows(self, roles: frozenset[Role], state: str) -> bool:
        if self.states and state not in self.states:
            return False
        return self.anybody or bool(self.roles & roles)


def read() -> dict[str, dict[Relation, Cell]]:
    """By action and relation. Raises KeyError for a word that means nothing."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        head, *rows = [[cell.strip() for cell in row] for row in csv.reader(lines)]
    relations = [COLUMNS[column] for column in head[1:]]
    return {
        action: dict(zip(relations, map(_cell, cells), strict=True)) for action, *cells in rows
    }


def _cell(written: str) -> Cell:
    if written == "-":
        return Cell(False, frozenset(), frozenset())
    who, _, when = written.partition(" when ")
    words = set(who.split("/"))
    roles = frozenset(ROLES[word] for word in words - EVERYBODY)
    return Cell(bool(words & EVERYBODY), roles, frozenset(when.split("/")) - {""})
