"""A copy of somebody's data: a ZIP of JSON and PDF, made in memory and kept nowhere."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from bot.documents import typesetting

COPY, NOTICE = "personal/copy.typ", "personal/notice.typ"


def pack(page: Mapping[str, Any], data: Mapping[str, Any], at: datetime) -> bytes:
    """`data.json` as it is, `data.pdf` with the words of `page`."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as whole:
        whole.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=1))
        whole.writestr("data.pdf", typesetting.pdf(COPY, {"data": json.dumps(page)}, at))
    return packed.getvalue()


def notice(said: Mapping[str, Any], at: datetime) -> bytes:
    """A notice of a breach as PDF/A."""
    return typesetting.pdf(NOTICE, {"data": json.dumps(said)}, at)
