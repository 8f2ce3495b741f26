"""Taking messages away."""

from sandbox.chats import address, private
from sandbox.errors import bad
from sandbox.messages import delete, find, too_old
from sandbox.methods.request import Method, Request
from sandbox.model import BOT

MOST = 100


async def delete_message(request: Request) -> bool:
    chat = address(request.world, request.params.get("chat_id"))
    message = find(request.world, chat, request.params.get("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if too_old(request.world, message):
        raise bad("message can't be deleted for everyone")
    if message.sender != BOT and not private(chat):
        raise bad("message can't be deleted")
    request.check()
    delete(request.world, message, request.call)
    return True


async def delete_messages(request: Request) -> bool:
    """Skips what is missing; at most 100 ids."""
    chat = address(request.world, request.params.get("chat_id"))
    numbers = request.params.get("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST:
        raise bad("too many message identifiers specified")
    request.check()
    for number in numbers:
        message = find(request.world, chat, number)
        if message is not None and not too_old(request.world, message):
            delete(request.world, message, request.call)
    return True


METHODS: dict[str, Method] = {
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
