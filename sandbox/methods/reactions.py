"""setMessageReaction."""

from sandbox.chats import reachable
from sandbox.errors import bad
from sandbox.messages import changed, find
from sandbox.methods.request import Method, Request
from sandbox.model import BOT

MOST = 1


async def set_message_reaction(request: Request) -> bool:
    """A bot leaves at most one emoji; an empty list takes it back."""
    chat = reachable(request.world, request.params.get("chat_id"))
    message = find(request.world, chat, request.params.get("message_id"))
    if message is None:
        raise bad("message to react not found")
    wish = request.params.get("reaction") or []
    if not isinstance(wish, list) or not all(isinstance(one, dict) for one in wish):
        raise bad("can't parse reaction types JSON object")
    if len(wish) > MOST:
        raise bad("REACTIONS_TOO_MANY")
    if any(one.get("type") != "emoji" or not one.get("emoji") for one in wish):
        raise bad("REACTION_INVALID")
    request.check()
    message.reactions.pop(BOT, None)
    if wish:
        message.reactions[BOT] = str(wish[0]["emoji"])
    changed(request.world, message, "edit", request.call)
    return True


METHODS: dict[str, Method] = {"setMessageReaction": set_message_reaction}
