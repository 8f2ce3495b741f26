"""The web side of the bot: Telegram's webhook, public pages, whether the process is well."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from typing import Any

import structlog
from aiohttp import web

from bot.sound import is_numbered

log = structlog.get_logger()
PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024

Handle = Callable[[dict[str, Any]], Awaitable[None]]
Well = Callable[[], Awaitable[dict[str, Any]]]


Page = Callable[[web.Request], Awaitable[web.Response]]


def build_site(
    well: Well,
    handle: Handle | None,
    secret: str | None,
    metrics: Page | None = None,
    public: Sequence[web.RouteDef] = (),
) -> web.Application:
    """`handle` gets each update and returns when it is committed; None when polling.

    `well` says how the process is: a mapping with `ready` true or false. `metrics` is a page
    that decides by itself who may read it; `public` are pages for everybody.
    """
    site = web.Application(client_max_size=LARGEST)

    async def health(_: web.Request) -> web.Response:
        state = await well()
        return web.json_response(state, status=200 if state["ready"] else 503)

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def receive(request: web.Request) -> web.Response:
        assert handle is not None
        assert secret is not None
        if not compare_digest(_bytes(request.headers.get(HEADER, "")), _bytes(secret)):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):  # no JSON, no UTF-8, numbers or brackets without end
            return web.Response(status=400)
        if not is_numbered(raw):
            return web.Response(status=400)
        # A connection that Telegram drops must not stop what is being committed.
        await asyncio.shield(asyncio.ensure_future(handle(raw)))
        return web.Response()

    site.router.add_get("/healthz", alive)
    site.router.add_get("/readyz", health)
    if metrics is not None:
        site.router.add_get("/metrics", metrics)
    site.router.add_routes(public)
    if handle is not None:
        site.router.add_post(PATH, receive)
    return site


def _bytes(text: str) -> bytes:
    """Of any header that a client may send, well-formed or not."""
    return text.encode("utf-8", "surrogatepass")


async def serve(site: web.Application, host: str, port: int) -> web.AppRunner:
    """Start serving. Raises OSError when the port is taken."""
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner
