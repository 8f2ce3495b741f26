"""An update as everything behind may take it: whole characters, numbers that a database holds."""

from __future__ import annotations

from typing import Any

from bot.lanes import Raw

LOWEST, HIGHEST = -(2**63), 2**63 - 1
DEEPEST = 40  # Telegram nests a dozen levels
KEPT = frozenset({"message_id", "date", "chat", "text"})
LONG = 19  # digits of 64 bits
UNKNOWN = "\ufffd"
# Of these pydantic makes numbers also where they are text.
NUMBERS = frozenset({"message_id", "user_id", "chat_id", "date", "message_thread_id"})
NUMBERED = frozenset({"from", "chat", "user", "sender_chat", "voter_chat", "actor_chat"})


class Unsound(ValueError):
    """A number that no database holds, or brackets in brackets without an end."""


def is_numbered(raw: object) -> bool:
    """Whether it is an update that can be confirmed at all."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= HIGHEST


def slim(raw: Raw) -> Raw:
    """Of the card that a press was made on, only which it is: we know what was on it."""
    press = raw.get("callback_query")
    if not isinstance(press, dict) or not isinstance(press.get("message"), dict):
        return raw
    card = {key: value for key, value in press["message"].items() if key in KEPT}
    return {**raw, "callback_query": {**press, "message": card}}


def sound(raw: Raw) -> Raw:
    """The update with a sign in the place of half characters and NUL. Raises Unsound."""
    return {key: _sound(value, 1) for key, value in raw.items()}


def _sound(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, dict):
        for name in NUMBERS.intersection(value):
            _held(value[name])
        for name in NUMBERED.intersection(value):
            if isinstance(value[name], dict):
                _held(value[name].get("id"))
        return {key: _sound(one, _deeper(depth)) for key, one in value.items()}
    if isinstance(value, list):
        return [_sound(one, _deeper(depth)) for one in value]
    if isinstance(value, int) and not LOWEST <= value <= HIGHEST:
        raise Unsound("a number beyond 64 bits")
    return value


def _held(value: Any) -> None:
    """A number that came as text is one of 64 bits too. Raises Unsound."""
    if isinstance(value, str) and len(value) >= LONG:
        try:
            number = int(float(value)) if "." in value else int(value)
        except (ValueError, OverflowError):
            return  # no number at all: it is refused where one is wanted
        if not LOWEST <= number <= HIGHEST:
            raise Unsound("a number beyond 64 bits")


def _deeper(depth: int) -> int:
    if depth >= DEEPEST:
        raise Unsound("nested too deeply")
    return depth + 1


def _whole(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", UNKNOWN)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(UNKNOWN if "\ud800" <= one <= "\udfff" else one for one in text)
    return text
