"""POST /sim/bot, /sim/people, /sim/groups: who there is; and files, which come as multipart."""

from dataclasses import asdict, fields

from aiohttp import BodyPartReader, web

from sandbox.errors import Trouble
from sandbox.ledger import Upload
from sandbox.model import Bot, Json, Person
from sandbox.people import blocking, groups, sharing
from sandbox.recording import Bytes
from sandbox.sim.body import answer, body_of, needs, world_of
from sandbox.sim.noting import note
from sandbox.sim.waiting import until_idle

FLAGS = {"started", "silent"}
FIXED = {
    "keys",
    "papers",
    "key",
    "id",
    "blocked",
    "deactivated",
    "unread",
    "reply_keyboard",
    *FLAGS,
}
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
    for name in FLAGS & body.keys():
        setattr(known, name, bool(body[name]))
    if "papers" in body:
        known.papers = [_paper(one) for one in needs(body, "papers", list)]
    world.add_chat(known)
    world.events.tell("people", person=key)
    return answer(asdict(known))


def _paper(one: object) -> Json:
    """A label and where its code leads. Raises Trouble 400."""
    if isinstance(one, dict) and (link := str(one.get("link") or "")):
        return {"label": str(one.get("label") or link), "link": link}
    raise Trouble(400, "a paper is {label, link}")


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
    caption = {"caption": form["caption"]} if form.get("caption") else {}
    for upload in uploads:
        kind, key = form.get("kind", "document"), request.match_info["key"]
        file = {"kind": kind, "name": upload.name, **caption}
        note(world, key, "sends_file", Bytes(upload.content), **file)
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
    """The cast."""
    return [
        web.post("/sim/bot", set_bot),
        web.post("/sim/people", add_person),
        web.post("/sim/people/{key}/sends_file", sends_file),
        web.post("/sim/groups", add_group),
        web.post("/sim/groups/{key}/upgrade", upgrade_group),
        web.post("/sim/groups/{key}/removes_bot", remove_bot),
    ]
