"""What Telegram hands to a Mini App when it opens: who opened it and when, signed by Telegram.

The signature is an HMAC with a key made of the bot's token, over all fields but itself; the field
`signature`, which is for those who do not know the token, is one of them and proves nothing here.
https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl

FRESH = timedelta(minutes=10)
"""How old a launch may be when it is handed over: a page is opened in seconds."""
AHEAD = timedelta(minutes=1)
"""By how much Telegram's clock may run before ours."""
LONGEST, MOST_FIELDS = 8192, 40


class BadLaunch(Exception):
    """Not signed by Telegram for this bot, or not as Telegram writes it."""


@dataclass(frozen=True, slots=True)
class Launch:
    """`number` tells one launch from every other, and nothing of the person."""

    telegram_id: int
    at: datetime
    number: str

    def is_fresh(self, now: datetime) -> bool:
        """Whether it may begin a session now, by either of two clocks that differ a little."""
        return -AHEAD <= now - self.at <= FRESH


def read_launch(data: str, token: str) -> Launch:
    """The launch that `data` (`tgWebAppData`, still encoded) tells of. Raises BadLaunch."""
    fields = _fields(data)
    signed = "\n".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "hash")
    key = hmac.digest(b"WebAppData", token.encode(), sha256)
    mac = hmac.digest(key, _bytes(signed), sha256).hex()
    if not hmac.compare_digest(_bytes(fields.get("hash", "")), mac.encode()):
        raise BadLaunch
    try:
        user = json.loads(fields["user"])["id"]
        at = datetime.fromtimestamp(int(fields["auth_date"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError, RecursionError) as fault:
        raise BadLaunch from fault
    if not isinstance(user, int) or isinstance(user, bool):
        raise BadLaunch
    return Launch(user, at, sha256(mac.encode()).hexdigest()[:32])


def _fields(data: str) -> dict[str, str]:
    if len(data) > LONGEST:
        raise BadLaunch
    try:
        pairs = parse_qsl(
            data, keep_blank_values=True, strict_parsing=True, errors="strict",
            max_num_fields=MOST_FIELDS,
        )  # fmt: skip
    except ValueError as fault:
        raise BadLaunch from fault
    fields = dict(pairs)
    if len(fields) < len(pairs):  # which of two with one name was signed cannot be told
        raise BadLaunch
    return fields


def _bytes(text: str) -> bytes:
    """Of any text that a client may send, well-formed or not."""
    return text.encode("utf-8", "surrogatepass")


def is_dark(colour: str) -> bool | None:
    """Whether a background like `#17212b` is dark; None for anything else."""
    digits = colour.removeprefix("#")
    if len(digits) != 6 or not all(one in "0123456789abcdefABCDEF" for one in digits):
        return None
    red, green, blue = bytes.fromhex(digits)
    return 299 * red + 587 * green + 114 * blue < 128_000
