"""What hangs at a counter, slips of visit tickets, the index of a month; A4."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.documents import qr, typesetting
from bot.documents.pictures.surveys import Poster, poster_facts

SHEET, SLIPS, MONTH = "surveys/sheet.typ", "surveys/slips.typ", "surveys/month.typ"


def sheet(said: Mapping[str, Any], ways: Sequence[tuple[str, str]], at: datetime) -> bytes:
    """A page for one counter; `ways` are links with their words, the first one largest."""
    drawn = [{"qr": qr.svg(link), "said": told} for link, told in ways]
    return typesetting.pdf(SHEET, {"data": json.dumps({**said, "ways": drawn})}, at)


def slips(said: Mapping[str, Any], tickets: Sequence[tuple[str, str]], at: datetime) -> bytes:
    """Ten slips a page, to be cut apart; `tickets` are codes with their links."""
    drawn = [{"code": code, "qr": qr.svg(link)} for code, link in tickets]
    return typesetting.pdf(SLIPS, {"data": json.dumps({**said, "tickets": drawn})}, at)


def month(shown: Poster, said: Mapping[str, Any], at: datetime) -> bytes:
    """What is published of a month; `said`: the words that only the paper has."""
    facts = {"title": shown.title, "under": shown.under, **poster_facts(shown), **said}
    return typesetting.pdf(MONTH, {"data": json.dumps(facts)}, at)
