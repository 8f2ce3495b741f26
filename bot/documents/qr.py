"""QR codes as pictures."""

from __future__ import annotations

import io

import segno


def png(text: str) -> bytes:
    """A PNG a phone reads from another phone's screen: high contrast, a quiet border."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=10, border=4)
    return picture.getvalue()
