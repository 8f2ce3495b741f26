"""Waiting without sleeping: until the bot is idle, until somebody sees something."""

import asyncio
import time
from typing import Any

from aiohttp import web

from sandbox.errors import Trouble
from sandbox.model import Json, Message, Person, Tap
from sandbox.people.tapping import phone
from sandbox.seen import keyboard, seen, words
from sandbox.sim.body import answer, body_of, number, world_of
from sandbox.sim.words import toast, transcript
from sandbox.world import World

QUIET = 0.06
LOOKS = 4
IDLE_TIMEOUT = 10.0
SEES_TIMEOUT = 5.0


def busy(world: World) -> str:
    """What the bot still has to do, in words; empty when nothing."""
    world.updates.expire()
    pending, taps = world.updates.pending, world.open_taps()
    reasons = []
    if pending:
        kinds = ", ".join(sorted({update.kind for update in pending.values()}))
        reasons.append(f"{len(pending)} updates not confirmed ({kinds})")
    if taps:
        reasons.append(f"{len(taps)} taps not answered ({', '.join(t.data for t in taps[:3])})")
    if world.ledger.busy:
        reasons.append(f"{world.ledger.busy} calls in progress")
    return "; ".join(reasons)


async def until_idle(world: World, quiet: float = QUIET, timeout: float = IDLE_TIMEOUT) -> None:
    """Returns when the bot is done and silent for `quiet` seconds. Raises Trouble 409.

    Silence is looked at several times, with the loop free in between: after a long step of
    the machine, calls that came meanwhile are still unread.
    """
    deadline = time.monotonic() + timeout
    calm, last = 0, 0.0
    while True:
        reason = busy(world)
        if reason or world.ledger.last_activity != last:
            calm, last = 0, world.ledger.last_activity
        elif calm == LOOKS:
            return
        left = deadline - time.monotonic()
        if left <= 0 or world.closing:
            raise Trouble(409, f"the bot is not idle: {reason or 'it keeps calling'}")
        if reason:
            await world.pulse.wait(min(left, 0.5))
        else:
            await asyncio.sleep(min(left, quiet / LOOKS))
            calm += 1


async def idle(request: web.Request) -> web.Response:
    query = request.query
    quiet = number(query.get("quiet"), "quiet", 1000 * QUIET) / 1000
    timeout = number(query.get("timeout"), "timeout", IDLE_TIMEOUT)
    await until_idle(world_of(request), quiet, timeout)
    return answer({"idle": True})


def look(world: World, person: Person, wish: Json) -> Json | None:
    """What a person sees of a wish: `text` (message, toast, alert), `button`, `toast`."""
    since = int(wish.get("since") or 0)
    text, button, only_toast = (str(wish.get(n) or "") for n in ("text", "button", "toast"))
    if text or button:
        for message in phone(world, person):
            if message.cursor > since and _shows(message, text, button):
                return {"sees": True, "message": seen(world, message)}
    if button and _below(person, button):
        return {"sees": True, "message": None}
    wanted = only_toast or text
    for tap in reversed(world.taps.values()) if wanted else ():
        if _told(tap, person, since, wanted):
            return {"sees": True, "message": None, "toast": toast(tap)}
    return None


def _shows(message: Message, text: str, button: str) -> bool:
    if button:
        labels = [key["text"] for row in keyboard(message.body) for key in row]
        return any(label.startswith(button) for label in labels)
    return text in words(message.body)[0]


def _below(person: Person, label: str) -> bool:
    rows: list[Any] = (person.reply_keyboard or {}).get("keyboard", [])
    return any(key["text"].startswith(label) for row in rows for key in row)


def _told(tap: Tap, person: Person, since: int, text: str) -> bool:
    return tap.person == person.key and tap.answered and tap.cursor > since and text in tap.text


async def sees(request: web.Request) -> web.Response:
    """Waits until the phone shows it; 409 with the chat as text when it does not."""
    world, wish = world_of(request), await body_of(request)
    person = world.person(request.match_info["key"])
    if not any(wish.get(name) for name in ("text", "button", "toast")):
        raise Trouble(400, "say what: text, button or toast")
    deadline = time.monotonic() + number(wish.get("timeout"), "timeout", SEES_TIMEOUT)
    while True:
        found = look(world, person, wish)
        if found is not None:
            return answer(found)
        left = deadline - time.monotonic()
        if left <= 0 or world.closing:
            what = next(wish[n] for n in ("text", "button", "toast") if wish.get(n))
            shown = transcript(world, person)
            raise Trouble(409, f"{person.key} does not see {what!r}. The chat:\n{shown}")
        await world.pulse.wait(left)


def routes() -> list[web.RouteDef]:
    """Waiting."""
    return [
        web.get("/sim/idle", idle),
        web.post("/sim/people/{key}/sees", sees),
    ]
