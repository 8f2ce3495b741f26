"""Official letters on paper: A4 with a head, number, place, date, signer and a code to check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.documents import qr, typesetting

TEMPLATE = "official/letter.typ"


def pdf(said: Mapping[str, Any], link: str, at: datetime) -> bytes:
    """The letter as PDF/A, dated `at`, with `link` as QR. Equal words give equal bytes."""
    return typesetting.pdf(TEMPLATE, {"data": json.dumps({**said, "qr": qr.svg(link)})}, at)
