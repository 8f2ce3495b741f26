"""Word and Excel files: sizes are asked before anything is unpacked, nothing may act."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from xml.parsers import expat

from bot.rules.evidence import Fault, FileType, Unfit

codecs.lookup("cp437")  # names inside archives; a confined process cannot load it any more
MOST_PARTS = 4000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_SWOLLEN = 150  # so many times its packed size; what is below a megabyte may be more
SMALL = 1024 * 1024
PIECE = 256 * 1024
LOCKED = 0x1
TYPES = "[content_types].xml"
HEARTS = {"word/document.xml": FileType.DOCX, "xl/workbook.xml": FileType.XLSX}
ACTIVE_NAME = re.compile(
    r"vba|macros?heet|/embeddings/|/activex/|/externallinks/|/ctrlprops/|/afchunk|customui/"
    r"|\.(?:bin|exe|dll|js|vbs|com|bat|cmd|ps1|scr|jar|html?|mht|rtf|zip|docm|xlsm)$"
)
PRINTER = re.compile(r"/printersettings/[^/]+\.bin$")
UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError)
FIELD = re.compile(r"\s*DDE(?:AUTO)?\b", re.IGNORECASE)
HARMLESS = re.compile(r"(?:https?|mailto|tel):|#|[^:]*$", re.IGNORECASE)


def check_office(content: bytes) -> FileType:
    """A docx or xlsx by what is inside. Raises Unfit for bombs, macros, links to other files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _listed(archive, len(content))
            kind = _kind(parts)
            for name, part in parts.items():
                _read(archive, part, _reader(name))
            return kind
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
    ) as f:
        if isinstance(f, Unfit):
            raise
        raise Unfit(Fault.BROKEN) from None


def _listed(archive: zipfile.ZipFile, size: int) -> Mapping[str, zipfile.ZipInfo]:
    """The parts by their names in small letters, once their sizes are known to be sane."""
    every = archive.infolist()
    if len(every) > MOST_PARTS or sum(one.file_size for one in every) > MOST_UNPACKED:
        raise Unfit(Fault.SWOLLEN)
    for one in every:
        if one.flag_bits & LOCKED:
            raise Unfit(Fault.LOCKED)
        if one.file_size > max(SMALL, one.compress_size * MOST_SWOLLEN):
            raise Unfit(Fault.SWOLLEN)
    parts = {one.filename.lower(): one for one in every}
    overlapping = sum(one.compress_size for one in every) > size
    if overlapping or len(parts) < len(every) or any(map(_leads_out, parts)):
        raise Unfit(Fault.BROKEN)
    return parts


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts


def _kind(parts: Mapping[str, zipfile.ZipInfo]) -> FileType:
    found = [kind for heart, kind in HEARTS.items() if heart in parts]
    if len(found) != 1 or TYPES not in parts:
        raise Unfit(Fault.KIND)
    if any(ACTIVE_NAME.search(f"/{name}") and not PRINTER.search(name) for name in parts):
        raise Unfit(Fault.ACTIVE)
    return found[0]


def _reader(name: str) -> expat.XMLParserType | None:
    if not name.endswith((".xml", ".rels", ".vml")):
        return None
    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse  # no part of an office file has one
    if name.endswith(".rels"):
        reader.StartElementHandler = _check_relation
    elif name == TYPES:
        reader.StartElementHandler = _check_type
    elif name.startswith("word/"):
        _watch_fields(reader)
    return reader


def _read(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, reader: expat.XMLParserType | None
) -> None:
    """Unpack to nowhere, piece by piece; a part that is larger than it says fails its checksum."""
    try:
        with archive.open(part) as file:
            while piece := file.read(PIECE):
                if reader is not None:
                    reader.Parse(piece, False)
        if reader is not None:
            reader.Parse(b"", True)
    except expat.ExpatError:
        raise Unfit(Fault.BROKEN) from None


def _refuse(*_: object) -> None:
    raise Unfit(Fault.ACTIVE)


def _check_relation(_: str, said: dict[str, str]) -> None:
    """Web links may lead out; templates, pictures, objects and data from elsewhere may not."""
    if said.get("TargetMode", "").lower() == "external":
        link = said.get("Type", "").lower().endswith("/hyperlink")
        if not link or not HARMLESS.match(said.get("Target", "")):
            raise Unfit(Fault.ACTIVE)


def _check_type(_: str, said: dict[str, str]) -> None:
    what = said.get("ContentType", "").lower()
    if "macroenabled" in what or "vbaproject" in what or "oleobject" in what:
        raise Unfit(Fault.ACTIVE)


def _watch_fields(reader: expat.XMLParserType) -> None:
    """Fields that start programs are spread over pieces of text: each paragraph is joined."""
    inside, told = False, ""

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal inside, told
        word = name.rpartition(":")[2]
        inside = word == "instrText"
        if word == "p" or (word == "fldChar" and "begin" in said.values()):
            told = ""
        if word == "fldSimple" and any(map(FIELD.match, said.values())):
            raise Unfit(Fault.ACTIVE)

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def text(piece: str) -> None:
        nonlocal told
        if inside:
            told = (told + piece)[:1000]
            if FIELD.match(told):
                raise Unfit(Fault.ACTIVE)

    reader.StartElementHandler, reader.EndElementHandler = start, end
    reader.CharacterDataHandler = text
