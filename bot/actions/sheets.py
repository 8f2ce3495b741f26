"""A table that somebody sent, read into rows, and kept until it is taken in."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.documents import roster as sheets
from bot.documents.roster import Unreadable
from bot.examining.office import check_office
from bot.rules.evidence import Unfit
from bot.rules.roster import Row

MOST_BYTES = 1024 * 1024


def read_sheet(
    content: bytes, name: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> list[Row]:
    """Rows of an XLSX or CSV. Raises Unreadable; a workbook is looked into before it is opened."""
    if content.startswith(sheets.ZIP):
        try:
            check_office(content)
        except Unfit as unfit:
            raise Unreadable("kind") from unfit
    return sheets.read(content, name, columns, optional)


def as_draft(rows: Sequence[Row]) -> str:
    """Rows as they are kept until they are taken in."""
    return json.dumps(
        [[row.line, dict(row.cells), sorted(row.numeric), row.spoilt] for row in rows]
    )


def from_draft(kept: str) -> list[Row]:
    """The rows again."""
    return [
        Row(line, cells, *(_marks(*marks) if marks else ()))
        for line, cells, *marks in json.loads(kept)
    ]


def _marks(
    numeric: Sequence[str], spoilt: Sequence[tuple[str, str]]
) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    return frozenset(numeric), tuple((column, code) for column, code in spoilt)
