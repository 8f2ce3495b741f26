"""Sessions and addresses of pages leave us sealed: unreadable to others, and not to be altered."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.screens import Place

LASTS = timedelta(hours=1)
NONCE = 12


@dataclass(frozen=True, slots=True)
class Session:
    """One person's, begun by one launch. Says who, never what they may: that is read each time.

    `account_id` ends it when the person is bound anew. `dark`: Telegram's theme, None if untold.
    """

    launch: str
    telegram_id: int
    account_id: int
    until: datetime
    dark: bool | None


class Seal:
    """Seals with one key of the vault's; what was sealed for one purpose opens for no other."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def session(self, one: Session) -> str:
        told = [one.telegram_id, one.account_id, int(one.until.timestamp()), one.dark]
        return self._close(json.dumps(told), f"session/{one.launch}")

    def open_session(self, sealed: str, launch: str, now: datetime) -> Session | None:
        """The session that this launch began, unless it is over."""
        said = self._open(sealed, f"session/{launch}")
        if said is None:
            return None
        telegram_id, account_id, until, dark = json.loads(said)
        session = Session(
            launch, telegram_id, account_id, datetime.fromtimestamp(until, UTC), dark
        )
        return session if now < session.until else None

    def address(self, place: Place, launch: str) -> str:
        """What stands in the address of a page; good in this session alone."""
        return self._close(str(place), f"address/{launch}")

    def open_address(self, sealed: str, launch: str) -> Place | None:
        said = self._open(sealed, f"address/{launch}")
        return Place.parse(said) if said is not None else None

    def _close(self, said: str, purpose: str) -> str:
        nonce = os.urandom(NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, said.encode(), purpose.encode())
        return urlsafe_b64encode(sealed).decode().rstrip("=")

    def _open(self, sealed: str, purpose: str) -> str | None:
        try:
            raw = urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            said = self._cipher.decrypt(raw[:NONCE], raw[NONCE:], purpose.encode())
        except (ValueError, InvalidTag):
            return None
        return said.decode()
