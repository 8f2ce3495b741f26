"""aiogram's own method models as a second check of parameters, imported in the background."""

import asyncio
import importlib
import sys
import threading
from typing import Any

from sandbox.errors import Refusal, bad
from sandbox.model import Json

FILES = ("photo", "document", "voice", "video", "audio", "sticker", "animation", "video_note")
WARM = (
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": []}}),
    ("editMessageText", {"chat_id": 1, "message_id": 1, "text": "a"}),
    ("answerCallbackQuery", {"callback_query_id": "1"}),
)

HOT = frozenset({"sendMessage", "editMessageText", "answerCallbackQuery"})
SHAPES_KEPT = 5_000

_good_shapes: set[object] = set()
_names: dict[str, str] = {}
_models: dict[str, Any] = {}


def _import() -> None:
    methods = importlib.import_module("aiogram.methods")
    for name in methods.__all__:
        model = getattr(methods, name)
        api = getattr(model, "__api_method__", None)
        if isinstance(api, str):
            _models[api] = model
    for api, params in WARM:
        _models[api].model_validate(params)
    _names.update({api.lower(): api for api in _models})


_thread = threading.Thread(target=_import, name="sandbox-models", daemon=True)


def begin() -> None:
    """Starts the import once per process; at once when aiogram is loaded already."""
    if _names or _thread.ident is not None:
        return
    if "aiogram.methods" in sys.modules:
        _import()
    else:
        _thread.start()


async def ready() -> None:
    """Returns when the models can be used."""
    while not _names:
        if not _thread.is_alive() and not _names:
            raise RuntimeError("aiogram can't be imported")
        await asyncio.sleep(0.02)


def official(name: str) -> str | None:
    """The proper spelling of a method, or None when the Bot API has no such method."""
    return _names.get(name.lower())


def check(method: str, params: Json) -> None:
    """The model's opinion of the parameters, in Telegram's words where they are known.

    For the busiest methods, whose models look at types only, a shape that was good once is
    good again.
    """
    shape = (method, _shape(params)) if method in HOT else None
    if shape is not None and shape in _good_shapes:
        return
    from pydantic import ValidationError  # not at the top: the page is to be served at once

    try:
        _models[method].model_validate(params)
    except ValidationError as wrong:
        raise _words(wrong.errors(include_url=False, include_input=False)) from None
    if shape is not None:
        if len(_good_shapes) >= SHAPES_KEPT:
            _good_shapes.clear()
        _good_shapes.add(shape)


def _shape(value: Any) -> object:
    if isinstance(value, dict):
        return tuple((name, _shape(inner)) for name, inner in value.items())
    if isinstance(value, list):
        return frozenset(_shape(inner) for inner in value)
    return type(value)


def _words(errors: list[Any]) -> Refusal:
    missing = [str(e["loc"][0]) for e in errors if e["type"] == "missing" and len(e["loc"]) == 1]
    if "chat_id" in missing:
        return bad("chat_id is empty")
    for name in missing:
        if name == "text":
            return bad("message text is empty")
        if name in FILES:
            return bad(f"there is no {name.replace('_', ' ')} in the request")
        return bad(f'parameter "{name}" is required')
    field = ".".join(str(part) for part in errors[0]["loc"] if not _is_type(part))
    return bad(f"wrong parameter {field} in request")


def _is_type(part: object) -> bool:
    return isinstance(part, str) and (part[:1].isupper() or "[" in part)
