"""Official papers: letters with a code to check, minutes and decrees to be signed by hand."""

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


def minutes(said: Mapping[str, Any], at: datetime) -> bytes:
    """Minutes with lines to sign by hand, as PDF/A dated `at`. Equal words give equal bytes."""
    return typesetting.pdf("official/minutes.typ", {"data": json.dumps(said)}, at)


def decree(said: Mapping[str, Any], at: datetime) -> bytes:
    """A decree with its annex, or an annex alone, as PDF/A dated `at`, to be signed by hand."""
    return typesetting.pdf("official/decree.typ", {"data": json.dumps(said)}, at)
