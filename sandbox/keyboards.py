"""Keyboards under messages and under the typing field, by Telegram's rules and limits."""

import json
from typing import Any

from sandbox.errors import Refusal, bad
from sandbox.model import Json
from sandbox.text.links import is_link

ROW, ALL = 12, 300
DATA_BYTES = 64
ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
)
REQUESTS = {
    "request_contact": "phone number",
    "request_location": "location",
    "request_poll": "poll",
    "request_users": "users",
    "request_chat": "chats",
}


def read_markup(given: Any, private: bool) -> Json | None:
    """A `reply_markup` as Telegram keeps it: `inline_keyboard`, `keyboard`, `remove_keyboard`
    or `force_reply`; None when nothing remains. Raises a Refusal for what Telegram refuses."""
    if given in (None, ""):
        return None
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError:
            raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(given, dict):
        raise bad("object expected as reply markup")
    if given.get("inline_keyboard") is not None:
        rows = _rows(given["inline_keyboard"], "inline_keyboard", "InlineKeyboardMarkup")
        kept = _grid(rows, lambda button: inline_button(button, private))
        return {"inline_keyboard": kept} if kept else None
    if given.get("keyboard") is not None:
        rows = _rows(given["keyboard"], "keyboard", "ReplyKeyboardMarkup")
        kept = _grid(rows, lambda button: _reply_button(button, private))
        return {**_given(given), "keyboard": kept} if kept else None
    if given.get("remove_keyboard"):
        return {"remove_keyboard": True}
    return _given(given) if given.get("force_reply") else None


def inline_only(given: Any, private: bool) -> Json | None:
    """The same for edits, which take inline keyboards only."""
    markup = read_markup(given, private)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def _given(markup: Json) -> Json:
    return {name: value for name, value in markup.items() if value is not None}


def _rows(rows: Any, field: str, kind: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{field}" of the {kind} must be an Array of Arrays')
    return rows


def _grid(rows: list[list[Any]], read: Any) -> list[list[Json]]:
    kept: list[list[Json]] = []
    count = 0
    for row in rows:
        line: list[Json] = []
        for button in row:
            if len(line) == ROW or count == ALL:
                break
            found = read(button)
            if found is not None:
                line.append(found)
                count += 1
        if line:
            kept.append(line)
    return kept


def inline_button(button: Any, private: bool) -> Json | None:
    """One inline button with exactly one action, or None when it has no text."""
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not text.strip():
        return None
    action = next((name for name in ACTIONS if button.get(name) not in (None, "")), None)
    if action is None:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    value = button[action]
    refusal = _check(action, value, private)
    if refusal:
        raise refusal
    kept = {"text": text, action: value}
    for extra in ("style", "icon_custom_emoji_id"):
        if button.get(extra):
            kept[extra] = button[extra]
    return kept


def _check(action: str, value: Any, private: bool) -> Refusal | None:
    if action == "callback_data" and not isinstance(value, str):
        words = 'can\'t parse inline keyboard button: Field "callback_data" must be of type String'
        return bad(words)
    if action == "callback_data" and len(value.encode()) > DATA_BYTES:
        return bad("BUTTON_DATA_INVALID")
    if action == "url" and not is_link(str(value)):
        return bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "web_app":
        return _web_app(value, private)
    if action == "copy_text":
        text = value.get("text", "") if isinstance(value, dict) else ""
        return None if 1 <= len(text) <= 256 else bad("BUTTON_COPY_TEXT_INVALID")
    return None


def _web_app(value: Any, private: bool) -> Refusal | None:
    address = str(value.get("url", "")) if isinstance(value, dict) else ""
    loopback = address.startswith(("http://127.0.0.1", "http://localhost"))
    if not private:
        return bad("BUTTON_TYPE_INVALID")
    if not address.startswith("https://") and not loopback:
        words = f"inline keyboard button Web App URL '{address}' is invalid"
        return bad(f"{words}: Only HTTPS links are allowed")
    return None


def _reply_button(button: Any, private: bool) -> Json | None:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad("can't parse keyboard button: KeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad('can\'t parse keyboard button: Field "text" must be of type String')
    if not text.strip():
        return None
    for request, words in REQUESTS.items():
        if button.get(request) and not private:
            raise bad(f"{words} can be requested in private chats only")
    if button.get("web_app"):
        refusal = _web_app(button["web_app"], private)
        if refusal:
            raise refusal
    return _given(button)
