"""Reading the words back out of a PDF: glyphs are turned into letters by the fonts' own tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pikepdf import Operator, Page, Pdf, String, parse_content_stream

_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>)?")


def words_of(content: bytes) -> str:
    """The text of all pages in the order it was drawn, without blanks."""
    with Pdf.open(io.BytesIO(content)) as document:
        return "".join(text for page in document.pages for text in _texts(page))


def pages(content: bytes) -> int:
    with Pdf.open(io.BytesIO(content)) as document:
        return len(document.pages)


def has(content: bytes, said: str) -> bool:
    """Whether the text stands in the document, however its lines were broken."""
    return "".join(said.split()) in words_of(content)


def _texts(page: Page) -> Iterator[str]:
    tables = {name: _letters(font) for name, font in page.resources.Font.items()}
    letters: dict[int, str] = {}
    for told in parse_content_stream(page):
        operands, operator = told.operands, told.operator
        if operator == Operator("Tf"):
            letters = tables[str(operands[0])]
        elif operator in (Operator("Tj"), Operator("TJ")):
            parts = operands[0] if operator == Operator("TJ") else [operands[0]]
            for part in parts:
                if isinstance(part, String):
                    yield _decoded(bytes(part), letters)


def _decoded(glyphs: bytes, letters: dict[int, str]) -> str:
    pairs = (glyphs[at : at + 2] for at in range(0, len(glyphs), 2))
    told = "".join(letters.get(int.from_bytes(pair, "big"), "") for pair in pairs)
    return "".join(told.split())


def _letters(font: object) -> dict[int, str]:
    """A font's ToUnicode table: one glyph, or a run of them, to letters."""
    table = bytes(font.ToUnicode.read_bytes())  # type: ignore[attr-defined]
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        for line in block.split(b"\n"):
            if match := _CHAR.search(line):
                found[int(match[1], 16)] = bytes.fromhex(match[2].decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for line in block.split(b"\n"):
            if (match := _CHAR.search(line)) and match[3]:
                first, last, start = (int(match[n], 16) for n in (1, 2, 3))
                found |= {first + n: chr(start + n) for n in range(last - first + 1)}
    return found
