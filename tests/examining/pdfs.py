"""PDFs of every kind, made by the library that reads them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

Change = Callable[[Pdf], object]
Action = dict[str, Any]
A4 = (595, 842)
SCRIPT = {"/S": Name.JavaScript, "/JS": "app.alert(1)"}


def paper(*changes: Change, **how: Any) -> bytes:
    """A page with a line of text, changed as told, saved as told."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=A4)
        page.obj.Contents = made.make_stream(b"BT /F1 12 Tf 72 720 Td (Surat tugas) Tj ET")
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
        for change in changes:
            change(made)
        made.save(out, **how)
    return out.getvalue()


def opens(action: Action) -> Change:
    return lambda made: setattr(made.Root, "OpenAction", made.make_indirect(Dictionary(action)))


def page_opens(action: Action) -> Change:
    return lambda made: setattr(made.pages[0].obj, "AA", Dictionary({"/O": Dictionary(action)}))


def no_pages(made: Pdf) -> None:
    del made.pages[0]


def annotated(**annotation: Any) -> Change:
    def change(made: Pdf) -> None:
        drawn = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **annotation)
        made.pages[0].obj.Annots = Array([made.make_indirect(drawn)])

    return change


def links(address: str) -> Change:
    return annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=address))


def script_by_name(made: Pdf) -> None:
    names = Array(["jalan", made.make_indirect(Dictionary(SCRIPT))])
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))


def attaches(made: Pdf) -> None:
    name = "lampiran.exe"
    made.attachments[name] = AttachedFileSpec(
        made, b"MZ", filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


def form(made: Pdf) -> None:
    made.Root.AcroForm = Dictionary(
        Fields=Array(), XFA=made.make_stream(b"<xdp><script>app.alert(1)</script></xdp>")
    )


def shows_picture(jpeg: bytes, size: tuple[int, int]) -> Change:
    def change(made: Pdf) -> None:
        drawn = made.make_stream(jpeg, Type=Name.XObject, Subtype=Name.Image)
        drawn.Width, drawn.Height, drawn.BitsPerComponent = *size, 8
        drawn.ColorSpace, drawn.Filter = Name.DeviceRGB, Name.DCTDecode
        made.pages[0].obj.Resources.XObject = Dictionary(Im1=drawn)

    return change


def elsewhere(made: Pdf) -> None:
    """A stream whose content lies in a file on somebody's server."""
    stream = made.make_stream(b"", F=Dictionary(Type=Name.Filespec, F=r"\\server\share"))
    made.pages[0].obj.Resources.XObject = Dictionary(Im1=stream)


def blown_up(first: bytes, unpacked: int) -> bytes:
    """Deflated: this, and then so many blanks; one packed megabyte again and again."""
    packer, blanks = zlib.compressobj(9), b" " * (1 << 20)
    packed = packer.compress(first) + packer.flush(zlib.Z_FULL_FLUSH)
    megabyte = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(first)
    for _ in range(unpacked >> 20):
        check = zlib.adler32(blanks, check)
    return packed + megabyte * (unpacked >> 20) + b"\3\0" + check.to_bytes(4, "big")


def bomb(unpacked: int) -> bytes:
    """An object stream that unpacks to so many bytes, in a file of a few."""
    packed = blown_up(b"4 0 << /Type /Page /Parent 2 0 R >> ", unpacked)
    parts, starts = [b"%PDF-1.5\n"], []
    for number, inside in enumerate(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\n"
            b"stream\n%b\nendstream" % (len(packed), packed),
        ),
        1,
    ):
        starts.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, inside))
    starts_at = sum(map(len, parts))
    rows = [(0, 0, 255), *((1, start, 0) for start in starts), (2, 3, 0), (1, starts_at, 0)]
    table = b"".join(
        kind.to_bytes(1, "big") + at.to_bytes(4, "big") + rest.to_bytes(1, "big")
        for kind, at, rest in rows
    )
    parts.append(
        b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n%b\n"
        b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(table), table, starts_at)
    )
    return b"".join(parts)
