"""What a person sends besides text, as plain data."""

from __future__ import annotations

from dataclasses import replace

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message
from aiohttp import ClientError

from bot.actions.attachments import Attachment, AttachmentKind
from bot.documents.signing import Seal, Soundness, examine
from handlers.easel import beside
from storage.scheme_files import MOST_BYTES

log = structlog.get_logger()
SECONDS, SECONDS_OF_ROSTER = 5, 8
MOST_OF_SHEET = 1024 * 1024
MOST_OF_ROSTER = 20 * 1024 * 1024  # what Telegram hands over to a bot


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


def is_sheet(attachment: Attachment) -> bool:
    """Whether it is a table, to be read at once where one was asked for."""
    return attachment.name.lower().endswith((".xlsx", ".csv"))


async def with_content(
    message: Message, attachment: Attachment, most: int = MOST_OF_SHEET
) -> Attachment:
    """The attachment with its bytes; without them when Telegram does not hand them over.

    Nor when it says that there are more than `most`.
    """
    if attachment.size is None or attachment.size > most:
        return attachment
    seconds = SECONDS if most <= MOST_OF_SHEET else SECONDS_OF_ROSTER
    found = await _fetched(message, attachment, seconds)
    return replace(attachment, content=None if found is None else found[: most + 1])


async def with_seal(message: Message, attachment: Attachment) -> Attachment:
    """The attachment with what its signature is worth, found out beside the event loop."""
    found = await _fetched(message, attachment)
    if found is None:
        return replace(attachment, seal=Seal(Soundness.UNREAD))
    return replace(attachment, seal=await beside(lambda: examine(found)))


async def _fetched(
    message: Message, attachment: Attachment, seconds: int = SECONDS
) -> bytes | None:
    if message.bot is None:
        return None
    try:
        found = await message.bot.download(attachment.file_id, timeout=seconds)
    except (TelegramAPIError, ClientError, TimeoutError, OSError) as fault:
        log.warning("file_not_read", kind=type(fault).__name__)
        return None
    return found.read() if found else None
