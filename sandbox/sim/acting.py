"""POST /sim/people/… and /sim/groups/…: what people do."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, fields

from aiohttp import BodyPartReader, web

from sandbox.errors import Trouble
from sandbox.ledger import Upload
from sandbox.model import Bot, Json, Person
from sandbox.people import blocking, groups, saying, sharing, tapping
from sandbox.seen import seen
from sandbox.sim.body import answer, body_of, needs, world_of
from sandbox.sim.waiting import until_idle
from sandbox.world import World

FIXED = {"key", "id", "blocked", "started", "deactivated", "unread", "reply_keyboard"}
GIVEN = {field.name for field in fields(Person)} - FIXED


async def add_person(request: web.Request) -> web.Response:
    world, body = world_of(request), await body_of(request)
    key = str(needs(body, "key", str))
    given = {name: str(value) for name, value in body.items() if name in GIVEN and value}
    known = world.people.get(key)
    if known is None:
        if key in world.groups:
            raise Trouble(409, f"the key {key!r} is taken")
        needs(body, "first_name", str)
        wish = int(body.get("id") or world.free_id(group=False))
        if wish in world.chats:
            raise Trouble(409, f"the id {wish} is taken")
        known = Person(key, wish, str(body["first_name"]))
    for name, value in given.items():
        setattr(known, name, value)
    world.add_chat(known)
    world.events.tell("people", person=key)
    return answer(asdict(known))


async def set_bot(request: web.Request) -> web.Response:
    """Name and token of the bot before it calls; a new token makes the old one unknown."""
    world, body = world_of(request), await body_of(request)
    token = str(body.get("token") or (world.bot.token if world.bot else ""))
    old = world.bot or Bot(0, "")
    number = int(token.split(":")[0]) if token.split(":")[0].isdigit() else old.id
    world.bot = Bot(
        number,
        token,
        str(body.get("username") or old.username).removeprefix("@"),
        str(body.get("first_name") or old.first_name),
    )
    world.keep_settings()
    world.events.tell("people")
    shown = asdict(world.bot)
    shown.pop("token")
    return answer(shown)


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


Verb = Callable[[World, str, Json], Awaitable[object]]
VERBS: tuple[Verb, ...] = (
    says,
    taps,
    shares_contact,
    shares_location,
    forwards,
    edits,
    follows,
    blocks,
    unblocks,
    deactivates,
    reads,
)


def _handler(verb: Verb) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        world, body = world_of(request), await body_of(request)
        result = await verb(world, request.match_info["key"], body)
        if body.get("wait"):
            await until_idle(world)
        return answer(result)

    return handle


async def sends_file(request: web.Request) -> web.Response:
    """Multipart: one or several `file` parts, `kind`, `caption`, `chat`, `wait`."""
    world = world_of(request)
    form: dict[str, str] = {}
    uploads: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read(decode=False))
        if part.filename is None:
            form[part.name or ""] = content.decode("utf-8", "replace")
        else:
            uploads.append(Upload(part.filename, part.headers.get("Content-Type", ""), content))
    messages = await sharing.sends_file(
        world,
        request.match_info["key"],
        uploads,
        form.get("kind", "document"),
        form.get("caption", ""),
        form.get("chat"),
    )
    if form.get("wait", "").lower() in ("1", "true"):
        await until_idle(world)
    ids = [message.id for message in messages]
    return answer({"message_id": ids[0], "message_ids": ids})


async def add_group(request: web.Request) -> web.Response:
    world, body = world_of(request), await body_of(request)
    members = [str(key) for key in needs(body, "members", list)]
    key, title = str(needs(body, "key", str)), str(body.get("title") or "")
    return answer(asdict(groups.makes_group(world, key, title, members)))


async def upgrade_group(request: web.Request) -> web.Response:
    return answer(asdict(groups.upgrades(world_of(request), request.match_info["key"])))


async def remove_bot(request: web.Request) -> web.Response:
    world, key = world_of(request), request.match_info["key"]
    if key not in world.groups:
        raise Trouble(404, f"there is no group called {key}")
    return answer(asdict(blocking.removes_bot(world, world.groups[key])))


def routes() -> list[web.RouteDef]:
    """Everything that people do."""
    return [
        web.post("/sim/bot", set_bot),
        web.post("/sim/people", add_person),
        *(web.post(f"/sim/people/{{key}}/{verb.__name__}", _handler(verb)) for verb in VERBS),
        web.post("/sim/people/{key}/sends_file", sends_file),
        web.post("/sim/groups", add_group),
        web.post("/sim/groups/{key}/upgrade", upgrade_group),
        web.post("/sim/groups/{key}/removes_bot", remove_bot),
    ]
