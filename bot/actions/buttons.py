"""What a button carries, within 64 bytes.

Reading buttons: `r.<place>.<mac>`, bound to the person, change nothing, may be pressed for ever.
Acting buttons: `a.<token>.<index>.<mac>`; the token names a row that is spent once by its owner.

Bound to the person and, because only private chats are served, to the person's chat with the bot;
to the account's epoch, which ends them all when a right changes; and to what their screen showed:
the row keeps each act with its arguments, among them a version or `bot.rules.stamps.stamp` of
whatever can have changed since. What a period allows is asked again by the act itself.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from sqlmodel import Session

from bot.screens import Button, File, Place, Screen, Style
from bot.texts import words
from storage import keyboards
from storage.columns import vault_of

MAC_BYTES = 6
MAC_LETTERS = 8
LIMIT = 64
LASTS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Key:
    """A button as it leaves for Telegram: a label with data, a link or a Mini App."""

    label: str
    data: str | None = None
    url: str | None = None
    app: str | None = None
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Drawn:
    """A screen with its buttons issued to one person."""

    screen: Screen
    rows: Sequence[Sequence[Key]]
    notice: str = ""

    @property
    def text(self) -> str:
        return self.screen.text

    @property
    def files(self) -> Sequence[File]:
        return self.screen.files


@dataclass(frozen=True, slots=True)
class Reading:
    place: Place


@dataclass(frozen=True, slots=True)
class Acting:
    token: str
    index: int


def issue(session: Session, screen: Screen, owner: int, epoch: int, now: datetime) -> Drawn:
    """Give every button of a screen its data; acting ones share one new row."""
    key = vault_of(session).key("buttons")
    token = secrets.token_urlsafe(16)
    acts: list[str] = []
    rows = [
        [_key(button, acts, token, owner, key) for button in row] for row in screen.rows if row
    ]
    if acts:
        keyboards.issue(session, token, owner, epoch, acts, now, now + LASTS)
    return Drawn(replace(screen, text=words.one_dot(str(screen.text))), rows)


def reading(key: bytes, owner: int, place: Place) -> str:
    """The data of a reading button for one person."""
    body = f"r.{place}"
    return f"{body}.{_mac(key, owner, body)}"


def fits(opens: Place) -> bool:
    """Whether a reading button can carry this place."""
    return len(f"r.{opens}.".encode()) + MAC_LETTERS <= LIMIT


def _key(button: Button, acts: list[str], token: str, owner: int, key: bytes) -> Key:
    if button.url is not None:
        return Key(str(button.label), url=button.url, style=button.style)
    if button.app is not None:
        return Key(str(button.label), app=button.app, style=button.style)
    if button.does is not None:
        acts.append(str(button.does))
        body = f"a.{token}.{len(acts) - 1}"
    else:
        body = f"r.{button.opens}"
    data = f"{body}.{_mac(key, owner, body)}"
    if len(data.encode()) > LIMIT:
        raise ValueError(f"button data over {LIMIT} bytes: {data}")
    return Key(str(button.label), data=data, style=button.style)


def read(key: bytes, data: str, presser: int) -> Reading | Acting | None:
    """What a pressed button means; None when it was not issued to this person by us."""
    body, _, mac = data.rpartition(".")
    if not hmac.compare_digest(_bytes(mac), _mac(key, presser, body).encode()):
        return None
    kind, _, rest = body.partition(".")
    if kind == "r":
        return Reading(Place.parse(rest))
    token, _, index = rest.rpartition(".")
    return Acting(token, int(index))


def _mac(key: bytes, owner: int, body: str) -> str:
    sealed = _begun(key).copy()
    sealed.update(_bytes(f"{owner}:{body}"))
    return base64.urlsafe_b64encode(sealed.digest()[:MAC_BYTES]).decode()


@lru_cache(maxsize=1)
def _begun(key: bytes) -> hmac.HMAC:
    """To be copied: unlike `hmac.digest` it does not give the interpreter away for each button."""
    return hmac.new(key, digestmod=hashlib.sha256)


def _bytes(text: str) -> bytes:
    """Of any text a client may send, well-formed or not."""
    return text.encode("utf-8", "surrogatepass")
