"""Files in the sandbox: ids, paths, bytes, and the media objects that name them."""

import asyncio
import mimetypes
import secrets
from pathlib import PurePath

from sandbox.errors import Refusal, bad
from sandbox.ledger import Upload
from sandbox.model import Json
from sandbox.pictures import measure, sizes
from sandbox.world import World

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "video": "videos",
    "audio": "music",
    "sticker": "stickers",
    "animation": "animations",
    "video_note": "video_notes",
}
ENDINGS = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp"}
MIMES = {
    "photo": "image/jpeg",
    "voice": "audio/ogg",
    "video": "video/mp4",
    "audio": "audio/mpeg",
    "sticker": "image/webp",
    "animation": "video/mp4",
    "video_note": "video/mp4",
}
NAMED = frozenset({"document", "audio", "video", "animation"})


def keep(world: World, kind: str, upload: Upload, **facts: object) -> Json:
    """Stores bytes under a new file id; answers what is known about the file."""
    number = len(world.files) + 1
    ending = ENDINGS.get(kind) or PurePath(upload.name).suffix
    mime = upload.mime
    if not mime or mime == "application/octet-stream":
        mime = mimetypes.guess_type(upload.name)[0] or MIMES.get(kind, "application/octet-stream")
    if kind in ("photo", "voice", "sticker"):
        mime = MIMES[kind]
    stored: Json = {
        "file_id": f"{kind[:2].upper()}{secrets.token_urlsafe(36)}",
        "unique": f"AQAD{secrets.token_urlsafe(8)}",
        "kind": kind,
        "name": upload.name if kind in NAMED else "",
        "mime": mime,
        "size": len(upload.content),
        "path": f"{FOLDERS[kind]}/file_{number}{ending}",
        **facts,
    }
    world.files[stored["file_id"]] = stored
    world.store.save("files", stored["file_id"], lambda: stored)
    world.store.save_blob(stored["file_id"], upload.content)
    return stored


async def keep_media(world: World, kind: str, upload: Upload, **facts: object) -> Json:
    """The same, with pictures recompressed and measured; answers the stored facts of the file.

    A photo's `sizes` lists the file ids from small to large, and the answer is the largest.
    """
    if not upload.content:
        raise bad("file must be non-empty")
    limit = PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT
    if len(upload.content) > limit:
        photo = kind == "photo"
        raise bad("file is too big") if photo else Refusal(413, "Request Entity Too Large")
    if kind != "photo":
        if kind in ("sticker", "document"):
            facts = await asyncio.to_thread(measure, upload.content) | facts
        return keep(world, kind, upload, **facts)
    made = await asyncio.to_thread(sizes, upload.content)
    if not made:
        raise bad("IMAGE_PROCESS_FAILED")
    stored = [
        keep(world, "photo", Upload("", "image/jpeg", content), width=width, height=height)
        for content, width, height in made
    ]
    stored[-1]["sizes"] = [one["file_id"] for one in stored]
    return stored[-1]


def content_of(world: World, stored: Json) -> bytes:
    """The bytes of a stored file."""
    found = world.store.blob(stored["file_id"])
    if found is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    return found


def media_object(world: World, stored: Json) -> object:
    """The object that a message carries: a list of sizes for photos, else one object."""
    kind = stored["kind"]
    if kind == "photo":
        ids = stored.get("sizes", [stored["file_id"]])
        return [_object(world.files[one], ("width", "height")) for one in ids]
    fields = {
        "document": (),
        "voice": ("duration",),
        "audio": ("duration", "performer", "title"),
        "video": ("width", "height", "duration"),
        "animation": ("width", "height", "duration"),
        "video_note": ("length", "duration"),
        "sticker": ("width", "height"),
    }[kind]
    shown = _object(stored, fields)
    if kind in NAMED and stored["name"]:
        shown["file_name"] = stored["name"]
    if kind not in ("sticker", "video_note"):
        shown["mime_type"] = stored["mime"]
    if kind == "sticker":
        shown |= {"type": "regular", "is_animated": False, "is_video": False}
    return shown


def _object(stored: Json, fields: tuple[str, ...]) -> Json:
    shown: Json = {
        "file_id": stored["file_id"],
        "file_unique_id": stored["unique"],
        "file_size": stored["size"],
    }
    for name in fields:
        optional = name in ("performer", "title")
        value = stored.get(name)
        if value is not None or not optional:
            shown[name] = value or 0
    return shown
