"""Pictures drawn anew: upright, without their EXIF and whatever else the file carried."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, MpoImagePlugin, TiffImagePlugin, UnidentifiedImageError

from bot.rules.evidence import MOST_BYTES, MOST_PIXELS, Fault, FileType, Unfit, tells

FORMATS = ("JPEG", "PNG")
# Pillow loads parts of itself when a picture asks for them; a confined process can open no files.
LOADED = (MpoImagePlugin, TiffImagePlugin)
Image.preinit()

QUALITIES = (88, 75, 60)
PNG_LEVEL = 4
MODES = {
    FileType.JPEG: {"RGB", "L"},
    FileType.PNG: {"RGB", "RGBA", "L", "LA", "P", "1"},
}
LOOK_SIZE = (9, 8)


def draw_anew(content: bytes, kind: FileType) -> tuple[bytes, int | None]:
    """The picture alone, and its look. An animation keeps its first frame. Raises Unfit."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise Unfit(Fault.PIXELS)
            sent.load()
            ImageOps.exif_transpose(sent, in_place=True)
            plain = _plain(sent, kind)
            plain.info = {}
            return _written(plain, kind), _look(plain)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit(Fault.PIXELS) from None
    except Unfit:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise Unfit(Fault.BROKEN) from None


def _plain(picture: Image.Image, kind: FileType) -> Image.Image:
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture if picture.mode in MODES[kind] else picture.convert("RGB")


def _written(picture: Image.Image, kind: FileType) -> bytes:
    """Within ten megabytes if a coarser quality can bring it there."""
    out = io.BytesIO()
    if kind is FileType.PNG:
        picture.save(out, "PNG", compress_level=PNG_LEVEL)
        return out.getvalue()
    for quality in QUALITIES:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality)
        if out.tell() <= MOST_BYTES:
            break
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
