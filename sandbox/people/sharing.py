"""People share files, contacts and places."""

import secrets

from sandbox.errors import Refusal, Trouble
from sandbox.files import keep_media, media_object
from sandbox.ledger import Upload
from sandbox.model import Json, Message
from sandbox.people.saying import chat_of, put
from sandbox.text.formatted import tidy
from sandbox.world import World

KINDS = ("photo", "document", "voice", "video", "audio", "sticker")
CAPTION = 1024
VOICE_BYTES_A_SECOND = 4_000


def phone_number(given: str) -> str:
    """A number as Telegram hands it to bots: digits, usually without the plus sign."""
    return given.replace(" ", "").replace("-", "").removeprefix("+")


def shares_contact(world: World, key: str, of: str | None = None) -> Message:
    """Shares the own contact, or forwards somebody else's card."""
    person = world.person(key)
    other = world.person(of) if of else person
    if not other.phone:
        raise Trouble(409, f"{other.key} has no phone number")
    chat = chat_of(world, person, None)
    card: Json = {
        "phone_number": phone_number(other.phone),
        "first_name": other.first_name,
        "user_id": other.id,
    }
    if other.last_name:
        card["last_name"] = other.last_name
    return put(world, person, chat, {"contact": card})


def shares_location(world: World, key: str, latitude: float, longitude: float) -> Message:
    """Shares a place."""
    person = world.person(key)
    chat = chat_of(world, person, None)
    place = {"latitude": float(latitude), "longitude": float(longitude)}
    return put(world, person, chat, {"location": place})


async def sends_file(
    world: World,
    key: str,
    uploads: list[Upload],
    kind: str = "document",
    caption: str = "",
    chat: str | None = None,
) -> list[Message]:
    """Sends one file, or several as an album; the caption goes with the first."""
    if kind not in KINDS:
        raise Trouble(400, f"kind must be one of {', '.join(KINDS)}")
    if not 1 <= len(uploads) <= 10:
        raise Trouble(400, "send 1 to 10 files")
    if len(caption) > CAPTION:
        raise Trouble(400, "the caption is longer than 1024 characters")
    person = world.person(key)
    where = chat_of(world, person, chat)
    try:
        stored = [await keep_media(world, kind, one, **_facts(kind, one)) for one in uploads]
    except Refusal as no:
        raise Trouble(400, no.description) from None
    text = tidy(caption, [])
    album = str(secrets.randbelow(9 * 10**16) + 10**16)
    messages = []
    for number, one in enumerate(stored):
        content: Json = {kind: media_object(world, one)}
        if len(stored) > 1:
            content["media_group_id"] = album
        if number == 0 and text.text:
            content["caption"] = text.text
            if text.entities:
                content["caption_entities"] = text.entities
        messages.append(put(world, person, where, content))
    return messages


def _facts(kind: str, upload: Upload) -> Json:
    if kind in ("voice", "audio", "video"):
        return {"duration": max(1, len(upload.content) // VOICE_BYTES_A_SECOND)}
    return {}
