"""Invitations on paper: eight cards on a sheet of A4, to be cut and handed over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.documents import qr, typesetting

TEMPLATE = "invitations.typ"


@dataclass(frozen=True, slots=True)
class Card:
    """One person's; `valid` says until when, `leads` is the text of the QR code."""

    name: str
    unit: str
    code: str
    valid: str
    leads: str


def pdf(said: Mapping[str, object], cards: Sequence[Card], at: datetime) -> bytes:
    """As PDF/A, dated `at`; `said` as `bot.texts.desk.sheets.printed` gives it."""
    made = [
        {
            "name": one.name,
            "unit": one.unit,
            "code": one.code,
            "valid": one.valid,
            "qr": qr.svg(one.leads),
        }
        for one in cards
    ]
    return typesetting.pdf(TEMPLATE, {"data": json.dumps({**said, "cards": made})}, at)
