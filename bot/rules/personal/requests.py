"""What may be asked of HR about one's data."""

from __future__ import annotations

from enum import StrEnum


class Request(StrEnum):
    CORRECT = "correct"  # UU 27/2022 art. 6 and 30
    OBJECT = "object"  # art. 10 and 11: stop, delay or limit processing


class Field(StrEnum):
    """What can be corrected; empty for an objection."""

    NAME = "name"
    PHONE = "phone"
    POST = "post"
    RANK = "rank"
    NIP = "nip"
    OTHER = "other"


FIELDS = frozenset({Field.NAME, Field.PHONE, Field.POST, Field.RANK})
"""Those that are changed here as soon as HR agrees; others are changed where they are kept."""
