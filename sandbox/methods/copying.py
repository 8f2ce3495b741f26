"""copyMessage, forwardMessage and their plural forms."""

from sandbox.chats import address, private, reachable
from sandbox.errors import bad
from sandbox.keyboards import read_markup
from sandbox.messages import find, send
from sandbox.methods.request import Method, Request
from sandbox.model import Chat, Json, Message
from sandbox.seen import FILES, OTHERS
from sandbox.text import caption

CONTENT = ("text", "entities", "caption", "caption_entities", *FILES, *OTHERS)
MOST = 100


def content_of(message: Message) -> Json:
    """What can be copied out of a message; empty for service messages."""
    return {name: message.body[name] for name in CONTENT if name in message.body}


def origin(message: Message) -> Json:
    """Where a forwarded message comes from."""
    body = message.body
    known: Json | None = body.get("forward_origin")
    return known or {"type": "user", "sender_user": body["from"], "date": body["date"]}


def _source(request: Request, number: object, what: str) -> Message:
    chat = address(request.world, request.params.get("from_chat_id"))
    message = find(request.world, chat, number)
    if message is None:
        raise bad(f"message to {what} not found")
    if message.body.get("has_protected_content") or not content_of(message):
        raise bad(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return message


async def copy_message(request: Request) -> Json:
    params = request.params
    chat = reachable(request.world, params.get("chat_id"))
    source = _source(request, params.get("message_id"), "copy")
    markup = read_markup(params.get("reply_markup"), private(chat))
    body = content_of(source)
    if "caption" in params and any(name in body for name in FILES):
        text = caption(params)
        body.pop("caption", None)
        body.pop("caption_entities", None)
        body |= {"caption": text.text} if text.text else {}
        body |= {"caption_entities": text.entities} if text.entities else {}
    request.check()
    made = send(request.world, chat, body, markup, request.call)
    return {"message_id": made.id}


async def forward_message(request: Request) -> Json:
    chat = reachable(request.world, request.params.get("chat_id"))
    source = _source(request, request.params.get("message_id"), "forward")
    request.check()
    return _forward(request, chat, source).body


def _forward(request: Request, chat: Chat, source: Message) -> Message:
    body = {"forward_origin": origin(source), **content_of(source)}
    return send(request.world, chat, body, None, request.call)


def _several(request: Request, what: str) -> list[Message]:
    numbers = request.params.get("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST:
        raise bad("too many message identifiers specified")
    chat = address(request.world, request.params.get("from_chat_id"))
    found = [find(request.world, chat, number) for number in numbers]
    kept = [m for m in found if m and content_of(m) and not m.body.get("has_protected_content")]
    if not kept:
        raise bad(f"there are no messages to {what}")
    return kept


async def copy_messages(request: Request) -> list[Json]:
    chat = reachable(request.world, request.params.get("chat_id"))
    sources = _several(request, "copy")
    request.check()
    made = [send(request.world, chat, content_of(m), None, request.call) for m in sources]
    return [{"message_id": message.id} for message in made]


async def forward_messages(request: Request) -> list[Json]:
    chat = reachable(request.world, request.params.get("chat_id"))
    sources = _several(request, "forward")
    request.check()
    return [{"message_id": _forward(request, chat, source).id} for source in sources]


METHODS: dict[str, Method] = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
