"""The side of people, pages and tests: everything under /sim."""

from aiohttp import web

from sandbox.sim import acting, events, looking, steering, waiting


def routes() -> list[web.RouteDef]:
    """Every path under /sim."""
    return [
        *acting.routes(),
        *looking.routes(),
        *steering.routes(),
        *waiting.routes(),
        *events.routes(),
    ]
