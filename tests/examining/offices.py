"""Word and Excel files of every kind."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

TYPES = "[Content_Types].xml"
HEART = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def letter(parts: dict[str, str | bytes] | None = None, body: str = "") -> bytes:
    """A docx with this body and these further parts."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    heart = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped({TYPES: types, HEART: heart, **(parts or {})})


def billion_laughs() -> bytes:
    told = '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Types>&b;</Types>'
    return letter({TYPES: told})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def sheet() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.worksheets[0].append(["Loket", 1])
    book.save(out)
    return out.getvalue()


def related(kind: str, target: str, *, mode: str = "External") -> bytes:
    """A letter that refers to something."""
    one = f'<Relationship Id="r1" Type="{KINDS}{kind}" Target="{target}" TargetMode="{mode}"/>'
    return letter({RELATIONS: f"<Relationships>{one}</Relationships>"})


def field(*pieces: str) -> str:
    """A field whose text is spread over several runs."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>'


def lying(content: bytes, claimed: int) -> bytes:
    """The same with the document's unpacked size claimed to be smaller than it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.getinfo(HEART).file_size
    return content.replace(true.to_bytes(4, "little"), claimed.to_bytes(4, "little"))


def locked(content: bytes) -> bytes:
    """The same with every part marked as encrypted."""
    made = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = made.find(mark)
        while start >= 0:
            made[start + at] |= 1
            start = made.find(mark, start + 4)
    return bytes(made)
