"""answerCallbackQuery."""

from sandbox.errors import bad
from sandbox.methods.request import Method, Request
from sandbox.world import TAP_ANSWER_SECONDS

ANSWER_LENGTH = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(request: Request) -> bool:
    """Each tap is answered once, in time, with at most 200 characters."""
    world, params = request.world, request.params
    tap = world.taps.get(str(params.get("callback_query_id", "")))
    text = str(params.get("text") or "")
    if tap is None or tap.answered or world.clock.now() - tap.created > TAP_ANSWER_SECONDS:
        raise bad(TOO_OLD)
    if len(text) > ANSWER_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    request.check()
    tap.answered, tap.text = True, text
    tap.alert, tap.url = bool(params.get("show_alert")), str(params.get("url") or "")
    tap.cursor = world.events.tell(
        "tap_answered",
        person=tap.person,
        callback_query_id=tap.id,
        message_id=tap.message_id,
        text=text,
        alert=tap.alert,
        url=tap.url,
    )
    world.keep_tap(tap)
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
