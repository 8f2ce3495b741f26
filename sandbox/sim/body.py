"""Reading what a page or a test sends, and answering in JSON."""

import json
from typing import Any

from aiohttp import web

from sandbox.api import WORLD
from sandbox.errors import Trouble
from sandbox.model import Json
from sandbox.world import World


def world_of(request: web.Request) -> World:
    """The world behind a request."""
    return request.app[WORLD]


async def body_of(request: web.Request) -> Json:
    """The JSON object that came with a request; empty when nothing came."""
    raw = await request.read()
    try:
        found = json.loads(raw) if raw.strip() else {}
    except ValueError:
        raise Trouble(400, "the body is not JSON") from None
    if not isinstance(found, dict):
        raise Trouble(400, "the body must be a JSON object")
    return found


def needs(body: Json, name: str, kind: type | tuple[type, ...]) -> Any:
    """A field that must be there and of this type."""
    value = body.get(name)
    if not isinstance(value, kind) or value in ("", None):
        raise Trouble(400, f"{name} is missing")
    return value


def number(text: object, name: str, default: float) -> float:
    """A number from a query or a body."""
    if text in (None, ""):
        return default
    try:
        return float(str(text))
    except ValueError:
        raise Trouble(400, f"{name} must be a number") from None


def answer(body: object, status: int = 200) -> web.Response:
    """A JSON answer."""
    raw = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return web.Response(status=status, body=raw, content_type="application/json")
