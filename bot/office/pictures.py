"""Small pictures that stand for photos of evidence: drawn, so that nobody real is on them."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

SIZE = (640, 480)
INK, PAPER = "#22313f", "#f4efe4"
COLOURS = ("#2f6f73", "#b5533c", "#c9962b", "#5b6fa8", "#6d8b4f", "#8a5a83")
Drawing = Callable[[ImageDraw.ImageDraw, int], None]


def photo(kind: str, caption: str, seed: int) -> bytes:
    """A JPEG of one of the KINDS with a caption; equal arguments give equal bytes."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    KINDS[kind](pen, seed)
    pen.rectangle((0, 420, 640, 480), fill=INK)
    pen.text((20, 436), caption, fill=PAPER, font=ImageFont.load_default(24))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def _bars(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """Before and after, month by month."""
    for month in range(6):
        height = 300 - month * 38 + (seed * 17 + month * 29) % 40
        left = 60 + month * 90
        pen.rectangle((left, 380 - height, left + 56, 380), fill=COLOURS[(seed + month // 3) % 6])
    pen.line((40, 380, 600, 380), fill=INK, width=4)


def _counter(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """A counter with its number board and people in the queue."""
    pen.rectangle((0, 250, 640, 420), fill="#d9c7a3")
    pen.rectangle((60, 60, 300, 190), fill=INK)
    board = f"A{(seed * 37) % 90 + 10:03d}"
    pen.text((95, 82), board, fill="#ffb02e", font=ImageFont.load_default(76))
    for person in range(3 + seed % 3):
        x = 330 + person * 62
        pen.ellipse((x, 170, x + 40, 210), fill="#8d6748")
        pen.rounded_rectangle((x - 8, 212, x + 48, 330), 16, fill=COLOURS[(seed + person) % 6])


def _shelves(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """Archive shelves with folders in the colours of their years."""
    for row in range(3):
        for column in range(14):
            left, top = 40 + column * 40, 40 + row * 120
            colour = COLOURS[(row + column // 4 + seed) % 6]
            pen.rectangle((left, top + (seed * column) % 14, left + 32, top + 100), fill=colour)
        pen.rectangle((30, 140 + row * 120, 610, 150 + row * 120), fill="#7a5c3a")


def _village(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """A hall under trees, where the office came to the people."""
    pen.rectangle((0, 0, 640, 260), fill="#bcd9e6")
    pen.rectangle((0, 260, 640, 420), fill="#8fae6b")
    pen.polygon(((170, 170), (320, 80), (470, 170)), fill=COLOURS[(seed + 1) % 6])
    pen.rectangle((190, 170, 450, 330), fill="#efe2c6")
    for tree in range(2 + seed % 3):
        x = 40 + tree * 170 + (seed * 13) % 30
        pen.rectangle((x + 22, 230, x + 34, 330), fill="#6b4a2b")
        pen.ellipse((x, 150, x + 58, 250), fill="#4d7c3f")


KINDS: dict[str, Drawing] = {
    "grafik": _bars,
    "loket": _counter,
    "arsip": _shelves,
    "lapangan": _village,
}
