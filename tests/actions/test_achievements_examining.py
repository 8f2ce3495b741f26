"""Evidence is judged by what it is, not by what it is called."""

from __future__ import annotations

import io
import zlib

import pytest
from openpyxl import Workbook
from PIL import Image

from bot.actions.examining import examine
from bot.rules.evidence import MOST_BYTES, Fault, FileType, Unfit, near
from tests.achievements import archive, picture

TAIL = b"\nstartxref\n0\n%%EOF\n"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj" + TAIL
HEART = ("[Content_Types].xml", "word/document.xml")


def sheet() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


def located() -> bytes:
    """A JPEG that says where it was taken, and by what."""
    exif = Image.Exif()
    exif[0x010F] = "Kamera Dinas"
    exif.get_ifd(0x8825)[2] = (6.0, 59.0, 0.0)
    return picture(exif=exif)


def hidden(name: bytes) -> bytes:
    packed = zlib.compress(b"<< /S /" + name + b" >>")
    return PDF[:-20] + b"\n2 0 obj << /Type /ObjStm >> stream\n" + packed + b"\nendstream" + TAIL


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture(), FileType.JPEG),
        (png(), FileType.PNG),
        (png("P"), FileType.PNG),
        (png("LA"), FileType.PNG),
        (png("I;16"), FileType.PNG),
        (PDF, FileType.PDF),
        (sheet(), FileType.XLSX),
        (archive(*HEART), FileType.DOCX),
        (b"OggS\0\2" + bytes(20) + b"OpusHead" + bytes(50), FileType.OGG),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41" + bytes(50), FileType.MP4),
    ],
)
def test_what_is_kept(content: bytes, kind: FileType) -> None:
    assert examine(content).file_type is kind


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (bytes(MOST_BYTES + 1), Fault.TOO_LARGE),
        (b"just a text", Fault.KIND),
        (b"MZ\x90\0" + bytes(200), Fault.KIND),
        (b"<html><script>alert(1)</script></html>", Fault.KIND),
        (b"GIF89a" + bytes(50), Fault.KIND),
        (archive("a.txt"), Fault.KIND),
        (archive(*HEART, "word/vbaProject.bin"), Fault.ACTIVE),
        (archive(*HEART, "word/embeddings/x.bin"), Fault.ACTIVE),
        (b"PK\x03\x04" + bytes(40), Fault.BROKEN),
        (picture()[:2000], Fault.BROKEN),
        (b"\xff\xd8\xff\xe0" + bytes(60), Fault.BROKEN),
        (png("1", (8000, 5100)), Fault.PIXELS),
        (b"%PDF-1.7\n no end", Fault.BROKEN),
        (PDF.replace(b"/Type", b"/Encrypt 5 0 R /Type"), Fault.LOCKED),
        (PDF.replace(b"/Type", b"/OpenAction << /S /JavaScript >> /Type"), Fault.ACTIVE),
        (PDF.replace(b"/Type", b"/S /J#61vaScript /Type"), Fault.ACTIVE),
        (PDF.replace(b"/Type", b"/S /Launch /Type"), Fault.ACTIVE),
        (hidden(b"JavaScript"), Fault.ACTIVE),
        (hidden(b"EmbeddedFile"), Fault.ACTIVE),
    ],
)
def test_what_is_refused(content: bytes, fault: Fault) -> None:
    with pytest.raises(Unfit) as refused:
        examine(content)
    assert refused.value.fault is fault


def test_the_place_is_taken_out_of_a_picture() -> None:
    sent = located()
    assert b"Kamera Dinas" in sent
    kept = examine(sent)
    with Image.open(io.BytesIO(kept.content)) as shown:
        assert not shown.getexif()
    assert b"Kamera Dinas" not in kept.content


def test_a_picture_is_known_again_after_it_was_shrunk() -> None:
    first, other = examine(picture(1)), examine(picture(2))
    with Image.open(io.BytesIO(picture(1))) as large:
        out = io.BytesIO()
        large.resize((200, 150)).save(out, "JPEG", quality=50)
    again = examine(out.getvalue())
    assert first.look is not None
    assert again.look is not None
    assert other.look is not None
    assert first.sha256 != again.sha256
    assert near(first.look, again.look)
    assert not near(first.look, other.look)


def test_an_empty_sheet_has_no_look() -> None:
    assert examine(png()).look is None
