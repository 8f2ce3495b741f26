"""What may be posted to the webhook: bytes that are JSON, nearly JSON, or nothing of the kind."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.web.site import HEADER, LARGEST
from tests.fuzz.acting import Json

SECRET = "a-secret-of-the-webhook"
UPDATE, REFUSED = frozenset({200}), frozenset({400, 403, 413})


@dataclass(frozen=True)
class Post:
    """A request and the answers that are fit for it."""

    body: bytes
    answers: frozenset[int]
    headers: dict[str, str] = field(default_factory=lambda: {HEADER: SECRET})


def post(dice: random.Random, update: Json) -> Post:
    """An update as Telegram would post it, or spoiled on the way."""
    whole = json.dumps(update).encode()
    made = dice.choice(SPOILT)(dice, whole) if dice.random() < 0.5 else Post(whole, UPDATE)
    return replace(made, answers=REFUSED) if len(made.body) > LARGEST else made


def _cut(dice: random.Random, whole: bytes) -> Post:
    return Post(whole[: dice.randrange(len(whole))], REFUSED)


def _flipped(dice: random.Random, whole: bytes) -> Post:
    at = dice.randrange(len(whole))
    changed = whole[:at] + bytes([whole[at] ^ 1 << dice.randrange(8)]) + whole[at + 1 :]
    return Post(changed, UPDATE | REFUSED)


def _not_utf8(dice: random.Random, whole: bytes) -> Post:
    return Post(whole.replace(b'": ', b'\xff\xfe": ', 1), REFUSED | UPDATE)


def _other_encoding(dice: random.Random, whole: bytes) -> Post:
    coding = dice.choice(("utf-16", "utf-32", "utf-8-sig"))
    return Post(whole.decode().encode(coding), REFUSED | UPDATE)


def _strange_type(dice: random.Random, whole: bytes) -> Post:
    kind = dice.choice(("application/json; charset=klingon", "text/plain", "a/b; charset="))
    return Post(whole, UPDATE, {HEADER: SECRET, "Content-Type": kind})


def _nested(dice: random.Random, _: bytes) -> Post:
    depth = dice.choice((500, 5_000, 100_000))
    opened, closed = dice.choice(((b"[", b"]"), (b'{"a":', b"}")))
    inside = opened * depth + b"1" + closed * depth
    return Post(b'{"update_id":1,"message":' + inside + b"}", REFUSED | UPDATE)


def _numbers(dice: random.Random, _: bytes) -> Post:
    number = dice.choice((b"9" * 5_000, b"1e999", b"NaN", b"-Infinity", b"-1", b"1.0", b"true",
                          b"9223372036854775808"))  # fmt: skip
    return Post(b'{"update_id":' + number + b"}", REFUSED)


def _twice(dice: random.Random, whole: bytes) -> Post:
    """Duplicate keys: the last one counts."""
    return Post(whole[:-1] + b', "message": null, "message": {}}', UPDATE)


def _no_update(dice: random.Random, _: bytes) -> Post:
    return Post(dice.choice((b"", b"null", b"[]", b"{}", b'"x"', b"\0", b"{]", b"7")), REFUSED)


def _too_long(dice: random.Random, whole: bytes) -> Post:
    return Post(whole + b" " * LARGEST, REFUSED)


def _wrong_secret(dice: random.Random, whole: bytes) -> Post:
    wrong = dice.choice(("", SECRET[:-1], SECRET + "x", SECRET.upper(), "é" * 20))
    return Post(whole, frozenset({403}), {HEADER: wrong})


def _no_secret(dice: random.Random, whole: bytes) -> Post:
    return Post(whole, frozenset({403}), {})


SPOILT: tuple[Callable[[random.Random, bytes], Post], ...] = (
    _cut,
    _flipped,
    _not_utf8,
    _other_encoding,
    _strange_type,
    _nested,
    _numbers,
    _twice,
    _no_update,
    _too_long,
    _wrong_secret,
    _no_secret,
)
