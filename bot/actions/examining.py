"""What a file really is: judged by its content, pictures drawn anew without their EXIF."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

import puremagic
from PIL import Image, ImageOps, UnidentifiedImageError

from bot.rules.evidence import MOST_BYTES, MOST_PIXELS, PICTURES, Fault, FileType, Unfit, tells
from storage.evidence_files import name_of

JPEG_QUALITY = 88
LOOK_SIZE = (9, 8)
PART_LIMIT = 4 * 1024 * 1024
ENDINGS = {
    FileType.JPEG: {".jpg", ".jpeg", ".jfif"},
    FileType.PNG: {".png"},
    FileType.PDF: {".pdf"},
    FileType.DOCX: {".docx"},
    FileType.XLSX: {".xlsx"},
    FileType.OGG: {".ogg", ".oga", ".opus"},
    FileType.MP4: {".mp4", ".m4v"},
}
OFFICE_HEARTS = {"word/document.xml": FileType.DOCX, "xl/workbook.xml": FileType.XLSX}
PDF_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)(?![A-Za-z])"
)
PDF_STREAM = re.compile(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
PDF_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file fit to be kept: its type, the SHA-256 of what was sent, and what to store.

    `look` is a 64-bit difference hash of a picture; None when there is nothing to recognise.
    """

    sha256: str
    file_type: FileType
    content: bytes
    look: int | None = None


def examine(content: bytes) -> Examined:
    """Judge a file of a person. Raises Unfit. Slow for large pictures; safe on any thread."""
    if not content:
        raise Unfit(Fault.EMPTY)
    if len(content) > MOST_BYTES:
        raise Unfit(Fault.TOO_LARGE)
    kind = _type_of(content)
    if kind in PICTURES:
        return _picture(content, kind)
    if kind is FileType.PDF:
        _check_pdf(content)
    return Examined(name_of(content), kind, content)


def _type_of(content: bytes) -> FileType:
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    try:
        endings = {found.extension for found in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        raise Unfit(Fault.KIND) from None
    for kind, usual in ENDINGS.items():
        if endings & usual:
            return kind
    raise Unfit(Fault.KIND)


def _office(content: bytes) -> FileType:
    """A docx or xlsx by the names inside; it is listed, never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unfit(Fault.BROKEN) from None
    if any(name.endswith("vbaproject.bin") or "/embeddings/" in name for name in names):
        raise Unfit(Fault.ACTIVE)
    for heart, kind in OFFICE_HEARTS.items():
        if heart in names and "[content_types].xml" in names:
            return kind
    raise Unfit(Fault.KIND)


def _check_pdf(content: bytes) -> None:
    """Refuse encrypted PDFs and those that carry scripts, programs or other files."""
    if b"%%EOF" not in content[-2048:] and b"startxref" not in content[-4096:]:
        raise Unfit(Fault.BROKEN)
    if re.search(rb"/Encrypt(?![A-Za-z])", content):
        raise Unfit(Fault.LOCKED)
    for part in (content, *_object_streams(content)):
        if PDF_ACTIVE.search(_plain_names(part)):
            raise Unfit(Fault.ACTIVE)


def _object_streams(content: bytes) -> list[bytes]:
    """The compressed parts of a PDF in which names can hide, each up to a limit."""
    parts = []
    for found in PDF_STREAM.finditer(content):
        try:
            parts.append(zlib.decompressobj().decompress(content[found.end() :], PART_LIMIT))
        except zlib.error:
            continue
    return parts


def _plain_names(part: bytes) -> bytes:
    return PDF_HEX.sub(lambda found: bytes([int(found[1], 16)]), part)


def _picture(content: bytes, kind: FileType) -> Examined:
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise Unfit(Fault.PIXELS)
            upright = ImageOps.exif_transpose(sent)
            drawn = _drawn(upright, kind)
            return Examined(name_of(content), kind, drawn, _look(upright))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit(Fault.PIXELS) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
        if isinstance(fault, Unfit):
            raise
        raise Unfit(Fault.BROKEN) from None


def _drawn(picture: Image.Image, kind: FileType) -> bytes:
    """The picture alone, without whatever else the file carried."""
    modes = ("RGB", "L") if kind is FileType.JPEG else ("RGB", "RGBA", "L", "LA", "P", "1")
    plain = picture if picture.mode in modes else picture.convert("RGB")
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    if plain.mode == "P" and (palette := plain.getpalette()):
        clean.putpalette(palette)
    out = io.BytesIO()
    if kind is FileType.JPEG:
        clean.save(out, "JPEG", quality=JPEG_QUALITY)
    else:
        clean.save(out, "PNG")
    return out.getvalue()


def _look(picture: Image.Image) -> int | None:
    """Difference hash: one bit for each step of brightness to the right, in an 8 x 8 grid."""
    small = picture.convert("L").resize(LOOK_SIZE, Image.Resampling.BILINEAR).tobytes()
    width = LOOK_SIZE[0]
    look = 0
    for at, value in enumerate(small):
        if at % width:
            look = look << 1 | (value > small[at - 1])
    return look if tells(look) else None
