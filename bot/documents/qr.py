"""QR codes as pictures."""

from __future__ import annotations

import io

import segno


def png(text: str) -> bytes:
    """A PNG a phone reads from another phone's screen: high contrast, a quiet border."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=10, border=4)
    return picture.getvalue()


def svg(text: str) -> str:
    """The same for paper: lines that stay sharp at any size, no border of its own."""
    drawn = io.BytesIO()
    segno.make(text, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
