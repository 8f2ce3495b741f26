"""What a person sends besides text, as plain data."""

from __future__ import annotations

from dataclasses import replace

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message

from bot.actions.attachments import Attachment, AttachmentKind
from storage.scheme_files import MOST_BYTES

log = structlog.get_logger()
SECONDS = 5


def attachment_of(message: Message) -> Attachment | None:
    """The file, contact-free place or link in a message; None when there is nothing to keep."""
    caption = message.caption or ""
    group = message.media_group_id
    if message.photo:
        largest = message.photo[-1]
        return Attachment(
            AttachmentKind.PHOTO, largest.file_id, largest.file_unique_id, "",
            "image/jpeg", largest.file_size, caption, group,
        )  # fmt: skip
    for kind, sent in (
        (AttachmentKind.DOCUMENT, message.document),
        (AttachmentKind.VIDEO, message.video),
        (AttachmentKind.AUDIO, message.audio),
        (AttachmentKind.VOICE, message.voice),
    ):
        if sent is not None:
            return Attachment(
                kind, sent.file_id, sent.file_unique_id, getattr(sent, "file_name", None) or "",
                sent.mime_type or "", sent.file_size, caption, group,
            )  # fmt: skip
    if message.location:
        where = f"{message.location.latitude:.5f},{message.location.longitude:.5f}"
        return Attachment(AttachmentKind.LOCATION, text=where)
    return None


def is_text_file(attachment: Attachment) -> bool:
    """Whether it is so small a scheme that it is read before it is handled."""
    small = (attachment.size or MOST_BYTES + 1) <= MOST_BYTES
    return small and attachment.name.lower().endswith(".toml")


async def with_content(message: Message, attachment: Attachment) -> Attachment:
    """The attachment with its bytes; without them when Telegram does not hand them over."""
    if message.bot is None:
        return attachment
    try:
        found = await message.bot.download(attachment.file_id, timeout=SECONDS)
    except (TelegramAPIError, TimeoutError, OSError) as fault:
        log.warning("file_not_read", kind=type(fault).__name__)
        return attachment
    return replace(attachment, content=found.read(MOST_BYTES + 1) if found else None)
