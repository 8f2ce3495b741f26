"""GET /sim/…: state, chats, calls, messages, files."""

from dataclasses import asdict

from aiohttp import web

from sandbox.chats import bot_user
from sandbox.errors import Refusal, Trouble
from sandbox.files import content_of
from sandbox.methods.profile import commands_for, menu_button
from sandbox.model import Json, Person
from sandbox.people import authenticating
from sandbox.people.tapping import phone
from sandbox.seen import seen
from sandbox.sim.body import answer, number, world_of
from sandbox.sim.words import toast, transcript
from sandbox.world import World

SAFE = ("image/", "audio/", "video/", "application/pdf")


def show_person(world: World, person: Person) -> Json:
    """A person with what the phone shows around the chat."""
    shown = asdict(person)
    shown.pop("keys")
    return {
        **shown,
        "commands": commands_for(world, person),
        "menu_button": menu_button(world, person.id),
        "typing": person.id in world.typing and world.typing[person.id][1] > world.clock.now(),
    }


async def state(request: web.Request) -> web.Response:
    world = world_of(request)
    bot = bot_user(world)
    groups = [asdict(group) for group in world.groups.values() if group.moved_to is None]
    return answer(
        {
            "bot": None
            if world.bot is None
            else {name: bot[name] for name in ("id", "username", "first_name")},
            "people": [show_person(world, person) for person in world.people.values()],
            "groups": groups,
            "clock": world.clock.show(),
            "marks": world.marks,
            "faults": world.faults.show(),
            "recording": world.recording.show(),
            "steward": world.steward.show(),
            "pending_updates": len(world.updates.pending),
            "open_taps": [asdict(tap) for tap in world.open_taps()],
            "cursor": world.events.cursor,
        }
    )


async def chat(request: web.Request) -> web.Response:
    """The private chat and the groups of a person; `chat` narrows to one of them."""
    world = world_of(request)
    person = world.person(request.match_info["key"])
    since = int(number(request.query.get("since"), "since", 0))
    where = request.query.get("chat")
    messages = [
        shown
        for message in reversed(phone(world, person))
        if message.cursor > since
        for shown in [seen(world, message)]
        if where in (None, shown["chat"])
    ]
    taps = [t for t in world.taps.values() if t.person == person.key and t.answered and t.text]
    toasts = [toast(tap) for tap in taps if tap.cursor > since]
    return answer({"messages": messages, "toasts": toasts, "cursor": world.events.cursor})


async def codes(request: web.Request) -> web.Response:
    """What the person's authenticator app shows now."""
    found = authenticating.codes(world_of(request), request.match_info["key"])
    return answer({"codes": found})


async def calls(request: web.Request) -> web.Response:
    world, query = world_of(request), request.query
    since = int(number(query.get("since"), "since", 0))
    found = world.ledger.since(since, query.get("method", ""))
    last = world.ledger.calls[-1].n if world.ledger.calls else 0
    return answer({"calls": [asdict(call) for call in found], "last": last})


async def message(request: web.Request) -> web.Response:
    """The inspector: the message, the calls that made and changed it, the updates it caused."""
    world = world_of(request)
    found = world.messages.get(int(request.match_info["id"]))
    if found is None:
        raise Trouble(404, "there is no such message")
    numbers = set(found.calls)
    updates = [world.updates.find(number) for number in found.updates]
    return answer(
        {
            "message": seen(world, found),
            "body": found.body,
            "calls": [asdict(c) for c in world.ledger.calls if c.n in numbers],
            "updates": [
                {"state": u.state, "delivered": u.delivered, "update": u.show()}
                for u in updates
                if u is not None
            ],
        }
    )


async def file(request: web.Request) -> web.Response:
    """The bytes of a file, for phones; shown in the page only when that is harmless."""
    world = world_of(request)
    stored = world.files.get(request.match_info["id"])
    if stored is None:
        raise Trouble(404, "there is no such file")
    try:
        content = content_of(world, stored)
    except Refusal as no:
        raise Trouble(404, no.description) from None
    harmless = stored["mime"].startswith(SAFE) and "svg" not in stored["mime"]
    mime = stored["mime"] if harmless else "application/octet-stream"
    headers = {"X-Content-Type-Options": "nosniff"}
    return web.Response(body=content, content_type=mime, headers=headers)


async def text(request: web.Request) -> web.Response:
    world = world_of(request)
    person = world.person(request.query.get("person", ""))
    return web.Response(text=transcript(world, person))


def routes() -> list[web.RouteDef]:
    """Looking without changing."""
    return [
        web.get("/sim/state", state),
        web.get("/sim/people/{key}/chat", chat),
        web.get("/sim/people/{key}/codes", codes),
        web.get("/sim/calls", calls),
        web.get(r"/sim/messages/{id:\d+}", message),
        web.get("/sim/files/{id}", file),
        web.get("/sim/transcript", text),
    ]
