"""sendMessage and the small things that are sent without a file."""

from sandbox.chats import private, reachable
from sandbox.errors import bad
from sandbox.keyboards import read_markup
from sandbox.messages import send
from sandbox.methods.request import Method, Request
from sandbox.model import Json
from sandbox.text import message_text

ACTIONS = frozenset(
    {f"upload_{kind}" for kind in ("photo", "video", "voice", "document", "video_note")}
    | {f"record_{kind}" for kind in ("video", "voice", "video_note")}
    | {"typing", "choose_sticker", "find_location"}
)
TYPING_SECONDS = 5.0


async def send_message(request: Request) -> Json:
    params = request.params
    text = message_text(params)
    chat = reachable(request.world, params.get("chat_id"))
    markup = read_markup(params.get("reply_markup"), private(chat))
    request.check()
    content: Json = {"text": text.text}
    if text.entities:
        content["entities"] = text.entities
    preview = params.get("link_preview_options")
    if isinstance(preview, dict) and preview:
        content["link_preview_options"] = preview
    return send(request.world, chat, content, markup, request.call).body


async def send_chat_action(request: Request) -> bool:
    world, action = request.world, request.params.get("action")
    chat = reachable(world, request.params.get("chat_id"))
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.typing[chat.id] = (action, world.clock.now() + TYPING_SECONDS)
    world.events.tell("typing", person=chat.key, chat=chat.key, action=action)
    return True


async def send_location(request: Request) -> Json:
    chat = reachable(request.world, request.params.get("chat_id"))
    markup = read_markup(request.params.get("reply_markup"), private(chat))
    request.check()
    place = {
        name: float(request.params[name])
        for name in ("latitude", "longitude", "horizontal_accuracy")
        if name in request.params
    }
    return send(request.world, chat, {"location": place}, markup, request.call).body


async def send_contact(request: Request) -> Json:
    chat = reachable(request.world, request.params.get("chat_id"))
    markup = read_markup(request.params.get("reply_markup"), private(chat))
    request.check()
    names = ("phone_number", "first_name", "last_name", "vcard")
    card = {name: request.params[name] for name in names if request.params.get(name)}
    return send(request.world, chat, {"contact": card}, markup, request.call).body


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "sendLocation": send_location,
    "sendContact": send_contact,
}
