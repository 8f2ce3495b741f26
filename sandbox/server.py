"""Starting and stopping the sandbox on loopback."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox import api, models, sim
from sandbox.errors import Trouble
from sandbox.webhook import Delivery
from sandbox.world import World

LOOPBACK = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
PAGE = Path(__file__).parent / "page"
BODY_LIMIT = 60 * 1024 * 1024
NOT_FOUND = '{"ok":false,"error_code":404,"description":"Not Found"}'


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only this machine by its own names may ask; failures become one sentence."""
    host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    origin = request.headers.get("Origin")
    if host not in NAMES or (
        origin and urlsplit(origin).hostname not in ("127.0.0.1", "localhost")
    ):
        return sim.body.answer({"error": "the sandbox answers to 127.0.0.1 only"}, 403)
    try:
        return await handler(request)
    except Trouble as trouble:
        return sim.body.answer({"error": trouble.sentence}, trouble.status)
    except web.HTTPNotFound:
        if request.path.startswith(("/bot", "/file")):
            return web.Response(status=404, text=NOT_FOUND, content_type="application/json")
        return sim.body.answer({"error": "there is nothing here"}, 404)
    except ValueError as wrong:
        if not request.path.startswith("/sim"):
            raise
        return sim.body.answer({"error": str(wrong) or "that makes no sense"}, 400)


async def index(_: web.Request) -> web.StreamResponse:
    """The page with the phones."""
    if not (PAGE / "index.html").exists():
        return web.Response(text="The sandbox is running; its page is missing.")
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


@dataclass
class Running:
    """A sandbox that answers at `url`; `close` keeps everything on disk and stops it."""

    url: str
    port: int
    world: World
    _delivery: Delivery
    _runner: web.AppRunner

    async def close(self) -> None:
        """Ends all waiting, writes the rest, frees the port."""
        await self._delivery.close()
        self.world.closing = True
        self.world.wake_line()
        self.world.pulse.beat()
        await self._runner.cleanup()
        await self.world.close()


def application(world: World) -> web.Application:
    """All paths of the sandbox on one world."""
    app = web.Application(middlewares=[guard], client_max_size=BODY_LIMIT)
    app[api.WORLD] = world
    app.add_routes([*api.routes(), *sim.routes(), web.get("/", index)])
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    return app


async def start(data_dir: Path | str, port: int = 0) -> Running:
    """Starts the sandbox in the running loop, on a free port when `port` is 0.

    Everything it keeps lies in `sandbox.sqlite3` inside `data_dir`.
    """
    world = World(Path(data_dir) / "sandbox.sqlite3")
    models.begin()
    delivery = Delivery(world)
    runner = web.AppRunner(application(world), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, LOOPBACK, port)
    await site.start()
    number = int(runner.addresses[0][1])
    delivery.all()
    return Running(f"http://{LOOPBACK}:{number}", number, world, delivery, runner)
