"""GET /sim/events: server-sent events from a cursor on."""

import json

from aiohttp import web

from sandbox.sim.body import number, world_of

BREATH = 15.0


async def events(request: web.Request) -> web.StreamResponse:
    """Everything since the cursor (or the browser's Last-Event-ID), then what happens."""
    world = world_of(request)
    given = request.headers.get("Last-Event-ID") or request.query.get("since")
    cursor = int(number(given, "since", world.events.cursor))
    stream = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await stream.prepare(request)
    await stream.write(b"retry: 500\n\n")
    while not world.closing:
        parts = []
        for event in world.events.since(cursor):
            cursor = event["cursor"]
            parts.append(f"id: {cursor}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n")
        try:
            if parts:
                await stream.write("".join(parts).encode("utf-8", "replace"))
            elif not await _more(request, cursor):
                await stream.write(b": still here\n\n")
        except (ConnectionError, RuntimeError):
            break
    return stream


async def _more(request: web.Request, cursor: int) -> bool:
    world = world_of(request)
    await world.pulse.wait(BREATH)
    return world.closing or world.events.cursor != cursor


def routes() -> list[web.RouteDef]:
    """The stream."""
    return [web.get("/sim/events", events)]
