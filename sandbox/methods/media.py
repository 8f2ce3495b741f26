"""Sending one file with a caption; changing the file of a message."""

from sandbox.chats import private, reachable
from sandbox.errors import bad
from sandbox.files import media_object
from sandbox.keyboards import read_markup
from sandbox.messages import send
from sandbox.methods.editing import apply, target
from sandbox.methods.request import Method, Request
from sandbox.methods.uploads import stored_file
from sandbox.model import Json
from sandbox.seen import FILES
from sandbox.text import caption
from sandbox.text.formatted import Formatted

FACTS = ("duration", "width", "height", "performer", "title", "length")
INPUTS = {"photo", "video", "document", "audio", "animation"}


def content(request: Request, stored: Json, text: Formatted) -> Json:
    """The part of a message that is a file with a caption."""
    kind = stored["kind"]
    body: Json = {kind: media_object(request.world, stored)}
    if text.text:
        body["caption"] = text.text
    if text.entities:
        body["caption_entities"] = text.entities
    return body


def facts(params: Json) -> Json:
    """What the bot says about the file itself."""
    return {name: params[name] for name in FACTS if params.get(name)}


def sender(kind: str) -> Method:
    """The function behind sendPhoto, sendDocument and their like."""

    async def send_file(request: Request) -> Json:
        params, world = request.params, request.world
        if kind in request.files:
            params.setdefault(kind, f"attach://{kind}")
        text = caption(params)
        chat = reachable(world, params.get("chat_id"))
        markup = read_markup(params.get("reply_markup"), private(chat))
        request.check()
        stored = await stored_file(request, kind, params.get(kind), **facts(params))
        return send(world, chat, content(request, stored, text), markup, request.call).body

    return send_file


async def edit_message_media(request: Request) -> Json:
    given = request.params.get("media")
    if not isinstance(given, dict):
        raise bad("there is no media in the request")
    if given.get("type") not in INPUTS:
        raise bad("unsupported media type specified")
    text = caption(given)
    message = target(request)
    stored = await stored_file(request, given["type"], given.get("media"), **facts(given))
    fresh = content(request, stored, text)
    old = (*FILES, "caption", "caption_entities", "text", "entities", "link_preview_options")
    return apply(request, message, fresh, old)


METHODS: dict[str, Method] = {
    "sendPhoto": sender("photo"),
    "sendDocument": sender("document"),
    "sendVoice": sender("voice"),
    "sendVideo": sender("video"),
    "sendAudio": sender("audio"),
    "sendSticker": sender("sticker"),
    "sendAnimation": sender("animation"),
    "sendVideoNote": sender("video_note"),
    "editMessageMedia": edit_message_media,
}
