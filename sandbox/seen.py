"""A message as a phone shows it."""

from typing import Any

from sandbox.model import Json, Message
from sandbox.text import to_html
from sandbox.world import World

FILES = ("photo", "document", "voice", "video", "audio", "sticker", "animation", "video_note")
OTHERS = ("contact", "location", "poll", "venue", "dice")
SERVICE = {
    "group_chat_created": "Grup dibuat",
    "pinned_message": "Pesan disematkan",
    "migrate_to_chat_id": "Grup menjadi supergrup",
    "migrate_from_chat_id": "Grup menjadi supergrup",
    "new_chat_members": "Anggota baru",
    "left_chat_member": "Seseorang keluar",
    "new_chat_title": "Judul grup diganti",
}
BUTTONS = {"callback_data": "callback", "url": "url", "copy_text": "copy", "web_app": "web_app"}


def seen(world: World, message: Message) -> Json:
    """The *seen* form of docs/sandbox.md."""
    body = message.body
    text, entities = words(body)
    shown: Json = {
        "cursor": message.cursor,
        "message_id": message.id,
        "chat": world.chat_key(message.chat),
        "from": message.sender,
        "date": body["date"],
        "text": text,
        "html": to_html(text, entities),
        "kind": kind_of(body),
        "file": _file(world, body),
        "keyboard": keyboard(body),
        "edited": "edit_date" in body,
        "deleted": message.deleted,
        "protected": bool(body.get("has_protected_content")),
        "silent": message.silent,
        "reply_to": body.get("reply_to_message", {}).get("message_id"),
        "album": body.get("media_group_id"),
        "forwarded_from": _origin(body.get("forward_origin")),
        "pinned": message.id in world.profile["pins"].get(str(message.chat), []),
        "reactions": [{"from": who, "emoji": one} for who, one in message.reactions.items()],
    }
    for name in OTHERS:
        shown[name] = body.get(name)
    return shown


def words(body: Json) -> tuple[str, list[Json]]:
    """Text or caption of a message with its entities; a sentence for service messages."""
    if "text" in body:
        return body["text"], body.get("entities", [])
    if "caption" in body:
        return body["caption"], body.get("caption_entities", [])
    for name, sentence in SERVICE.items():
        if name in body:
            return sentence, []
    return "", []


def kind_of(body: Json) -> str:
    """`text`, one of the file kinds, `contact`, `location`, `poll` ... or `service`."""
    if "text" in body:
        return "text"
    return next((name for name in (*FILES, *OTHERS) if name in body), "service")


def media_of(body: Json) -> Json | None:
    """The file object of a message; for a photo its largest size."""
    for name in FILES:
        if name in body:
            found: Json = body[name][-1] if name == "photo" else body[name]
            return found
    return None


def _file(world: World, body: Json) -> Json | None:
    media = media_of(body)
    if media is None:
        return None
    stored = world.files.get(media["file_id"], {})
    return {
        "name": stored.get("name", ""),
        "url": f"/sim/files/{media['file_id']}",
        "mime": stored.get("mime", "application/octet-stream"),
        "size": media.get("file_size", 0),
        "width": media.get("width"),
        "height": media.get("height"),
        "duration": media.get("duration"),
    }


def keyboard(body: Json) -> list[list[Json]]:
    """The inline keyboard of a message in *seen* form."""
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(button: Json) -> Json:
    action = next((name for name in button if name in BUTTONS), "callback_data")
    value: Any = button.get(action, "")
    if isinstance(value, dict):
        value = value.get("text") or value.get("url") or ""
    shown = {"text": button["text"], "kind": BUTTONS[action], "data": value}
    if button.get("style"):
        shown["style"] = button["style"]
    return shown


def _origin(origin: Json | None) -> str | None:
    if origin is None:
        return None
    sender = origin.get("sender_user") or {}
    return str(sender.get("first_name") or origin.get("sender_user_name") or "")
