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


def read_sheet(content: bytes, name: str, columns: Sequence[str]) -> list[Row]:
    """Rows of an XLSX or CSV. Raises Unreadable; a workbook is looked into before it is opened."""
    if content.startswith(sheets.ZIP):
        try:
            check_office(content)
        except Unfit as unfit:
            raise Unreadable("kind") from unfit
    return sheets.read(content, name, columns)


def as_draft(rows: Sequence[Row]) -> str:
    """Rows as they are kept until they are taken in."""
    return json.dumps([[row.line, dict(row.cells)] for row in rows])


def from_draft(kept: str) -> list[Row]:
    """The rows again."""
    return [Row(line, cells) for line, cells in json.loads(kept)]
