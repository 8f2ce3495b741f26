"""Reading the parameters of a Bot API call, however a client chose to send them."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox.errors import bad
from sandbox.fields import NESTED, soften
from sandbox.ledger import Upload
from sandbox.model import Json

FORM = "application/x-www-form-urlencoded"


async def read(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters from query, form, multipart or JSON, nested JSON decoded; files by part name."""
    params: Json = dict(request.query)
    files: dict[str, Upload] = {}
    kind = request.content_type
    if not request.can_read_body:
        pass
    elif kind == FORM:
        body = (await request.read()).decode("utf-8", "replace")
        params.update(parse_qsl(body, keep_blank_values=True))
    elif kind == "multipart/form-data":
        await _parts(request, params, files)
    elif kind == "application/json":
        params.update(_object(await request.read()))
    prepare(params)
    return params, files


async def _parts(request: web.Request, params: Json, files: dict[str, Upload]) -> None:
    reader = await request.multipart()
    async for part in reader:
        if not isinstance(part, BodyPartReader):
            continue
        name = part.name or ""
        content = bytes(await part.read(decode=False))
        if part.filename is None:
            params[name] = content.decode("utf-8", "replace")
        else:
            files[name] = Upload(part.filename, part.headers.get("Content-Type", ""), content)
        await asyncio.sleep(0)


def _object(raw: bytes) -> Json:
    try:
        found = json.loads(raw or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad("JSON object expected")
    return {name: value for name, value in found.items() if value is not None}


def prepare(params: Json) -> None:
    """Decodes nested JSON and softens numbers and switches, in place.

    What cannot be decoded stays text, and the method that wants it says so.
    """
    for name in NESTED & params.keys():
        value = params[name]
        if isinstance(value, str):
            params[name] = _decoded(value)
    soften(params)


def _decoded(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def chat_and_text(params: Json) -> tuple[str, str]:
    """What faults may narrow a call by: its chat, and its text or caption."""
    text = params.get("text") or params.get("caption") or ""
    return str(params.get("chat_id", "")), str(text)
