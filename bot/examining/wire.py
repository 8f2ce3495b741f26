"""What the child says: one byte when it is ready, then a line of JSON, then the new content."""

from __future__ import annotations

import json
from typing import Any

from bot.examining.verdicts import Judged
from bot.rules.evidence import MOST_BYTES, Fault, FileType, Unfit

READY = b"+"
MOST_SAID = 256
LOOKS = 2**64


class NonsenseError(ValueError):
    """Not what a child that is well would say."""


def say(judged: Judged | Unfit) -> bytes:
    """The verdict in one line."""
    if isinstance(judged, Unfit):
        return _line({"fault": judged.fault})
    size = None if judged.changed is None else len(judged.changed)
    return _line({"type": judged.file_type, "look": judged.look, "size": size})


def understand(line: bytes) -> tuple[Judged, int]:
    """The verdict and how many bytes of new content follow. Raises Unfit or NonsenseError."""
    try:
        said = json.loads(line)
        if not isinstance(said, dict):
            raise NonsenseError
        if "fault" in said:
            raise Unfit(Fault(said["fault"]))
        kind, look, size = FileType(said["type"]), said["look"], said["size"]
    except Unfit:
        raise
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NonsenseError from None
    if not (_is_count(look, LOOKS - 1) and _is_count(size, MOST_BYTES)):
        raise NonsenseError
    changed = None if size is None else b""
    return Judged(kind, changed, look), size or 0


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode() + b"\n"


def _is_count(value: object, most: int) -> bool:
    return value is None or (type(value) is int and 0 <= value <= most)
