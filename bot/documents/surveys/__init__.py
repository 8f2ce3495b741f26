"""What hangs at a counter, and slips of visit tickets; A4."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.documents import qr, typesetting

SHEET, SLIPS = "surveys/sheet.typ", "surveys/slips.typ"


def sheet(said: Mapping[str, Any], ways: Sequence[tuple[str, str]], at: datetime) -> bytes:
    """A page for one counter; `ways` are links with their words, the first one largest."""
    drawn = [{"qr": qr.svg(link), "said": told} for link, told in ways]
    return typesetting.pdf(SHEET, {"data": json.dumps({**said, "ways": drawn})}, at)


def slips(said: Mapping[str, Any], tickets: Sequence[tuple[str, str]], at: datetime) -> bytes:
    """Ten slips a page, to be cut apart; `tickets` are codes with their links."""
    drawn = [{"code": code, "qr": qr.svg(link)} for code, link in tickets]
    return typesetting.pdf(SLIPS, {"data": json.dumps({**said, "tickets": drawn})}, at)
