"""Judging a file by its content. To be run in a confined process, see `bot.examining.child`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from bot.examining.office import check_office
from bot.examining.papers import check_paper
from bot.examining.pictures import draw_anew
from bot.examining.recordings import check_sound, without_place
from bot.examining.verdicts import Judged
from bot.rules.evidence import MOST_BYTES, Fault, FileType, Unfit

PDF_HEAD = 1024
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEALED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def judge(content: bytes) -> Judged:
    """What may be kept of this file. Raises Unfit; MemoryError for bombs within a limit."""
    if not content:
        raise Unfit(Fault.EMPTY)
    if len(content) > MOST_BYTES:
        raise Unfit(Fault.TOO_LARGE)
    judged = _judge_of(content)(content)
    if judged.changed is None and judged.file_type not in (FileType.DOCX, FileType.XLSX):
        _refuse_two_faces(content)
    if len(judged.changed or b"") > MOST_BYTES:
        raise Unfit(Fault.TOO_LARGE)
    return judged


def _judge_of(content: bytes) -> Callable[[bytes], Judged]:
    if content.startswith(b"\xff\xd8\xff"):
        return lambda sent: Judged(FileType.JPEG, *draw_anew(sent, FileType.JPEG))
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return lambda sent: Judged(FileType.PNG, *draw_anew(sent, FileType.PNG))
    if content[:PDF_HEAD].lstrip(b"\0\t\n\f\r \xef\xbb\xbf").startswith(b"%PDF-"):
        return _paper
    if content.startswith(b"PK\x03\x04"):
        return lambda sent: Judged(check_office(sent))
    if content.startswith(b"OggS"):
        return _sound
    if content[4:8] == b"ftyp":
        return lambda sent: Judged(FileType.MP4, without_place(sent))
    locked = content.startswith(COMPOUND) and SEALED_OFFICE in content
    raise Unfit(Fault.LOCKED if locked else Fault.KIND)


def _paper(content: bytes) -> Judged:
    check_paper(content)
    return Judged(FileType.PDF)


def _sound(content: bytes) -> Judged:
    check_sound(content)
    return Judged(FileType.OGG)


def _refuse_two_faces(content: bytes) -> None:
    """An archive behind a document opens as either, and only one of them was examined."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit(Fault.ACTIVE)
