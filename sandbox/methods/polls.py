"""sendPoll and stopPoll."""

import secrets
from typing import Any

from sandbox.chats import private, reachable
from sandbox.errors import bad
from sandbox.keyboards import inline_only, read_markup
from sandbox.messages import changed, send
from sandbox.methods.editing import target
from sandbox.methods.request import Method, Request
from sandbox.model import Json

QUESTION, OPTION, MOST = 300, 100, 12
LONGEST_OPEN = 2_628_000


def _option(given: Any) -> Json:
    text = str(given.get("text") or "") if isinstance(given, dict) else str(given)
    if not text.strip():
        raise bad("poll option text must be non-empty")
    if len(text) > OPTION:
        raise bad(f"poll options length must not exceed {OPTION}")
    return {"persistent_id": secrets.token_hex(4), "text": text.strip(), "voter_count": 0}


def read_poll(params: Json) -> Json:
    """A Poll object from the parameters of sendPoll."""
    question = str(params.get("question") or "").strip()
    options = params.get("options")
    if not question:
        raise bad("poll question must be non-empty")
    if len(question) > QUESTION:
        raise bad(f"poll question length must not exceed {QUESTION}")
    if not isinstance(options, list):
        raise bad("can't parse options JSON object")
    if not options:
        raise bad("poll must have at least 1 option")
    if len(options) > MOST:
        raise bad(f"poll can't have more than {MOST} options")
    if params.get("open_period", 0) > LONGEST_OPEN:
        raise bad("open period is too big")
    quiz = params.get("type") == "quiz"
    return {
        "id": str(secrets.randbelow(9 * 10**17) + 10**17),
        "question": question,
        "options": [_option(option) for option in options],
        "total_voter_count": 0,
        "is_closed": str(params.get("is_closed", "")).lower() in ("true", "1"),
        "is_anonymous": bool(params.get("is_anonymous", True)),
        "type": "quiz" if quiz else "regular",
        "allows_multiple_answers": bool(params.get("allows_multiple_answers")) and not quiz,
        "allows_revoting": not quiz,
        "members_only": False,
    }


async def send_poll(request: Request) -> Json:
    poll = read_poll(request.params)
    chat = reachable(request.world, request.params.get("chat_id"))
    markup = read_markup(request.params.get("reply_markup"), private(chat))
    request.check()
    return send(request.world, chat, {"poll": poll}, markup, request.call).body


async def stop_poll(request: Request) -> Json:
    message = target(request)
    poll: Json | None = message.body.get("poll")
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    chat = request.world.chats[message.chat]
    markup = inline_only(request.params.get("reply_markup"), private(chat))
    request.check()
    closed = poll | {"is_closed": True}
    body = {name: value for name, value in message.body.items() if name != "reply_markup"}
    message.body = body | {"poll": closed}
    if markup is not None:
        message.body["reply_markup"] = markup
    changed(request.world, message, "edit", request.call)
    request.world.updates.add("poll", closed, message.chat)
    return closed


METHODS: dict[str, Method] = {"sendPoll": send_poll, "stopPoll": stop_poll}
