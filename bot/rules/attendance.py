"""The code on the wall that proves who is in the room: six digits, new every minute."""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

DIGITS = 6
SHORTEST_SECRET = 16
_MINUTE = timedelta(minutes=1)


def code_at(secret: bytes, moment: datetime) -> str:
    """The code shown during the minute of `moment` (aware); the secret belongs to one meeting.

    Truncated as in RFC 4226, over the minute since 1970. ValueError: naive moment, short secret.
    """
    if moment.tzinfo is None:
        raise ValueError("the moment must know its zone")
    if len(secret) < SHORTEST_SECRET:
        raise ValueError(f"the secret needs at least {SHORTEST_SECRET} bytes")
    minute = int(moment.timestamp() // 60)
    digest = hmac.digest(secret, minute.to_bytes(8, "big", signed=True), sha256)
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def accepts(secret: bytes, code: str, moment: datetime) -> bool:
    """Whether `code` is of this minute or of the one before; spaces and dashes do not matter."""
    said = "".join(code.replace("-", " ").split()).encode()
    shown = (code_at(secret, moment), code_at(secret, moment - _MINUTE))
    return any(hmac.compare_digest(said, valid.encode()) for valid in shown)
