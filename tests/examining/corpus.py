"""What people might send, and what becomes of it: each kind made here, none of it stored."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf
from pikepdf import Name
from PIL import Image

from bot.rules.evidence import MOST_BYTES, Fault, FileType
from tests.achievements import picture
from tests.examining import images, media, offices, pdfs
from tests.examining.pdfs import SCRIPT, annotated, opens, page_opens, paper

Made = Callable[[], bytes]
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LOCKED = pikepdf.Encryption(owner="pemilik", user="rahasia")
OWNED = pikepdf.Encryption(owner="pemilik", user="")
GOTO = {"/S": Name.GoTo, "/D": [0, Name.Fit]}
RUNS = {"/S": Name.Launch, "/F": "cmd.exe"}
LEAVES = {"/S": Name.GoToR, "/F": r"\\server\share\a.pdf", "/D": [0, Name.Fit]}
OPC = "application/vnd.ms-word.document.macroEnabled.main+xml"


def behind(first: bytes, *names: str) -> bytes:
    """An archive behind something else: it opens as either."""
    out = BytesIO(first)
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a") as archive:
        for name in names or ("kejutan.js",):
            archive.writestr(name, b"alert(1)")
    return out.getvalue()


KEPT: dict[str, tuple[Made, FileType]] = {
    "a photo": (picture, FileType.JPEG),
    "a photo of a place": (partial(picture, exif=images.located()), FileType.JPEG),
    "a photo in four inks": (
        lambda: images.saved(Image.new("CMYK", (40, 30)), "JPEG"),
        FileType.JPEG,
    ),
    "a photo in two parts": (lambda: images.moving("MPO"), FileType.JPEG),
    "a photo with an archive behind it": (lambda: behind(picture()), FileType.JPEG),
    "a photo of forty megapixels, turned": (
        lambda: picture(size=(7300, 5470), quality=30, exif=images.located(6)),
        FileType.JPEG,
    ),
    "a drawing": (images.png, FileType.PNG),
    "a drawing with a palette": (partial(images.png, "P", transparency=0), FileType.PNG),
    "a drawing in sixteen bits": (partial(images.png, "I;16"), FileType.PNG),
    "a drawing that moves": (images.moving, FileType.PNG),
    "a plain PDF": (paper, FileType.PDF),
    "a linearized PDF": (partial(paper, linearize=True), FileType.PDF),
    "a packed PDF": (
        lambda: paper(object_stream_mode=pikepdf.ObjectStreamMode.generate),
        FileType.PDF,
    ),
    "a PDF that opens at a page": (lambda: paper(opens(GOTO)), FileType.PDF),
    "a PDF with a web link": (lambda: paper(pdfs.links("https://semarang.go.id")), FileType.PDF),
    "a PDF with a picture": (
        lambda: paper(pdfs.shows_picture(picture(), (320, 240))),
        FileType.PDF,
    ),
    "a letter": (offices.letter, FileType.DOCX),
    "a letter with a web link": (
        lambda: offices.related("hyperlink", "https://semarang.go.id"),
        FileType.DOCX,
    ),
    "a table": (offices.sheet, FileType.XLSX),
    "a spoken note": (media.sound, FileType.OGG),
    "a video": (media.video, FileType.MP4),
    "a video of a place": (media.located, FileType.MP4),
}

REFUSED: dict[str, tuple[Made, Fault]] = {
    "nothing": (bytes, Fault.EMPTY),
    "more than ten megabytes": (partial(bytes, MOST_BYTES + 1), Fault.TOO_LARGE),
    "a text": (lambda: b"just a text", Fault.KIND),
    "a virus signature": (lambda: EICAR, Fault.KIND),
    "a program": (lambda: b"MZ\x90\0" + bytes(200), Fault.KIND),
    "a web page": (lambda: b"<html><script>alert(1)</script></html>", Fault.KIND),
    "a drawing of vectors": (lambda: b"<svg onload='alert(1)'/>", Fault.KIND),
    "a GIF": (lambda: images.moving("GIF"), Fault.KIND),
    "a HEIC": (lambda: media.video(brand=b"heic"), Fault.KIND),
    "a QuickTime film": (lambda: media.video(brand=b"qt  "), Fault.KIND),
    "an archive": (lambda: offices.zipped({"a.txt": "a"}), Fault.KIND),
    "a photo cut off": (lambda: picture()[:2000], Fault.BROKEN),
    "a photo of noughts": (lambda: b"\xff\xd8\xff\xe0" + bytes(60), Fault.BROKEN),
    "a drawing cut off": (lambda: images.png(size=(400, 300))[:-60], Fault.BROKEN),
    "a drawing beyond forty megapixels": (partial(images.png, "1", (8000, 5100)), Fault.PIXELS),
    "a drawing bomb": (partial(images.claiming, 60_000, 60_000), Fault.PIXELS),
    "a PDF cut off": (lambda: paper()[:-400], Fault.BROKEN),
    "a PDF of noughts": (lambda: b"%PDF-1.7\n" + bytes(300) + b"%%EOF", Fault.BROKEN),
    "a PDF without a page": (lambda: paper(pdfs.no_pages), Fault.BROKEN),
    "a PDF with a password": (partial(paper, encryption=LOCKED), Fault.LOCKED),
    "a PDF with an owner's password": (partial(paper, encryption=OWNED), Fault.LOCKED),
    "a PDF with a script": (lambda: paper(opens(SCRIPT)), Fault.ACTIVE),
    "a PDF with a named script": (lambda: paper(pdfs.script_by_name), Fault.ACTIVE),
    "a PDF with a hidden script": (
        lambda: paper(
            opens(SCRIPT), object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True
        ),
        Fault.ACTIVE,
    ),
    "a PDF with a script spelled oddly": (
        lambda: paper(opens(RUNS)).replace(b"/Launch", b"/L#61unch"),
        Fault.ACTIVE,
    ),
    "a PDF that runs a program": (lambda: paper(opens(RUNS)), Fault.ACTIVE),
    "a PDF whose page runs a program": (lambda: paper(page_opens(RUNS)), Fault.ACTIVE),
    "a PDF that opens another": (lambda: paper(opens(LEAVES)), Fault.ACTIVE),
    "a PDF with a link that is a script": (
        lambda: paper(pdfs.links("JavaScript:alert(1)")),
        Fault.ACTIVE,
    ),
    "a PDF with an attachment": (lambda: paper(pdfs.attaches), Fault.ACTIVE),
    "a PDF with a file on a page": (
        lambda: paper(annotated(Subtype=Name.FileAttachment)),
        Fault.ACTIVE,
    ),
    "a PDF with a film": (lambda: paper(annotated(Subtype=Name.RichMedia)), Fault.ACTIVE),
    "a PDF with a scripted form": (lambda: paper(pdfs.form), Fault.ACTIVE),
    "a PDF whose picture lies elsewhere": (lambda: paper(pdfs.elsewhere), Fault.ACTIVE),
    "a PDF with an archive behind it": (
        lambda: behind(paper()).replace(b"alert(1)", b"%%EOF\n  "),
        Fault.ACTIVE,
    ),
    "a PDF bomb": (lambda: pdfs.bomb(2 << 30), Fault.BROKEN),
    "a letter with macros": (
        lambda: offices.letter({"word/vbaProject.bin": b"x"}),
        Fault.ACTIVE,
    ),
    "a letter that says it has macros": (
        lambda: offices.letter({offices.TYPES: f'<Types><Override ContentType="{OPC}"/></Types>'}),
        Fault.ACTIVE,
    ),
    "a letter with an object": (
        lambda: offices.letter({"word/embeddings/oleObject1.bin": b"x"}),
        Fault.ACTIVE,
    ),
    "a letter with a template elsewhere": (
        lambda: offices.related("attachedTemplate", "https://example.test/a.dotm"),
        Fault.ACTIVE,
    ),
    "a letter with a link to a file": (
        lambda: offices.related("hyperlink", "file://server/share/a.exe"),
        Fault.ACTIVE,
    ),
    "a letter that starts a program": (
        lambda: offices.letter(body=offices.field(" DD", "EAUTO c:\\\\cmd.exe")),
        Fault.ACTIVE,
    ),
    "a letter of a billion laughs": (offices.billion_laughs, Fault.ACTIVE),
    "a table fed from elsewhere": (
        lambda: behind(offices.sheet(), "xl/externalLinks/externalLink1.xml"),
        Fault.ACTIVE,
    ),
    "a letter bomb": (
        lambda: offices.letter({"word/media/a.xml": bytes(90 << 20)}),
        Fault.SWOLLEN,
    ),
    "a letter bomb in many parts": (
        lambda: offices.letter({f"word/{n}.xml": bytes(1 << 20) for n in range(101)}),
        Fault.SWOLLEN,
    ),
    "a letter of too many parts": (
        lambda: offices.letter({f"word/{n}.xml": "<a/>" for n in range(4001)}),
        Fault.SWOLLEN,
    ),
    "a letter that lies about its size": (
        lambda: offices.lying(offices.letter(body="<w:p/>" * 4999), 100),
        Fault.BROKEN,
    ),
    "a letter that leads out": (lambda: offices.letter({"../../etc/cron": "x"}), Fault.BROKEN),
    "a letter cut off": (lambda: offices.letter()[:-30], Fault.BROKEN),
    "a locked letter": (lambda: offices.locked(offices.letter()), Fault.LOCKED),
    "a letter with a password": (
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le")
        ),
        Fault.LOCKED,
    ),
    "a film called sound": (lambda: media.sound(b"\x80theora"), Fault.KIND),
    "a spoken note cut off": (lambda: media.sound()[:-3], Fault.BROKEN),
    "a spoken note with an archive": (lambda: behind(media.sound()), Fault.BROKEN),
    "a video cut off": (lambda: media.video()[:-3], Fault.BROKEN),
    "a video of nothing": (lambda: media.box(b"ftyp", b"isom", bytes(4)), Fault.BROKEN),
    "a video with a track of places": (
        lambda: media.video(inside=media.track(b"meta")),
        Fault.PLACE,
    ),
    "a video of too many boxes": (
        lambda: media.video(media.box(b"free") * 20_001),
        Fault.SWOLLEN,
    ),
}
