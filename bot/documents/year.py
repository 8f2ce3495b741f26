"""The yearly report on paper: A4, PDF/A, signatures and a code that can be checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.documents import typesetting

TEMPLATE = "year.typ"


def pdf(said: Mapping[str, Any], at: datetime) -> bytes:
    """The report, dated `at`; `said` as `handlers.years` gathers it. Equal data, equal bytes."""
    return typesetting.pdf(TEMPLATE, {"data": json.dumps(said)}, at)
