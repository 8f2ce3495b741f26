"""A table for an office programme, in which no text can become a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

TEXT = "@"
WIDEST = 40


def xlsx(title: str, columns: Sequence[str], lines: Sequence[Sequence[str | int]]) -> bytes:
    """One sheet with a head. Text stays text: NIP keep their digits, and `=1+1` stays as typed."""
    # 22 MB with numpy in the wake: loaded with the first table, not with every bot.
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title[:31]
    for at, line in enumerate([columns, *lines], 1):
        for place, value in enumerate(line, 1):
            cell = sheet.cell(at, place)
            if isinstance(value, int):
                cell.value = value
                continue
            cell.value = value
            cell.data_type = "s"
            cell.number_format = TEXT
            cell.quotePrefix = True
    for place, _column in enumerate(columns, 1):
        longest = max(len(str(line[place - 1])) for line in [columns, *lines])
        sheet.column_dimensions[get_column_letter(place)].width = min(WIDEST, longest + 2)
    sheet.freeze_panes = "A2"
    book.properties.created = book.properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
