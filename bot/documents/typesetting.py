"""One kept compiler for everything that is printed or drawn; its fonts are inside this package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typst import Compiler

ROOM = Path(__file__).parent
STANDARD: Literal["a-2u"] = "a-2u"
PIXELS_PER_INCH = 144.0
_ALONE = Lock()


def pdf(template: str, said: Mapping[str, str], at: datetime) -> bytes:
    """A document as PDF/A, dated `at`; `template` is a path in this package.

    The same words and moment give the same bytes.
    """
    with _ALONE:
        made = _compiler().compile(
            ROOM / template,
            format="pdf",
            sys_inputs=dict(said),
            timestamp=int(at.timestamp()),
            pdf_standards=STANDARD,
        )
    assert isinstance(made, bytes)
    return made


def png(template: str, data: Mapping[str, Any]) -> bytes:
    """One page as a picture, two pixels a point; the same data give the same bytes."""
    with _ALONE:
        made = _compiler().compile(
            ROOM / template,
            format="png",
            ppi=PIXELS_PER_INCH,
            sys_inputs={"data": json.dumps(data)},
        )
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> Compiler:
    """Kept, because its fonts are read once; loaded late, because most processes print nothing."""
    from typst import Compiler

    return Compiler(root=ROOM, font_paths=[ROOM / "fonts"], ignore_system_fonts=True)
