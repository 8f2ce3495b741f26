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


def _curve(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """Waiting times that fall, on dark paper."""
    pen.rectangle((0, 0, 640, 420), fill="#2b3f52")
    points = [(50 + n * 90, 70 + n * 46 + (seed * 31 + n * 17) % 30) for n in range(7)]
    pen.polygon([*points, (590, 400), (50, 400)], fill="#4f7d8c")
    pen.line(points, fill="#ffcf6b", width=8)
    for x, y in points:
        pen.ellipse((x - 9, y - 9, x + 9, y + 9), fill=PAPER)


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


def _morning(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """The office door at sunrise, a queue before it."""
    pen.rectangle((0, 0, 640, 210), fill="#f3b27a")
    pen.ellipse((470, 60, 570, 160), fill="#fff0c2")
    pen.rectangle((0, 210, 640, 420), fill="#7d7f78")
    pen.rectangle((20, 70, 250, 380), fill="#41596b")
    pen.rectangle((90, 170, 180, 380), fill="#f7e9b0")
    for person in range(4 + seed % 2):
        x = 290 + person * 66
        pen.ellipse((x, 230, x + 32, 262), fill="#5d4332")
        pen.rectangle((x - 6, 264, x + 38, 372), fill=COLOURS[(seed + person) % 6])


def _board(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """A list of what to bring, ticked line by line."""
    pen.rectangle((0, 0, 640, 420), fill="#8a9a87")
    pen.rectangle((150, 20, 520, 400), fill="#fffdf6")
    pen.rectangle((150, 20, 520, 80), fill=COLOURS[seed % 6])
    for line in range(6):
        y = 105 + line * 48
        pen.rectangle((180, y, 206, y + 26), outline=INK, width=3)
        pen.line((184, y + 12, 192, y + 22, 204, y - 4), fill="#2f7d4f", width=6)
        pen.rectangle((230, y + 8, 300 + (seed * 53 + line * 71) % 190, y + 18), fill=INK)


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


def _pier(pen: ImageDraw.ImageDraw, seed: int) -> None:
    """Boats at a pier before dawn."""
    pen.rectangle((0, 0, 640, 180), fill="#1d2b4a")
    pen.ellipse((80, 40, 140, 100), fill="#e8e3c8")
    pen.rectangle((0, 180, 640, 420), fill="#2f5d6b")
    pen.polygon(((300, 420), (380, 190), (420, 190), (520, 420)), fill="#8b6a44")
    for boat in range(2 + seed % 2):
        x, y = 30 + boat * 150, 230 + boat * 60
        pen.polygon(((x, y), (x + 130, y), (x + 104, y + 36), (x + 26, y + 36)), fill="#c9962b")
        pen.line((x + 66, y, x + 66, y - 70), fill=PAPER, width=5)


KINDS: dict[str, Drawing] = {
    "grafik": _bars,
    "kurva": _curve,
    "loket": _counter,
    "pagi": _morning,
    "papan": _board,
    "lapangan": _village,
    "dermaga": _pier,
}
