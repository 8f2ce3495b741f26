"""The page that carries an anchor out of the operators' reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATE = Path(__file__).with_name("anchor.typ")


def pdf(said: Mapping[str, str], at: datetime) -> bytes:
    """One page of A4 as PDF/A, dated `at`; `said` as `bot.texts.audit.anchor_page` gives it.

    The same text and moment give the same bytes.
    """
    made = _compiler().compile(
        TEMPLATE,
        format="pdf",
        sys_inputs=dict(said),
        timestamp=int(at.timestamp()),
        pdf_standards="a-2u",
    )
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> Compiler:
    """Kept, because its fonts are read once; loaded late, because most processes print nothing."""
    from typst import Compiler

    return Compiler(root=TEMPLATE.parent, ignore_system_fonts=True)
