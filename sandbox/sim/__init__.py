"""The side of people, pages and tests: everything under /sim."""

from aiohttp import web

from sandbox.sim import acting, cast, events, looking, steering, training, waiting


def routes() -> list[web.RouteDef]:
    """Every path under /sim."""
    return [
        *cast.routes(),
        *acting.routes(),
        *looking.routes(),
        *steering.routes(),
        *training.routes(),
        *waiting.routes(),
        *events.routes(),
    ]
