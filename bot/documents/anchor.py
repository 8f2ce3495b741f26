"""The page that carries an anchor out of the operators' reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.documents import typesetting

TEMPLATE = "anchor.typ"


def pdf(said: Mapping[str, str], at: datetime) -> bytes:
    """One page of A4 as PDF/A, dated `at`; `said` as `bot.texts.audit.anchor_page` gives it.

    The same text and moment give the same bytes.
    """
    return typesetting.pdf(TEMPLATE, said, at)
