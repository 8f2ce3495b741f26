"""A table for an office programme, in which no text can become a formula."""

from __future__ import annotations

import csv as csv_format
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

TEXT = "@"
WIDEST = 40
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What lets a spreadsheet take a cell for a formula, in its wide forms too."""

Line = Sequence[str | int]


Sheet = tuple[str, Sequence[str], Sequence[Line]]
"""Title, head, lines."""


def xlsx(title: str, columns: Sequence[str], lines: Sequence[Line]) -> bytes:
    """One sheet with a head. Text stays text: NIP keep their digits, and `=1+1` stays as typed."""
    return workbook([(title, columns, lines)])


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Several of them in one file."""
    # 22 MB with numpy in the wake: loaded with the first table, not with every bot.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, columns, lines in sheets:
        _fill(book.create_sheet(title[:31]), columns, lines)
    book.properties.created = book.properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, columns: Sequence[str], lines: Sequence[Line]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    widths = [len(column) for column in columns]
    for line in lines:
        widths = [max(wide, len(str(value))) for wide, value in zip(widths, line, strict=True)]
    for at, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = min(WIDEST, wide + 2)
    sheet.freeze_panes = "A2"
    as_text = WriteOnlyCell(sheet, "")
    as_text.number_format = TEXT
    as_text.quotePrefix = True
    style = as_text._style  # type: ignore[attr-defined]

    def cell(value: str | int) -> object:
        if isinstance(value, int):
            return value
        made = WriteOnlyCell(sheet, value=_legible(value))
        made.data_type = "s"
        made._style = style  # type: ignore[attr-defined]
        return made

    for line in (columns, *lines):
        sheet.append([cell(value) for value in line])


def csv(columns: Sequence[str], lines: Sequence[Line]) -> bytes:
    """The same with semicolons, in UTF-8 with its mark, as spreadsheets here expect it.

    Text that could be taken for a formula gets an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer = csv_format.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_unarmed(value) for value in line] for line in (columns, *lines))
    return out.getvalue().encode("utf-8-sig")


def _unarmed(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = _legible(value)
    return f"'{text}" if text.startswith(STARTS) or text.lstrip(" ").startswith(STARTS) else text


def _legible(text: str) -> str:
    """Without what no workbook may hold."""
    if text.isprintable():
        return text
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\r\n")
