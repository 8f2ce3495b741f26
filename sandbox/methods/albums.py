"""sendMediaGroup."""

import secrets

from sandbox.chats import reachable
from sandbox.errors import bad
from sandbox.messages import send
from sandbox.methods.media import content, facts
from sandbox.methods.request import Method, Request
from sandbox.methods.uploads import stored_file
from sandbox.model import Json
from sandbox.text import caption

FEWEST, MOST = 2, 10
TOGETHER = {"photo": "visual", "video": "visual", "document": "document", "audio": "audio"}


async def send_media_group(request: Request) -> list[Json]:
    """2 to 10 files of kinds that go together; no keyboard."""
    items = request.params.get("media")
    chat = reachable(request.world, request.params.get("chat_id"))
    if not isinstance(items, list):
        raise bad("can't parse media JSON object")
    if not FEWEST <= len(items) <= MOST:
        raise bad(f"group can contain only from {FEWEST} to {MOST} media")
    kinds = [str(item.get("type")) if isinstance(item, dict) else "" for item in items]
    if not all(kind in TOGETHER for kind in kinds):
        raise bad("unsupported media type specified")
    if len({TOGETHER[kind] for kind in kinds}) > 1:
        raise bad("media of different types can't be mixed in an album")
    captions = [caption(item) for item in items]
    request.check()
    stored = [
        await stored_file(request, kind, item.get("media"), **facts(item))
        for kind, item in zip(kinds, items, strict=True)
    ]
    group = str(secrets.randbelow(9 * 10**16) + 10**16)
    return [
        send(
            request.world,
            chat,
            {"media_group_id": group, **content(request, one, text)},
            None,
            request.call,
        ).body
        for one, text in zip(stored, captions, strict=True)
    ]


METHODS: dict[str, Method] = {"sendMediaGroup": send_media_group}
