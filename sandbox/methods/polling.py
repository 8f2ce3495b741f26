"""getMe, getUpdates, logOut, close."""

import asyncio

from sandbox.chats import bot_user
from sandbox.errors import Refusal, bad, refusal
from sandbox.methods.request import Method, Request
from sandbox.model import Json
from sandbox.world import World

OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_me(request: Request) -> Json:
    return {
        **bot_user(request.world),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(request: Request) -> list[Json]:
    """Section 2.3 of the notes: confirms, holds the line, ends the older of two polls."""
    world, params = request.world, request.params
    if world.webhook["url"]:
        raise refusal(409, WEBHOOK_ACTIVE)
    before = world.updates.allowed
    world.updates.subscribe(params.get("allowed_updates"))
    if world.updates.allowed != before:
        world.keep_settings()
    offset, limit = params.get("offset", 0), params.get("limit", 100)
    waiting = len(world.updates.pending)
    found = world.updates.fetch(offset, limit)
    if len(world.updates.pending) < waiting:
        world.ledger.touch()
    deadline = asyncio.get_running_loop().time() + params.get("timeout", 0)
    while not found and not world.closing:
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0:
            break
        await _wait(world, left)
        found = world.updates.fetch(max(offset, 0), limit)
    return [update.show() for update in found]


async def _wait(world: World, seconds: float) -> None:
    """Until an update arrives. Raises the 409 when a younger poll takes the line."""
    world.wake_line(refusal(409, OTHER))
    line: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
    world.line = line
    try:
        await asyncio.wait([line], timeout=seconds)
    finally:
        if world.line is line:
            world.line = None
    end = line.result() if line.done() else None
    if end is not None:
        raise end


async def log_out(request: Request) -> bool:
    """The token stays good here, since there is no other server to move to."""
    request.world.wake_line(refusal(409, "terminated by logOut request"))
    return True


async def close(request: Request) -> bool:
    """Telegram refuses this in the first ten minutes; the sandbox never minds."""
    if request.world.webhook["url"]:
        raise bad("webhook must be deleted before the bot is closed")
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "logOut": log_out,
    "close": close,
}
