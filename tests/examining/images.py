"""Pictures of every kind."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

CAMERA = "Kamera Dinas"
UPSIDE_DOWN = 3


def saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (40, 30), **how: Any) -> bytes:
    return saved(Image.new(mode, size), "PNG", **how)


def located(turned: int = 1) -> Image.Exif:
    """EXIF that says where a picture was taken, by what, and how it is to be turned."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, CAMERA
    exif.get_ifd(0x8825)[2] = (6.0, 59.0, 0.0)
    return exif


def halves(size: tuple[int, int] = (80, 60)) -> Image.Image:
    """Black on the left, white on the right."""
    made = Image.new("RGB", size)
    made.paste((255, 255, 255), (size[0] // 2, 0, *size))
    return made


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be of this size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(bytes(1000))
    parts = [head, body, b"IEND"]
    chunks = (struct.pack(">I", len(p) - 4) + p + struct.pack(">I", zlib.crc32(p)) for p in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def moving(kind: str = "PNG") -> bytes:
    frames = [Image.new("RGB", (40, 30), shade) for shade in ("red", "green", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])
