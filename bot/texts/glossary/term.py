"""One entry of the glossary."""

from __future__ import annotations

from typing import NamedTuple


class Term(NamedTuple):
    """A term as screens write it, what it means, and the keys of terms beside it, with spaces."""

    name: str
    means: str
    beside: str = ""
