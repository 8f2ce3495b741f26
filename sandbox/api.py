"""The bot's side of the sandbox: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import re
from typing import Any

from aiohttp import web

from sandbox import models
from sandbox.errors import Refusal, bad, refusal
from sandbox.faults import DOWNLOAD, Fault
from sandbox.files import DOWNLOAD_LIMIT, content_of
from sandbox.ledger import Call, Upload
from sandbox.methods.request import Request
from sandbox.methods.table import known, not_found, run
from sandbox.model import Bot, Json
from sandbox.reading import chat_and_text, read
from sandbox.world import World

WORLD = web.AppKey("world", World)
TOKEN = re.compile(r"[1-9]\d*:[\w-]+")
TOKEN_LENGTH = 80
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def admit(world: World, token: str) -> None:
    """Lets the bot in. The first well-formed token that calls becomes the bot's; any other
    one is unknown. Raises 401."""
    if ":" not in token or token.startswith("0") or len(token) > TOKEN_LENGTH:
        raise refusal(401, "invalid token specified")
    if (world.bot is None or not world.bot.token) and TOKEN.fullmatch(token):
        world.bot = world.bot or Bot(0, "")
        world.bot.id, world.bot.token = int(token.split(":")[0]), token
        world.keep_settings()
        world.events.tell("people")
    if world.bot is None or world.bot.token != token:
        raise Refusal(401, "Unauthorized")


async def call(request: web.Request) -> web.StreamResponse:
    """One call of a bot over HTTP."""
    world = request.app[WORLD]
    await models.ready()
    name = known(request.match_info["method"])
    try:
        admit(world, request.match_info["token"])
        if name is None:
            raise not_found()
        params, files = await read(request)
    except Refusal as no:
        return _respond(no.status, no.answer())
    entry = world.ledger.open(name, params, files, "http")
    fault = world.faults.take(name, *_known_chat(world, params))
    if fault is not None:
        world.events.tell("fault", fault=fault.kind, method=name, left=fault.times)
        early = await _before(request, world, entry, fault)
        if early is not None:
            return early
    status, answer = await carry_out(world, name, params, files, entry)
    world.ledger.close(entry, status, answer, fault.kind if fault else "")
    if fault is not None and fault.kind == "drop_after":
        return _hang_up(request)
    return _respond(status, answer)


def _known_chat(world: World, params: Json) -> tuple[str, str]:
    """Chat for the faults: the key of a person or group where there is one."""
    chat, text = chat_and_text(params)
    return (world.chat_key(int(chat)) if re.fullmatch(r"-?\d+", chat) else chat), text


async def carry_out(
    world: World, name: str, params: Json, files: dict[str, Upload], entry: Call
) -> tuple[int, Json]:
    """Runs a method; answers status and body."""
    request = Request(world, name, params, files, entry)
    try:
        result = await run(request)
    except Refusal as no:
        return no.status, no.answer()
    except asyncio.CancelledError:
        world.ledger.close(entry, 499, None)
        raise
    return 200, {"ok": True, "result": result, **request.note}


async def _before(
    request: web.Request, world: World, entry: Call, fault: Fault
) -> web.StreamResponse | None:
    """What a fault does instead of the call, or None when the call goes on."""
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        return None
    if fault.kind == "drop_after":
        return None
    if fault.kind == "drop_before":
        world.ledger.close(entry, 499, None, fault.kind)
        return _hang_up(request)
    if fault.kind == "html":
        world.ledger.close(entry, 502, BAD_GATEWAY, fault.kind)
        return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
    no = planned(fault)
    world.ledger.close(entry, no.status, no.answer(), fault.kind)
    return _respond(no.status, no.answer())


def planned(fault: Fault) -> Refusal:
    """The refusal that a `status` or `conflict` fault stands for."""
    if fault.kind == "conflict":
        words = "terminated by other getUpdates request; "
        return refusal(409, words + "make sure that only one bot instance is running")
    if fault.status == 429:
        seconds = fault.retry_after or 1
        return refusal(429, f"retry after {seconds}", retry_after=seconds)
    usual = {403: "bot was blocked by the user", 400: "chat not found", 500: "restart"}
    if fault.description:
        return Refusal(fault.status, fault.description)
    return refusal(fault.status, usual.get(fault.status, ""))


def _respond(status: int, answer: Any) -> web.Response:
    headers = {}
    seconds = answer.get("parameters", {}).get("retry_after") if status == 429 else None
    if seconds is not None:
        headers["Retry-After"] = str(seconds)
    body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


def _hang_up(request: web.Request) -> web.Response:
    """The connection dies without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)


async def download(request: web.Request) -> web.StreamResponse:
    """The bytes behind a `file_path` of getFile."""
    world = request.app[WORLD]
    try:
        admit(world, request.match_info["token"])
        path = request.match_info["path"]
        stored = next((f for f in world.files.values() if f["path"] == path), None)
        if stored is None:
            raise refusal(404, "file not found")
        if stored["size"] > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        content = content_of(world, stored)
    except Refusal as no:
        return _respond(no.status, no.answer())
    fault = world.faults.take_download()
    return await (_whole(content) if fault is None else _disturbed(request, content, fault))


async def _whole(content: bytes) -> web.Response:
    return web.Response(body=content, content_type="application/octet-stream")


async def _disturbed(request: web.Request, content: bytes, fault: Fault) -> web.StreamResponse:
    """A download that a fault was planned for; `cut` sends half of what was announced."""
    request.app[WORLD].events.tell("fault", fault=fault.kind, method=DOWNLOAD, left=fault.times)
    match fault.kind:
        case "slow":
            await asyncio.sleep(fault.seconds)
            return await _whole(content)
        case "html":
            return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
        case "cut":
            answer = web.StreamResponse(headers={"Content-Length": str(len(content))})
            await answer.prepare(request)
            await answer.write(content[: len(content) // 2])
            return _hang_up(request)
        case "drop_before" | "drop_after":
            return _hang_up(request)
    no = planned(fault)
    return _respond(no.status, no.answer())


def routes() -> list[web.RouteDef]:
    """The two paths of the Bot API."""
    return [
        web.route("*", "/bot{token:[^/]+}/{method:[^/]+}", call),
        web.get("/file/bot{token:[^/]+}/{path:.+}", download),
    ]
