"""Certificates on paper, A4 across, in a frame of kawung."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.documents import qr, typesetting
from bot.documents.signing import Key, Stamp, sign

TEMPLATE = "certificates/certificate.typ"


def pdf(
    said: Mapping[str, Any], link: str, issued: datetime, key: Key | None, stamp: Stamp
) -> bytes:
    """The certificate, dated `issued`, with `link` as QR; signed as `stamp` says, given a key.

    What is seen is the same for the same words; a signature tells the moment it was made.
    """
    data = json.dumps({**said, "qr": qr.svg(link)})
    made = typesetting.pdf(TEMPLATE, {"data": data}, issued)
    return made if key is None else sign(made, key, stamp)
