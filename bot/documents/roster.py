"""Reading the rows of an XLSX or CSV file, whatever office programme wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from zipfile import BadZipFile

from bot.rules.roster import COLUMNS, Row

BIGGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 200_000
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SEPARATORS = ";,\t|"

Cells = Sequence[object]


class Unreadable(ValueError):
    """The file is no roster; `code` says why and `columns` what is missing in its head."""

    def __init__(self, code: str, columns: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.columns = tuple(columns)


def read(content: bytes, name: str, columns: Sequence[str] = COLUMNS) -> list[Row]:
    """Rows with their line numbers, empty ones left out. Raises Unreadable.

    The kind is told by the content, not by the name. CSV may be separated by semicolon, comma or
    tab, in UTF-8 (with or without BOM), UTF-16 or Windows-1252.
    """
    if len(content) > BIGGEST_FILE:
        raise Unreadable("too_big")
    if content.startswith(OLD_EXCEL) or name.lower().endswith((".xls", ".ods", ".pdf")):
        raise Unreadable("kind")
    lines = _sheet(content) if content.startswith(ZIP) else _csv(content)
    return _rows(lines, columns)


def _rows(lines: Iterable[tuple[int, Cells]], wanted: Sequence[str]) -> list[Row]:
    filled = ((line, cells) for line, cells in lines if any(map(_text, cells)))
    _, head = next(filled, (0, ()))
    columns = [_column(_text(cell)) for cell in head]
    if not columns:
        raise Unreadable("empty")
    if missing := [column for column in wanted if column not in columns]:
        raise Unreadable("columns", missing)
    rows = [_row(line, columns, cells, wanted) for line, cells in filled]
    if not rows:
        raise Unreadable("empty")
    return rows


def _row(line: int, columns: Sequence[str], cells: Cells, wanted: Sequence[str]) -> Row:
    pairs = [pair for pair in zip(columns, cells, strict=False) if pair[0] in wanted]
    numeric = frozenset(column for column, cell in pairs if isinstance(cell, (int, float)))
    return Row(line, {column: _text(cell) for column, cell in pairs}, numeric)


def _column(head: str) -> str:
    return re.sub(r"[\s\-]+", "_", head.strip().lower())


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date)):
        return cell.isoformat()
    return " ".join(str(cell).split())


def _sheet(content: bytes) -> Iterator[tuple[int, Cells]]:
    # 22 MB with numpy in the wake: loaded with the first file, not with every bot.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as fault:
        raise Unreadable("kind") from fault
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if line > MOST_ROWS:
                raise Unreadable("too_big")
            yield line, cells
    finally:
        book.close()


def _csv(content: bytes) -> Iterator[tuple[int, Cells]]:
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if reader.line_num > MOST_ROWS:
                raise Unreadable("too_big")
            yield reader.line_num, cells
    except csv.Error as fault:
        raise Unreadable("kind") from fault


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("kind")
