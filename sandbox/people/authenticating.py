"""The authenticator app on a person's phone: keys kept, and their codes by the sandbox's clock."""

import base64
import binascii
import hmac
import re
from urllib.parse import parse_qs, unquote, urlsplit

from sandbox.errors import Trouble
from sandbox.model import Json
from sandbox.world import World

STEP = 30


def keeps_key(world: World, key: str, written: str, label: str = "") -> Json:
    """Takes in a key, as base32 however grouped or as an `otpauth://` address."""
    secret, name = _read(written)
    person = world.person(key)
    entry = {"label": label or name, "secret": secret}
    person.keys = [*(one for one in person.keys if one["label"] != entry["label"]), entry]
    world.keep_chat(person)
    return {"label": entry["label"]}


def codes(world: World, key: str) -> list[Json]:
    """What the app shows now, and for how many seconds more."""
    now = world.clock.now()
    step, left = int(now // STEP), STEP - int(now % STEP)
    return [
        {"label": one["label"], "code": code(one["secret"], step), "seconds": left}
        for one in world.person(key).keys
    ]


def code(secret: str, step: int) -> str:
    """The six digits of a step (RFC 6238 with SHA-1, as every app does it)."""
    digest = hmac.digest(_bytes(secret), step.to_bytes(8, "big"), "sha1")
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def _read(written: str) -> tuple[str, str]:
    text, name = written.strip(), "Kode"
    if text.startswith("otpauth://"):
        address = urlsplit(text)
        name = unquote(address.path.lstrip("/")) or name
        text = (parse_qs(address.query).get("secret") or [""])[0]
    secret = re.sub(r"[\s-]", "", text).upper()
    try:
        found = _bytes(secret)
    except binascii.Error:
        found = b""
    if not found:
        raise Trouble(400, "this is no key of an authenticator")
    return secret, name


def _bytes(secret: str) -> bytes:
    return base64.b32decode(secret + "=" * (-len(secret) % 8))
