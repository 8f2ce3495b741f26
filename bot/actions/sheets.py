"""A table that somebody sent, read into rows, and kept until it is taken in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from bot.actions.attachments import Attachment
from bot.actions.refusals import Refused
from bot.documents import roster as sheets
from bot.documents.roster import Unreadable
from bot.examining.office import check_office
from bot.rules.evidence import Unfit
from bot.rules.roster import Row
from bot.texts import roster as texts
from bot.texts import words

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


def sent_rows(
    attachment: Attachment, read: Callable[[bytes, str], list[Row]], no_file: str
) -> list[Row]:
    """Rows of a table that I sent. Refused when it cannot be read, or, by `no_file`, is none."""
    content = attachment.content
    if content is None or len(content) > MOST_BYTES:
        raise Refused(no_file, "no_file")
    try:
        return read(content, attachment.name)
    except Unreadable as fault:
        said = texts.unreadable(fault.code, fault.columns)
        raise Refused(words.safe(said), "unreadable") from None


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
