"""A list of many lines on paper: A4 across, the office above, who took it below."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bot.documents import typesetting

TEMPLATE = "listing.typ"


def pdf(
    office: str,
    title: str,
    footer: str,
    columns: Sequence[str],
    lines: Sequence[Sequence[str | int]],
    at: datetime,
) -> bytes:
    """The list as PDF/A, dated `at`. Equal words give equal bytes."""
    said = {
        "office": office,
        "title": title,
        "footer": footer,
        "columns": list(columns),
        "lines": [[str(value) for value in line] for line in lines],
        "numbers": [all(isinstance(line[n], int) for line in lines) for n in range(len(columns))],
    }
    return typesetting.pdf(TEMPLATE, {"data": json.dumps(said)}, at)
