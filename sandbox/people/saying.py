"""People write, edit, forward, follow links; and what of it reaches the bot."""

import re
from urllib.parse import parse_qs, urlsplit

from sandbox.errors import Trouble
from sandbox.messages import changed, post, quoted
from sandbox.methods.copying import content_of, origin
from sandbox.model import BOT, Chat, Group, Json, Message, Person
from sandbox.people.blocking import unblocks
from sandbox.seen import words
from sandbox.text.formatted import tidy
from sandbox.world import World

START = re.compile(r"[A-Za-z0-9_-]{1,64}")
TEXT_LENGTH = 4096


def chat_of(world: World, person: Person, chat: str | None) -> Chat:
    """The chat in which a person acts: the private one with the bot, or a group by its key."""
    if person.deactivated:
        raise Trouble(409, f"{person.key} has deleted the account")
    if chat in (None, "", person.key):
        if person.blocked:
            raise Trouble(409, f"{person.key} has blocked the bot; unblock it first")
        if not person.started:
            person.started = True
            world.keep_chat(person)
            world.events.tell("people")
        return person
    group = world.groups.get(str(chat))
    if group is None:
        raise Trouble(404, f"there is no group called {chat}")
    if person.key not in group.members:
        raise Trouble(409, f"{person.key} is not in {chat}")
    return group


def put(world: World, person: Person, chat: Chat, content: Json) -> Message:
    """A message of a person, and the update that tells the bot if it may hear it."""
    message = post(world, chat, person, content)
    if hears(world, chat, message):
        note(world, "message", message)
    _one_time(world, person, chat)
    return message


def note(world: World, kind: str, message: Message) -> None:
    """Queues an update that carries this message."""
    update = world.updates.add(kind, dict(message.body), message.chat)
    world.ledger.touch()
    if update is not None:
        message.updates.append(update.id)


def hears(world: World, chat: Chat, message: Message) -> bool:
    """Privacy mode: in groups the bot hears commands, its name, answers to it and services."""
    if not isinstance(chat, Group):
        return True
    if chat.bot_status != "member":
        return False
    body, name = message.body, f"@{world.bot.username if world.bot else ''}".lower()
    if body.get("reply_to_message", {}).get("from", {}).get("is_bot"):
        return True
    text, entities = words(body)
    for entity in entities:
        piece = text[entity["offset"] : entity["offset"] + entity["length"]].lower()
        if entity["type"] == "bot_command" and ("@" not in piece or piece.endswith(name)):
            return True
        if entity["type"] == "mention" and piece == name:
            return True
    return not text and "from" in body and "new_chat_members" in body


def _one_time(world: World, person: Person, chat: Chat) -> None:
    keyboard = person.reply_keyboard
    if chat is not person or keyboard is None:
        return
    if keyboard.get("force_reply"):
        person.reply_keyboard = None
    elif keyboard.get("one_time_keyboard") and not keyboard.get("hidden"):
        person.reply_keyboard = keyboard | {"hidden": True}
    else:
        return
    world.keep_chat(person)
    world.events.tell(
        "reply_keyboard", person=person.key, chat=person.key, reply_keyboard=person.reply_keyboard
    )


def visible(world: World, person: Person, number: object) -> Message:
    """A message that this person can see. Raises Trouble 404."""
    try:
        message = world.messages.get(int(str(number)))
    except ValueError:
        message = None
    if message is None or message.deleted or person not in world.members(message.chat):
        raise Trouble(404, f"{person.key} sees no message {number}")
    return message


def says(
    world: World, key: str, text: str, reply_to: int | None = None, chat: str | None = None
) -> Message:
    """Somebody sends a text."""
    person = world.person(key)
    where = chat_of(world, person, chat)
    formatted = tidy(str(text), [])
    if not formatted.text:
        raise Trouble(400, "the text is empty")
    if len(formatted.text) > TEXT_LENGTH:
        raise Trouble(400, "the text is longer than 4096 characters")
    content: Json = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.entities
    if reply_to:
        content["reply_to_message"] = quoted(visible(world, person, reply_to))
    return put(world, person, where, content)


def follows(world: World, key: str, link: str) -> Message:
    """Opens a deep link of this bot and presses Start."""
    parts = urlsplit(link if "//" in link else f"https://{link}")
    query = parse_qs(parts.query)
    path = parts.path.strip("/").lower()
    if parts.scheme == "tg":
        path = query.get("domain", [""])[0].lower()
    elif (parts.hostname or "").lower() not in ("t.me", "telegram.me"):
        raise Trouble(400, "that is no t.me link")
    if world.bot is None or path != world.bot.username.lower():
        raise Trouble(404, f"that link leads to {path or 'nobody'}, not to the bot here")
    payload = query.get("start", [""])[0]
    if payload and not START.fullmatch(payload):
        raise Trouble(400, "a start payload is 1 to 64 characters of A-Z a-z 0-9 _ -")
    person = world.person(key)
    if person.blocked:
        unblocks(world, key)
    return says(world, key, f"/start {payload}".strip())


def edits(world: World, key: str, number: int, text: str) -> Message:
    """Somebody corrects a message of their own."""
    person = world.person(key)
    message = visible(world, person, number)
    if message.sender != key:
        raise Trouble(409, "people edit their own messages only")
    formatted = tidy(str(text), [])
    names = ("text", "entities") if "text" in message.body else ("caption", "caption_entities")
    body = {name: value for name, value in message.body.items() if name not in names}
    body |= {names[0]: formatted.text, "edit_date": int(world.clock.now())}
    if formatted.entities:
        body[names[1]] = formatted.entities
    message.body = body
    changed(world, message, "edit")
    if hears(world, world.chats[message.chat], message):
        note(world, "edited_message", message)
    return message


def forwards(world: World, key: str, number: int, source: str | None = None) -> Message:
    """Somebody forwards a message they see (or one of `source`'s chat) to the bot."""
    person = world.person(key)
    owner = world.people.get(source or key, person)
    message = visible(world, owner, number)
    if message.body.get("has_protected_content"):
        raise Trouble(409, "this message is protected from forwarding")
    content = content_of(message)
    if not content:
        raise Trouble(409, "this message can't be forwarded")
    sender = message.body["from"]
    start: Json = origin(message)
    if message.sender == BOT:
        start = {"type": "user", "sender_user": sender, "date": message.body["date"]}
    where = chat_of(world, person, None)
    return put(world, person, where, {"forward_origin": start, **content})
