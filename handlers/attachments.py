"""What a person sends besides text, as plain data."""

from __future__ import annotations

from aiogram.types import Message

from bot.actions.attachments import Attachment, AttachmentKind


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
