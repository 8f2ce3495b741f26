"""Changing messages that are there already."""

from sandbox.chats import address, private
from sandbox.errors import bad
from sandbox.keyboards import inline_only
from sandbox.messages import changed, find
from sandbox.methods.request import Method, Request
from sandbox.model import BOT, Json, Message
from sandbox.seen import FILES
from sandbox.text import caption, message_text

SAME = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def target(request: Request) -> Message:
    """The message to edit. Raises when it is gone, foreign or can't be edited."""
    if request.params.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = address(request.world, request.params.get("chat_id"))
    if not request.params.get("message_id"):
        raise bad("message identifier is not specified")
    message = find(request.world, chat, request.params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if message.sender != BOT or "forward_origin" in message.body or message.had_reply_keyboard:
        raise bad("message can't be edited")
    return message


def apply(request: Request, message: Message, content: Json, drop: tuple[str, ...]) -> Json:
    """Puts new content and the new inline keyboard (none given: none) into a message."""
    chat = request.world.chats[message.chat]
    markup = inline_only(request.params.get("reply_markup"), private(chat))
    request.check()
    body = {name: value for name, value in message.body.items() if name not in drop}
    body.pop("reply_markup", None)
    body |= content
    if markup is not None:
        body["reply_markup"] = markup
    before = {name: value for name, value in message.body.items() if name != "edit_date"}
    if {name: value for name, value in body.items() if name != "edit_date"} == before:
        raise bad(SAME)
    if content:
        body["edit_date"] = int(request.world.clock.now())
    message.body = body
    changed(request.world, message, "edit", request.call)
    return body


async def edit_message_text(request: Request) -> Json:
    text = message_text(request.params)
    message = target(request)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    content: Json = {"text": text.text}
    if text.entities:
        content["entities"] = text.entities
    preview = request.params.get("link_preview_options")
    if isinstance(preview, dict) and preview:
        content["link_preview_options"] = preview
    return apply(request, message, content, ("text", "entities", "link_preview_options"))


async def edit_message_caption(request: Request) -> Json:
    text = caption(request.params)
    message = target(request)
    if not any(name in message.body for name in FILES):
        raise bad("there is no caption in the message to edit")
    content: Json = {"caption": text.text} if text.text else {}
    if text.entities:
        content["caption_entities"] = text.entities
    return apply(request, message, content, ("caption", "caption_entities"))


async def edit_message_reply_markup(request: Request) -> Json:
    return apply(request, target(request), {}, ())


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
