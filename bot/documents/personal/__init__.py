"""A copy of somebody's data: a ZIP of JSON and PDF, made in memory and kept nowhere."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from bot.documents import typesetting

COPY, NOTICE = "personal/copy.typ", "personal/notice.typ"


Reading = Mapping[str, Callable[[], bytes]]


def pack(page: Mapping[str, Any], data: Mapping[str, Any], at: datetime, files: Reading) -> bytes:
    """`data.json` with which `files` are there and which are lost, `data.pdf` with `page`.

    One file is in memory at a time, beside what is packed.
    """
    packed, there, lost = io.BytesIO(), [], []
    with ZipFile(packed, "w", ZIP_DEFLATED) as whole:
        for name, read in files.items():
            try:
                whole.writestr(name, read(), ZIP_STORED)
                there.append(name)
            except (OSError, ValueError):  # gone from the disk, or sealed by another key
                lost.append(name)
        told = {**data, "files": there, "lost_files": lost}
        whole.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=1))
        whole.writestr("data.pdf", typesetting.pdf(COPY, {"data": json.dumps(page)}, at))
    return packed.getvalue()


def notice(said: Mapping[str, Any], at: datetime) -> bytes:
    """A notice of a breach as PDF/A."""
    return typesetting.pdf(NOTICE, {"data": json.dumps(said)}, at)
