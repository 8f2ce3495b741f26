"""The record of a forum on paper: A4, PDF/A."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.documents import typesetting

TEMPLATE = "record.typ"


def pdf(said: Mapping[str, Any], at: datetime) -> bytes:
    """The record, dated `at`; `said` as `bot.texts.forums.paper` words it. Equal data and moment
    give equal bytes.
    """
    return typesetting.pdf(TEMPLATE, {"data": json.dumps(said)}, at)
