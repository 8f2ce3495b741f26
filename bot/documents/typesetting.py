"""One kept compiler for everything that is printed or drawn; its fonts are inside this package."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
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
FOREIGN = re.compile("[^\\x20-\\x7e\\xa0-\u024f\u2010-\u2026\u2022\u2212]+")
_ALONE = Lock()


def pdf(template: str, said: Mapping[str, str], at: datetime) -> bytes:
    """A document as PDF/A, dated `at`; `template` is a path in this package.

    The same words and moment give the same bytes. PDF/A allows no sign that the fonts cannot
    draw: where people wrote such, a question mark stands for it.
    """
    from typst import TypstError

    try:
        return _pdf(template, said, at)
    except TypstError:
        return _pdf(template, {name: _drawable(one) for name, one in said.items()}, at)


def _drawable(said: str) -> str:
    """The same, plain or JSON, in signs that the fonts surely have."""
    with suppress(ValueError):  # of plain words
        said = json.dumps(json.loads(said), ensure_ascii=False)
    return FOREIGN.sub("?", said)


def _pdf(template: str, said: Mapping[str, str], at: datetime) -> bytes:
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
