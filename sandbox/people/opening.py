"""People open a Mini App: its address with the launch data that Telegram would hand over."""

import hmac
import json
import secrets
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from sandbox.errors import Trouble
from sandbox.methods.profile import menu_button
from sandbox.model import Json, Person
from sandbox.people.saying import chat_of
from sandbox.people.tapping import phone
from sandbox.world import World

VERSION, PLATFORM = "9.1", "weba"
THEMES: dict[str, Json] = {
    "light": {"bg_color": "#ffffff", "text_color": "#000000", "button_color": "#3390ec"},
    "dark": {"bg_color": "#212121", "text_color": "#ffffff", "button_color": "#8774e1"},
}


def opens(world: World, key: str, url: str, theme: str = "light") -> Json:
    """What a phone's web view is told to open. Only of buttons that this phone shows."""
    person = world.person(key)
    chat_of(world, person, None)
    if world.bot is None:
        raise Trouble(409, "there is no bot yet")
    if url not in _offered(world, person):
        raise Trouble(404, f"{key} sees no button that opens {url}")
    if theme not in THEMES:
        raise Trouble(400, "theme is light or dark")
    told = {
        "tgWebAppData": launch_data(world, person, world.bot.token),
        "tgWebAppVersion": VERSION,
        "tgWebAppPlatform": PLATFORM,
        "tgWebAppThemeParams": json.dumps(THEMES[theme]),
    }
    return {"url": f"{url}#{urlencode(told, quote_via=quote)}"}


def launch_data(world: World, person: Person, token: str) -> str:
    """Fields about the launch, signed with a key made of the bot's token as Telegram does."""
    user: Json = {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "allows_write_to_pm": True,
    }
    user = {name: value for name, value in user.items() if value != ""}
    fields = {
        "query_id": secrets.token_urlsafe(18),
        "user": json.dumps(user, ensure_ascii=False, separators=(",", ":")),
        "auth_date": str(int(world.clock.now())),
        # Telegram's own key makes it; bots that know their token have no need of it.
        "signature": secrets.token_urlsafe(64),
    }
    checked = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.digest(b"WebAppData", token.encode(), sha256)
    fields["hash"] = hmac.digest(key, checked.encode(), sha256).hex()
    return urlencode(fields, quote_via=quote)


def _offered(world: World, person: Person) -> set[str]:
    """Addresses of all Mini Apps that this phone can open with what they are told."""
    shown = [one.body.get("reply_markup", {}) for one in phone(world, person)]
    buttons: list[Json] = [
        button for markup in shown for row in markup.get("inline_keyboard", []) for button in row
    ]
    buttons.append(menu_button(world, person.id) or {})
    found: list[Any] = [button.get("web_app") for button in buttons]
    return {str(app["url"]) for app in found if isinstance(app, dict) and "url" in app}
