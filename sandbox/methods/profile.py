"""Commands by scope and language, the menu button, names and descriptions."""

import re
from typing import Any

from sandbox.chats import address
from sandbox.errors import bad
from sandbox.keyboards import inline_button
from sandbox.methods.request import Method, Request
from sandbox.model import Json, Person
from sandbox.world import World

SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
COMMAND = re.compile(r"[a-z0-9_]+")
NAME, DESCRIPTION, MOST = 32, 256, 100
LENGTHS = {"name": 64, "description": 512, "short_description": 120}


def _scope(request: Request) -> str:
    """The key under which a scope and language are kept."""
    scope = request.params.get("scope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad("can't parse BotCommandScope: expected an Object")
    kind = str(scope.get("type", ""))
    if kind not in SCOPES + CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    key = kind
    if kind in CHAT_SCOPES:
        key += f":{address(request.world, scope.get('chat_id')).id}"
    if kind == "chat_member":
        key += f":{scope.get('user_id')}"
    return f"{key}|{request.params.get('language_code') or ''}"


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad("can't parse BotCommand: expected an Object")
    name = str(given.get("command", "")).removeprefix("/").strip()
    words = str(given.get("description", "")).strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > NAME:
        raise bad(f"command length must not exceed {NAME}")
    if not words:
        raise bad("command description must be non-empty")
    if len(words) > DESCRIPTION:
        raise bad(f"command description length must not exceed {DESCRIPTION}")
    if not COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": name, "description": words}


async def set_my_commands(request: Request) -> bool:
    given = request.params.get("commands")
    if not isinstance(given, list):
        raise bad("can't parse commands: expected an Array")
    if len(given) > MOST:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(one) for one in given]
    key = _scope(request)
    request.check()
    return _keep(request, "commands", key, commands or None)


async def get_my_commands(request: Request) -> list[Json]:
    found: list[Json] = request.world.profile["commands"].get(_scope(request), [])
    return found


async def delete_my_commands(request: Request) -> bool:
    return _keep(request, "commands", _scope(request), None)


def _keep(request: Request, table: str, key: str, value: object) -> bool:
    if value is None:
        request.world.profile[table].pop(key, None)
    else:
        request.world.profile[table][key] = value
    request.world.keep_settings()
    request.world.events.tell("commands")
    return True


def commands_for(world: World, person: Person) -> list[Json]:
    """What a person sees in the private chat: chat, all private chats, default; each first in
    the person's language."""
    table = world.profile["commands"]
    for scope in (f"chat:{person.id}", "all_private_chats", "default"):
        for language in (person.language_code, ""):
            found: list[Json] = table.get(f"{scope}|{language}", [])
            if found:
                return found
    return []


async def set_chat_menu_button(request: Request) -> bool:
    button = request.params.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict):
        raise bad("MenuButton must be an Object")
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad("MenuButton has unsupported type")
    if button["type"] == "web_app":
        inline_button({"text": button.get("text"), "web_app": button.get("web_app")}, True)
    given = request.params.get("chat_id")
    key = str(address(request.world, given).id) if given else ""
    request.check()
    kept = {name: value for name, value in button.items() if value is not None}
    return _keep(request, "menu", key, None if kept["type"] == "default" else kept)


async def get_chat_menu_button(request: Request) -> Json:
    given = request.params.get("chat_id")
    if not given:
        return dict(request.world.profile["menu"].get("", {"type": "default"}))
    chat = address(request.world, given)
    return menu_button(request.world, chat.id)


def menu_button(world: World, chat: int) -> Json:
    """The menu button in a chat: its own, else the bot's default, else the commands."""
    menu = world.profile["menu"]
    return dict(menu.get(str(chat)) or menu.get("") or {"type": "commands"})


def setter(field: str) -> Method:
    """setMyName and its like."""

    async def set_it(request: Request) -> bool:
        value = str(request.params.get(field) or "").strip()
        if len(value) > LENGTHS[field]:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        key = f"{field}:{request.params.get('language_code') or ''}"
        return _keep(request, "names", key, value or None)

    return set_it


def getter(field: str) -> Method:
    """getMyName and its like: in the language asked for, else in none."""

    async def get_it(request: Request) -> Json:
        names = request.world.profile["names"]
        key = f"{field}:{request.params.get('language_code') or ''}"
        bot = request.world.bot
        default = bot.first_name if field == "name" and bot else ""
        return {field: names.get(key) or names.get(f"{field}:") or default}

    return get_it


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyName": setter("name"),
    "getMyName": getter("name"),
    "setMyDescription": setter("description"),
    "getMyDescription": getter("description"),
    "setMyShortDescription": setter("short_description"),
    "getMyShortDescription": getter("short_description"),
}
