"""Reading the rows of an XLSX or CSV file, whatever office programme wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from zipfile import BadZipFile, ZipFile

from bot.rules.roster import COLUMNS, Row, Spoilt

BIGGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 200_000
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SEPARATORS = ";,\t|"
ERRORS = frozenset(["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"])
# UTF-8 that was once read as Windows-1252, and letters that were lost for good.
GARBLED = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")
# Signs nobody sees: control characters, marks of direction, zero width, byte order.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
KEPT_AS_TEXT = re.compile(r'="([^"]*)"')  # how spreadsheets write digits that stay text in CSV
FORMULAS = re.compile(rb"<f[\s/>]")

Cells = Sequence[object]


class Unreadable(ValueError):
    """The file is no roster; `code` says why and `columns` what is missing in its head."""

    def __init__(self, code: str, columns: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.columns = tuple(columns)


def read(
    content: bytes,
    name: str,
    columns: Sequence[str] = COLUMNS,
    optional: Sequence[str] = (),
) -> list[Row]:
    """Rows with their line numbers, empty ones left out. Raises Unreadable.

    `columns` must be there, `optional` ones are read where they are.

    The kind is told by the content, not by the name. CSV may be separated by semicolon, comma or
    tab, in UTF-8 (with or without BOM), UTF-16 or Windows-1252. A formula counts by the value
    that was saved with it; one without a value is named in its row.
    """
    if len(content) > BIGGEST_FILE:
        raise Unreadable("too_big")
    if content.startswith(OLD_EXCEL) or name.lower().endswith((".xls", ".ods", ".pdf")):
        raise Unreadable("kind")
    lines = _sheet(content) if content.startswith(ZIP) else _csv(content)
    return _rows(lines, columns, optional)


def _rows(
    lines: Iterable[tuple[int, Cells]], wanted: Sequence[str], optional: Sequence[str]
) -> list[Row]:
    filled = ((line, cells) for line, cells in lines if any(map(_text, cells)))
    _, head = next(filled, (0, ()))
    columns = [_column(_text(cell)) for cell in head]
    if not columns:
        raise Unreadable("empty")
    if missing := [column for column in wanted if column not in columns]:
        raise Unreadable("columns", missing)
    kept = (*wanted, *optional)
    if twice := [column for column in kept if columns.count(column) > 1]:
        raise Unreadable("twice", twice)
    places = [(at, column) for at, column in enumerate(columns) if column in kept]
    rows = [_row(line, places, len(columns), cells) for line, cells in filled]
    if not rows:
        raise Unreadable("empty")
    return rows


def _row(line: int, places: Sequence[tuple[int, str]], wide: int, cells: Cells) -> Row:
    told: dict[str, str] = {}
    numeric: list[str] = []
    spoilt: list[tuple[str, str]] = []
    for at, column in places:
        cell = cells[at] if at < len(cells) else None
        text = told[column] = _text(cell)
        if isinstance(cell, (int, float)):
            numeric.append(column)
        elif text and (fault := _spoilt(cell, text)):
            spoilt.append((column, fault.value))
    if len(cells) > wide and any(map(_text, cells[wide:])):
        spoilt.append(("", Spoilt.SURPLUS.value))
    return Row(line, told, frozenset(numeric), tuple(spoilt))


def _spoilt(cell: object, text: str) -> Spoilt | None:
    if isinstance(cell, (datetime, date, time)):
        return Spoilt.DATE
    if text.startswith("="):
        return Spoilt.FORMULA
    if text in ERRORS:
        return Spoilt.ERROR
    return Spoilt.GARBLED if not text.isascii() and GARBLED.search(text) else None


def _column(head: str) -> str:
    return re.sub(r"[\s\-]+", "_", head.strip().lower())


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    text = " ".join(str(cell).split())
    return text if text.isprintable() else " ".join(UNSEEN.sub("", text).split())


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
        empty = _unreckoned(content) if _has_formulas(content) else frozenset()
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if line > MOST_ROWS:
                raise Unreadable("too_big")
            if empty:
                told = [
                    "=" if cell is None and (line, at) in empty else cell
                    for at, cell in enumerate(cells)
                ]
                yield line, told
            else:
                yield line, cells
    finally:
        book.close()


def _has_formulas(content: bytes) -> bool:
    with ZipFile(io.BytesIO(content)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(FORMULAS.search(parts.read(name)) for name in sheets)


def _unreckoned(content: bytes) -> frozenset[tuple[int, int]]:
    """Where the first sheet has formulas: one without a saved value would pass for empty."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return frozenset(
            (line, at)
            for line, cells in enumerate(sheet.iter_rows(), start=1)
            for at, cell in enumerate(cells)
            if cell.data_type == "f"
        )
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
            yield reader.line_num, [_unwrapped(cell) for cell in cells]
    except csv.Error as fault:
        raise Unreadable("kind") from fault


def _unwrapped(cell: str) -> str:
    whole = KEPT_AS_TEXT.fullmatch(cell) if cell.startswith("=") else None
    return whole[1] if whole else cell


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
