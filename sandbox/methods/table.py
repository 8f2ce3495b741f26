"""Which function answers which method."""

from typing import Any

from sandbox import models
from sandbox.errors import bad, refusal
from sandbox.methods import (
    albums,
    chats,
    copying,
    deleting,
    editing,
    files,
    media,
    polling,
    polls,
    profile,
    reactions,
    taps,
    texts,
    webhooks,
)
from sandbox.methods.request import Method, Request

METHODS: dict[str, Method] = {
    **polling.METHODS,
    **texts.METHODS,
    **media.METHODS,
    **albums.METHODS,
    **editing.METHODS,
    **deleting.METHODS,
    **copying.METHODS,
    **taps.METHODS,
    **files.METHODS,
    **chats.METHODS,
    **profile.METHODS,
    **polls.METHODS,
    **reactions.METHODS,
    **webhooks.METHODS,
}
LIMITED = ("send", "copyMessage", "forwardMessage")


def known(name: str) -> str | None:
    """The proper spelling of a method, or None."""
    spelled = models.official(name)
    if spelled is not None:
        return spelled
    return next((own for own in METHODS if own.lower() == name.lower()), None)


async def run(request: Request) -> Any:
    """Carries out a call and answers its result. Raises a Refusal."""
    method = request.method
    function = METHODS.get(method)
    if function is None:
        raise bad(f"the sandbox does not offer {method}")
    if method.startswith(LIMITED) and method != "sendChatAction":
        request.world.faults.hold_back(str(request.params.get("chat_id", "")))
    return await function(request)


def not_found() -> Exception:
    """The answer to a method that does not exist."""
    return refusal(404, "method not found")
