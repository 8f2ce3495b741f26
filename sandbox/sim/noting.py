"""Writing down what was just done, and what the phone showed for it."""

from __future__ import annotations

from typing import Any

from sandbox.model import Json, Message, Person
from sandbox.people.tapping import phone, rows
from sandbox.recording import Act, act
from sandbox.seen import words
from sandbox.world import World

LONGEST = 60


def note(world: World, key: str, verb: str, *given: Any, **named: Any) -> None:
    """One more line while a recording is on; `key` "" for clock and faults."""
    recording = world.recording
    if not recording.on:
        return
    settle(world)
    since = world.events.cursor if key else 0
    recording.acts.append(Act(act(key, verb, *given, **named), key, since))
    world.events.tell("recording", **recording.show())


def settle(world: World) -> None:
    """What the last phone shows by now becomes what the test expects to see there."""
    acts = world.recording.acts
    last = acts[-1] if acts else None
    if last is None or not last.since:
        return
    shown = _newest(world, world.person(last.key), last.since)
    last.since = 0
    if shown:
        acts.append(Act(act(last.key, "sees", shown), seen=True))


def said(world: World, verb: str, body: Json, happened: Json) -> tuple[list[Any], Json]:
    """What a verb was given, as its line in Python names it."""
    if verb == "taps":
        return [_label(world, body, happened)], {}
    named = {name: value for name, value in body.items() if name != "wait" and value is not None}
    given = [named.pop(name) for name in ("text", "link", "url", "secret") if name in named]
    return given, named


def _label(world: World, body: Json, happened: Json) -> Any:
    """A press is written by its button's label; a forged one by its data."""
    if body.get("label"):
        return body["label"]
    message = world.messages.get(happened.get("message_id") or 0)
    shown = rows(message) if message is not None else []
    found = (one["text"] for one in shown if one.get("callback_data") == body.get("data"))
    return next(found, body.get("data"))


def _newest(world: World, person: Person, since: int) -> str:
    """The first line of the newest message of the bot that came or changed since then."""
    for message in phone(world, person):
        if message.sender == "bot" and message.cursor > since:
            return _first_line(message)
    return ""


def _first_line(message: Message) -> str:
    text = words(message.body)[0].strip()
    return text.splitlines()[0][:LONGEST] if text else ""
