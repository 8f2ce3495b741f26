"""Whom a call speaks to: users and chats in Bot API form, and why a chat can't be reached."""

from typing import Any

from sandbox.errors import bad, forbidden
from sandbox.model import Chat, Group, Json, Person
from sandbox.world import World


def user(person: Person) -> Json:
    """A person as the User object of the Bot API."""
    if person.deactivated:
        return {"id": person.id, "is_bot": False, "first_name": ""}
    shown: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    for name in ("last_name", "username", "language_code"):
        if getattr(person, name):
            shown[name] = getattr(person, name)
    return shown


def bot_user(world: World) -> Json:
    """The bot as a User object."""
    bot = world.bot
    if bot is None:
        return {"id": 0, "is_bot": True, "first_name": "Bot", "username": "sandbox_bot"}
    name = world.profile["names"].get("name:", "") or bot.first_name
    return {"id": bot.id, "is_bot": True, "first_name": name, "username": bot.username}


def chat_object(chat: Chat) -> Json:
    """A person or a group as the Chat object of the Bot API."""
    if isinstance(chat, Group):
        return {"id": chat.id, "type": chat.kind, "title": chat.title}
    shown: Json = {"id": chat.id, "type": "private", "first_name": chat.first_name}
    for name in ("last_name", "username"):
        if getattr(chat, name):
            shown[name] = getattr(chat, name)
    return shown


def address(world: World, given: Any) -> Chat:
    """The chat behind a `chat_id`. Raises Telegram's refusals for empty and unknown ones."""
    if given in (None, ""):
        raise bad("chat_id is empty")
    try:
        chat = world.chats.get(int(given))
    except ValueError:
        chat = None
    if chat is None:
        if world.bot is not None and str(given) == str(world.bot.id):
            raise forbidden("bot can't send messages to the bot")
        raise bad("chat not found")
    if isinstance(chat, Group) and chat.moved_to and int(given) != chat.moved_to:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    return chat


def reachable(world: World, given: Any) -> Chat:
    """The chat behind a `chat_id` if the bot may write there; else Telegram's 403."""
    chat = address(world, given)
    if isinstance(chat, Person):
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
    elif chat.bot_status != "member":
        kind = "supergroup" if chat.kind == "supergroup" else "group"
        raise forbidden(f"bot was kicked from the {kind} chat")
    return chat


def private(chat: Chat) -> bool:
    """Whether this is a private chat."""
    return isinstance(chat, Person)
