"""POST /sim/people/… and /sim/groups/…: what people do."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web

from sandbox.model import Json
from sandbox.people import answering, authenticating, blocking, opening, saying, sharing, tapping
from sandbox.seen import seen
from sandbox.sim.body import answer, body_of, needs, world_of
from sandbox.sim.noting import note, said
from sandbox.sim.waiting import until_idle
from sandbox.world import World


async def says(world: World, key: str, body: Json) -> object:
    message = saying.says(
        world, key, needs(body, "text", str), body.get("reply_to"), body.get("chat")
    )
    return {"message_id": message.id, "message": seen(world, message)}


async def taps(world: World, key: str, body: Json) -> object:
    return tapping.taps(world, key, body.get("label"), body.get("data"), body.get("message_id"))


async def shares_contact(world: World, key: str, body: Json) -> object:
    return {"message_id": sharing.shares_contact(world, key, body.get("of")).id}


async def shares_location(world: World, key: str, body: Json) -> object:
    latitude = needs(body, "latitude", (int, float))
    longitude = needs(body, "longitude", (int, float))
    return {"message_id": sharing.shares_location(world, key, latitude, longitude).id}


async def forwards(world: World, key: str, body: Json) -> object:
    number = needs(body, "message_id", int)
    return {"message_id": saying.forwards(world, key, number, body.get("from")).id}


async def edits(world: World, key: str, body: Json) -> object:
    number, text = needs(body, "message_id", int), needs(body, "text", str)
    return {"message_id": saying.edits(world, key, number, text).id}


async def follows(world: World, key: str, body: Json) -> object:
    return {"message_id": saying.follows(world, key, needs(body, "link", str)).id}


async def opens(world: World, key: str, body: Json) -> object:
    theme = str(body.get("theme") or "light")
    return opening.opens(world, key, needs(body, "url", str), theme)


async def blocks(world: World, key: str, _: Json) -> object:
    return asdict(blocking.blocks(world, key))


async def unblocks(world: World, key: str, _: Json) -> object:
    return asdict(blocking.unblocks(world, key))


async def deactivates(world: World, key: str, _: Json) -> object:
    return asdict(blocking.deactivates(world, key))


async def reads(world: World, key: str, _: Json) -> object:
    person = world.person(key)
    if person.unread:
        person.unread = 0
        world.keep_chat(person)
        world.events.tell("people", person=key)
    return {}


async def votes(world: World, key: str, body: Json) -> object:
    number = needs(body, "message_id", int)
    options = [int(option) for option in body.get("options") or []]
    return {"message_id": answering.votes(world, key, number, options).id}


async def reacts(world: World, key: str, body: Json) -> object:
    number = needs(body, "message_id", int)
    return {"message_id": answering.reacts(world, key, number, body.get("emoji")).id}


async def keeps_key(world: World, key: str, body: Json) -> object:
    written, label = needs(body, "secret", str), str(body.get("label") or "")
    return authenticating.keeps_key(world, key, written, label)


Verb = Callable[[World, str, Json], Awaitable[object]]
VERBS: tuple[Verb, ...] = (
    says,
    taps,
    shares_contact,
    shares_location,
    forwards,
    edits,
    follows,
    opens,
    blocks,
    unblocks,
    deactivates,
    votes,
    reacts,
    reads,
    keeps_key,
)


def _handler(verb: Verb) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        world, body = world_of(request), await body_of(request)
        key = request.match_info["key"]
        result = await verb(world, key, body)
        if verb is not reads:
            given, named = said(
                world, verb.__name__, body, result if isinstance(result, dict) else {}
            )
            note(world, key, verb.__name__, *given, **named)
        if body.get("wait"):
            await until_idle(world)
        return answer(result)

    return handle


def routes() -> list[web.RouteDef]:
    """One path a verb."""
    return [web.post(f"/sim/people/{{key}}/{verb.__name__}", _handler(verb)) for verb in VERBS]
