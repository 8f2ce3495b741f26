"""The poster of an award: A4, A3, or a card as a picture."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.documents import qr, typesetting

TEMPLATE = "certificates/poster.typ"


def paper(said: Mapping[str, Any], link: str, size: str, at: datetime) -> bytes:
    """A page of that size (`a4`, `a3`) to print, dated `at`."""
    return typesetting.pdf(TEMPLATE, {"data": json.dumps(_data(said, link, size))}, at)


def card(said: Mapping[str, Any], link: str) -> bytes:
    """The same as a picture to be passed on."""
    return typesetting.png(TEMPLATE, _data(said, link, "card"))


def _data(said: Mapping[str, Any], link: str, size: str) -> dict[str, Any]:
    return {**said, "size": size, "qr": qr.svg(link)}
