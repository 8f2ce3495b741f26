"""What a duty is known by, and its days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Key(NamedTuple):
    kind: str
    owner_id: int
    about_id: int = 0
    object_id: int = 0


class Span(NamedTuple):
    opens_on: date
    due_on: date


Wanted = Mapping[Key, Span]
