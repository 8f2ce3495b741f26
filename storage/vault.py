"""Keys derived from SECRET_KEY: sealed columns, blind indexes, buttons."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_ID = b"\x01"
NONCE = 12


class CannotOpenError(ValueError):
    """The value was sealed with another SECRET_KEY, or was altered."""


class Vault:
    """Everything that is made from the one secret, each purpose with a key of its own."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._keys: dict[str, bytes] = {}
        self._cipher = AESGCM(self.key("columns"))
        self._index = self.key("index")

    def key(self, purpose: str) -> bytes:
        """32 bytes for one purpose."""
        if purpose not in self._keys:
            made = hmac.digest(self._secret, b"teladan/" + purpose.encode(), hashlib.sha256)
            self._keys[purpose] = made
        return self._keys[purpose]

    def seal_bytes(self, content: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return KEY_ID + nonce + self._cipher.encrypt(nonce, content, KEY_ID)

    def open_bytes(self, sealed: bytes) -> bytes:
        """The content again. Raises CannotOpenError."""
        key_id, nonce, content = sealed[:1], sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        if key_id != KEY_ID:
            raise CannotOpenError
        try:
            return self._cipher.decrypt(nonce, content, KEY_ID)
        except InvalidTag as fault:
            raise CannotOpenError from fault

    def seal(self, text: str) -> bytes:
        return self.seal_bytes(text.encode())

    def open(self, sealed: bytes) -> str:
        return self.open_bytes(sealed).decode()

    def index(self, text: str) -> bytes:
        """A keyed hash by which an equal value is found without being readable."""
        return hmac.digest(self._index, text.encode(), hashlib.sha256)[:16]
