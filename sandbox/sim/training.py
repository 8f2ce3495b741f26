"""For trainers and testers: record what is clicked, stop and start the bot, let a message age."""

import time

from aiohttp import web

from sandbox.errors import Trouble
from sandbox.messages import changed
from sandbox.sim.body import answer, body_of, number, world_of
from sandbox.sim.noting import settle
from sandbox.sim.steering import LONGEST_WAIT
from sandbox.steward import KILLED, RUNNING, STOPPED

TWO_DAYS = 49 * 3600


async def record(request: web.Request) -> web.Response:
    """`on` true begins anew, false ends; what was recorded stays until the next beginning."""
    world, body = world_of(request), await body_of(request)
    if body.get("on"):
        world.recording.begin()
    else:
        settle(world)
        world.recording.on = False
    world.events.tell("recording", **world.recording.show())
    return answer(world.recording.show())


async def recorded(request: web.Request) -> web.Response:
    """The test, as a file."""
    world = world_of(request)
    settle(world)
    text = world.recording.text(f"{request.scheme}://{request.host}")
    headers = {"Content-Disposition": 'attachment; filename="test_rekaman.py"'}
    return web.Response(text=text, content_type="text/x-python", headers=headers)


async def wanted(request: web.Request) -> web.Response:
    """For who starts the bot: held until the page wants something else."""
    world, query = world_of(request), request.query
    deadline = time.monotonic() + min(number(query.get("wait"), "wait", 0), LONGEST_WAIT)
    known = int(number(query.get("version"), "version", -1))
    if world.steward.heard():
        world.events.tell("steward", **world.steward.show())
    while known == world.steward.version and not world.closing:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        await world.pulse.wait(left)
    world.steward.heard()
    return answer(world.steward.show())


async def want(request: web.Request) -> web.Response:
    """Raises Trouble 400 for a word that is none, 409 when nobody starts and stops the bot."""
    world, body = world_of(request), await body_of(request)
    if body.get("wanted") not in (RUNNING, STOPPED, KILLED):
        raise Trouble(400, f"wanted is one of {RUNNING}, {STOPPED}, {KILLED}")
    if not world.steward.there:
        raise Trouble(409, "nobody here starts and stops the bot")
    world.steward.ask(str(body["wanted"]))
    world.events.tell("steward", **world.steward.show())
    return answer(world.steward.show())


async def age(request: web.Request) -> web.Response:
    """A message becomes older than the 48 hours in which a bot may delete it."""
    world = world_of(request)
    message = world.messages.get(int(request.match_info["number"]))
    if message is None or message.deleted:
        raise Trouble(404, "there is no such message")
    message.body["date"] -= TWO_DAYS
    changed(world, message, "edit")
    return answer({"message_id": message.id, "date": message.body["date"]})


def routes() -> list[web.RouteDef]:
    """Tools of trainers and testers."""
    return [
        web.post("/sim/recording", record),
        web.get("/sim/recording", recorded),
        web.get("/sim/wanted", wanted),
        web.post("/sim/wanted", want),
        web.post(r"/sim/messages/{number:\d+}/age", age),
    ]
