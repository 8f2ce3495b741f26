"""PDFs: read by qpdf, refused when they are locked or could do anything.

They are kept as they were sent: rewriting would break the electronic signature of an office.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from bot.rules.evidence import Fault, Unfit

TAIL = 1024
END = b"%%EOF"
# Actions that run, open, send or play something. Leaps within the file and web links are fine.
ACTIONS = {
    *("/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"),
    *("/RichMediaExecute", "/Movie", "/Sound", "/GoTo3DView"),
}
ANNOTATIONS = {"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound", "/FileAttachment"}
FILE_NAMES = {"/F", "/UF", "/DOS", "/Mac", "/Unix"}
ADDRESS = re.compile(r"\s*(?:javascript|vbscript|data|file|smb|ms-[a-z-]+)\s*:", re.IGNORECASE)


def _meet_locks() -> None:
    """The first lock makes qpdf open the machine's dice; a confined process could not."""
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(io.BytesIO(), encryption=pikepdf.Encryption(owner="a", user="a"))


_meet_locks()


def check_paper(content: bytes) -> None:
    """Raises Unfit for a PDF that is locked, damaged, without a page, or active."""
    end = content.rfind(END)
    if end < 0 or len(content) - end > TAIL:
        raise Unfit(Fault.BROKEN)
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as paper:
            if paper.is_encrypted:
                raise Unfit(Fault.LOCKED)
            for top in (paper.trailer, *paper.objects):
                for part in _parts(top):
                    _check(part)
            # Where one program reads on by guessing, another one may guess otherwise.
            if not len(paper.pages) or paper.get_warnings():
                raise Unfit(Fault.BROKEN)
    except pikepdf.PasswordError:
        raise Unfit(Fault.LOCKED) from None
    except Unfit:
        raise
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError):
        raise Unfit(Fault.BROKEN) from None


def _parts(top: Object) -> Iterator[Dictionary | Stream]:
    """Every dictionary of an object; what it refers to comes in its own turn."""
    waiting: list[object] = [top]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Dictionary | Stream):
            yield part
            waiting += [inner for _, inner in part.items() if _is_inside(inner)]
        elif isinstance(part, Array):
            waiting += [inner for inner in part if _is_inside(inner)]


def _is_inside(inner: object) -> bool:
    return isinstance(inner, Dictionary | Array) and not inner.is_indirect


def _check(part: Dictionary | Stream) -> None:
    names = part.keys()
    if (
        ("/S" in names and _name(part["/S"]) in ACTIONS)
        or ("/Subtype" in names and _name(part["/Subtype"]) in ANNOTATIONS)
        or ("/Type" in names and _name(part["/Type"]) == "/EmbeddedFile")
        or ("/JS" in names and isinstance(part["/JS"], String | Stream))
        or ("/EF" in names and _names_files(part["/EF"]))
        or ("/XFA" in names and isinstance(part["/XFA"], Array | Stream))
        or ("/URI" in names and ADDRESS.match(_said(part["/URI"])))
        or ("/F" in names and isinstance(part, Stream))  # its content lies in another file
    ):
        raise Unfit(Fault.ACTIVE)


def _name(value: object) -> str:
    return str(value) if isinstance(value, Name) else ""


def _said(value: object) -> str:
    return str(value) if isinstance(value, String) else ""


def _names_files(value: object) -> bool:
    return isinstance(value, Dictionary) and not FILE_NAMES.isdisjoint(value.keys())
