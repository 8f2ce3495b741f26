"""What comes of examining a file; read by the bot without loading what reads files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bot.rules.evidence import FileType


@dataclass(frozen=True, slots=True)
class Examined:
    """A file fit to be kept: its type, the SHA-256 of what was sent, and what to store.

    `look` is a 64-bit difference hash of a picture; None when there is nothing to recognise.
    """

    sha256: str
    file_type: FileType
    content: bytes
    look: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """`changed` is what to store instead of what was sent; None when that stays as it is."""

    file_type: FileType
    changed: bytes | None = None
    look: int | None = None


def examined(sent: bytes, judged: Judged) -> Examined:
    content = sent if judged.changed is None else judged.changed
    return Examined(hashlib.sha256(sent).hexdigest(), judged.file_type, content, look=judged.look)
