"""Clock, marks, faults, reset."""

import time
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from sandbox.errors import Trouble
from sandbox.faults import Fault
from sandbox.sim.body import answer, body_of, number, world_of
from sandbox.sim.noting import note

LONGEST_WAIT = 60.0


def moment(given: Any) -> float:
    """A moment from ISO text (UTC when it names no zone) or Unix seconds."""
    if isinstance(given, int | float):
        return float(given)
    try:
        found = datetime.fromisoformat(str(given))
    except ValueError:
        raise Trouble(400, f"{given!r} is not an ISO date") from None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def _second(now: float) -> str:
    return datetime.fromtimestamp(round(now), UTC).isoformat()


async def clock(request: web.Request) -> web.Response:
    """Held until the version differs from the one given, at most `wait` seconds."""
    world, query = world_of(request), request.query
    deadline = time.monotonic() + min(number(query.get("wait"), "wait", 0), LONGEST_WAIT)
    known = int(number(query.get("version"), "version", -1))
    while known == world.clock.version and not world.closing:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        await world.pulse.wait(left)
    return answer(world.clock.show())


async def move_clock(request: web.Request) -> web.Response:
    world, body = world_of(request), await body_of(request)
    if not {"advance", "to", "freeze"} & set(body):
        raise Trouble(400, "say advance, to or freeze")
    if "to" in body:
        world.clock.go(moment(body["to"]))
    if "advance" in body:
        world.clock.advance(number(body["advance"], "advance", 0))
    if "freeze" in body:
        world.clock.freeze(bool(body["freeze"]))
    if "to" in body or "advance" in body:
        note(world, "", "clock.to", _second(world.clock.now()))
    world.updates.expire()
    world.keep_settings()
    shown = world.clock.show()
    world.events.add("clock", lambda: world.clock.show())
    return answer(shown)


async def set_marks(request: web.Request) -> web.Response:
    world = world_of(request)
    given = await request.json()
    if not isinstance(given, list):
        raise Trouble(400, "marks are a list of {at, label}")
    marks = []
    for one in given:
        if not isinstance(one, dict) or "at" not in one:
            raise Trouble(400, "a mark is {at, label}")
        when = datetime.fromtimestamp(moment(one["at"]), UTC)
        marks.append({"at": when.isoformat(), "label": str(one.get("label", ""))})
    world.marks = sorted(marks, key=lambda mark: mark["at"])
    world.keep_settings()
    world.events.tell("marks", marks=world.marks)
    return answer(world.marks)


async def add_fault(request: web.Request) -> web.Response:
    world = world_of(request)
    fault = world.faults.add(await body_of(request))
    world.events.tell("fault")
    planned = asdict(fault)
    usual = Fault(0, fault.kind)
    differs = {n: v for n, v in planned.items() if n != "id" and v != getattr(usual, n)}
    note(world, "", "fails", **{"kind": fault.kind, **differs})
    return answer(planned)


async def show_faults(request: web.Request) -> web.Response:
    return answer(world_of(request).faults.show())


async def clear_faults(request: web.Request) -> web.Response:
    world = world_of(request)
    world.faults.clear()
    note(world, "", "heals")
    world.events.tell("fault")
    return answer([])


async def reset(request: web.Request) -> web.Response:
    world_of(request).reset()
    return answer({})


def routes() -> list[web.RouteDef]:
    """Steering the world."""
    return [
        web.get("/sim/clock", clock),
        web.post("/sim/clock", move_clock),
        web.put("/sim/marks", set_marks),
        web.post("/sim/faults", add_fault),
        web.get("/sim/faults", show_faults),
        web.delete("/sim/faults", clear_faults),
        web.post("/sim/reset", reset),
    ]
