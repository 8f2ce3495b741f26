"""A file, voice or place that a person sent, before anything is done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.documents.signing import Seal


class AttachmentKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Attachment:
    """`file_id` fetches it from Telegram; `album` is equal for files sent together.

    `size` is in bytes as Telegram states it, None when it does not say. `text` is the caption, or
    `latitude,longitude` of a place. `content` is there only where it is read at once, `seal` (its
    signature, if it is a PDF) where somebody wants to know what it is worth.
    """

    kind: AttachmentKind
    file_id: str = ""
    unique_id: str = ""
    name: str = field(default="", repr=False)
    mime: str = ""
    size: int | None = None
    text: str = field(default="", repr=False)
    album: str | None = None
    content: bytes | None = field(default=None, repr=False)
    seal: Seal | None = None
