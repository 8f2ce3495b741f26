"""People press buttons: inline ones, forged ones, and those in place of the keyboard."""

import secrets
from typing import Any

from sandbox.chats import chat_object, user
from sandbox.errors import Trouble
from sandbox.messages import quoted
from sandbox.model import Json, Message, Person, Tap
from sandbox.people.saying import chat_of, follows, says
from sandbox.people.sharing import shares_contact
from sandbox.world import World

DATA_BYTES = 64


def taps(
    world: World,
    key: str,
    label: str | None = None,
    data: str | None = None,
    message_id: int | None = None,
) -> Json:
    """Presses a button by its label, or sends any callback data. Answers what happened."""
    person = world.person(key)
    if data is not None:
        return _forged(world, person, data, message_id)
    if not label:
        raise Trouble(400, "say which button: label or data")
    message, button = _search(world, person, label, message_id)
    exact = button is not None and button["text"] == label
    if not exact and message_id is None:
        below = _reply_button(person, label)
        if below is not None and (button is None or below["text"] == label):
            return _press_below(world, person, below)
    if message is None or button is None:
        raise Trouble(404, f"{key} sees no button {label!r}; there are: {_labels(world, person)}")
    if "callback_data" in button:
        return _press(world, person, message, button["callback_data"])
    return _other(world, person, message, button)


def phone(world: World, person: Person) -> list[Message]:
    """Everything a person's phone shows, newest first."""
    groups = [group.id for group in world.groups.values() if person.key in group.members]
    own = [m for m in reversed(world.by_chat.get(person.id, [])) if not m.deleted]
    if not groups:
        return own
    found = [m for chat in groups for m in world.by_chat.get(chat, []) if not m.deleted]
    return sorted(own + found, key=lambda message: -message.id)


def rows(message: Message) -> list[Json]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _search(
    world: World, person: Person, label: str, number: int | None
) -> tuple[Message | None, Json | None]:
    messages = phone(world, person)
    if number is not None:
        one = world.messages.get(int(number))
        messages = [one] if one is not None else []
    for message in messages:
        buttons = rows(message)
        found = next((b for b in buttons if b["text"] == label), None)
        found = found or next((b for b in buttons if b["text"].startswith(label)), None)
        if found is not None:
            return message, found
    return None, None


def _labels(world: World, person: Person) -> str:
    newest = next((m for m in phone(world, person) if rows(m)), None)
    shown = [b["text"] for b in rows(newest)] if newest else []
    below = (person.reply_keyboard or {}).get("keyboard", [])
    shown += [b["text"] for row in below for b in row]
    return ", ".join(shown) or "none"


def _reply_button(person: Person, label: str) -> Json | None:
    lines = (person.reply_keyboard or {}).get("keyboard", [])
    buttons: list[Json] = [button for row in lines for button in row]
    exact = next((b for b in buttons if b["text"] == label), None)
    return exact or next((b for b in buttons if b["text"].startswith(label)), None)


def _press_below(world: World, person: Person, button: Json) -> Json:
    if button.get("request_contact"):
        return {"message_id": shares_contact(world, person.key).id}
    if button.get("request_location"):
        raise Trouble(400, "this button asks for a place: use shares_location")
    if button.get("web_app"):
        return {"opened": button["web_app"]["url"]}
    return {"message_id": says(world, person.key, button["text"]).id}


def _other(world: World, person: Person, message: Message, button: Json) -> Json:
    if "url" in button:
        address = str(button["url"])
        name = world.bot.username.lower() if world.bot else ""
        if f"t.me/{name}" in address.lower() or f"domain={name}" in address.lower():
            return {"message_id": follows(world, person.key, address).id, "opened": address}
        return {"message_id": message.id, "opened": address}
    if "copy_text" in button:
        return {"message_id": message.id, "copied": button["copy_text"]["text"]}
    if "web_app" in button:
        return {"message_id": message.id, "opened": button["web_app"]["url"]}
    raise Trouble(409, "the sandbox can't press this kind of button")


def _forged(world: World, person: Person, data: str, number: int | None) -> Json:
    """Any callback data, on the message named or on the newest one of the bot."""
    if not 1 <= len(str(data).encode()) <= DATA_BYTES:
        raise Trouble(400, "callback data is 1 to 64 bytes")
    if number is None:
        message = next((m for m in phone(world, person) if m.sender == "bot"), None)
    else:
        message = world.messages.get(int(number))
    if message is None:
        raise Trouble(404, f"{person.key} has no message to tap on")
    return _press(world, person, message, str(data))


def _press(world: World, person: Person, message: Message, data: str) -> Json:
    chat = world.chats[message.chat]
    chat_of(world, person, None if chat is person else chat.key)
    tap = Tap(
        str(secrets.randbelow(9 * 10**18) + 10**17),
        person.key,
        message.id,
        data,
        world.clock.now(),
    )
    if world.faults.loses_tap(chat.key):
        world.events.tell("fault")
        return {"callback_query_id": tap.id, "message_id": message.id}
    inside: Any = quoted(message)
    if message.deleted:
        inside = {"chat": chat_object(chat), "message_id": message.id, "date": 0}
    body: Json = {
        "id": tap.id,
        "from": user(person),
        "message": inside,
        "chat_instance": str(abs(message.chat) * 7919),
        "data": data,
    }
    world.ledger.touch()
    update = world.updates.add("callback_query", body, chat.id)
    if update is not None:
        world.add_tap(tap)
        message.updates.append(update.id)
        if world.faults.repeats_tap(chat.key):
            world.updates.add("callback_query", body, chat.id)
    tap.cursor = world.events.tell(
        "tap",
        person=person.key,
        callback_query_id=tap.id,
        message_id=message.id,
        data=data,
    )
    world.keep_tap(tap)
    return {"callback_query_id": tap.id, "message_id": message.id}
