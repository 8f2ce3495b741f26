"""The canaries, and every form in which one may lie somewhere."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from urllib.parse import quote

WORD = "Zxkenarizx"
TEXT = f"{WORD} ñandú žluťoučký"  # free text: typed, captions, names of files
BYTES = b"\x00\xffkenari-bukti-\x01\xfe" + WORD.encode()  # inside evidence
NIP = "199012312015041987"
PHONE = "+6281298760543"
TOKEN = "7654321098:AAZxkenaritokenZxkenaritoken_1234567"
SECRET_KEY = "Zxkenari/secret key+that is long enough"
WEBHOOK = "Zxkenari-webhook-secret"
METRICS = "Zxkenari-metrics-token"
PASSWORD = "Zxkenari-database-password"
AUTHENTICATOR = "ZXKENARI2345ZXKENARI2345ZXKENARI"  # the secret of a second factor
RECOVERY = "ZXKENAR234"
GROUPED = "ZXKEN-AR234"  # as it is shown and typed

SPELLINGS = (
    "6281298760543",
    "081298760543",
    "0812-9876-0543",
    "0812 9876 0543",
    "+62 812-9876-0543",
    "19901231 201504 1 987",
)
EVERY = (WORD, "ñandú", "žluťoučký", NIP, PHONE, *SPELLINGS, TOKEN.partition(":")[2], SECRET_KEY,
         WEBHOOK, METRICS, PASSWORD, AUTHENTICATOR, RECOVERY, GROUPED, "kenari-bukti")  # fmt: skip


def found(content: bytes) -> set[str]:
    """Canaries that these bytes hold in any form, whatever the case of their letters."""
    low = content.lower()
    return {canary for canary in EVERY if any(form in low for form in _forms(canary))}


def _forms(canary: str) -> set[bytes]:
    return {form.lower() for form in forms(canary) if len(form) >= 5}


def forms(canary: str) -> Iterator[bytes]:
    """As text, in UTF-16, in hexadecimal, in base64 wherever it begins, in JSON, in an address."""
    plain = canary.encode()
    yield plain
    yield canary.encode("utf-16-le")
    yield canary.encode("utf-16-be")
    yield plain.hex().encode()
    yield json.dumps(canary)[1:-1].encode()
    yield quote(canary).encode()
    yield quote(canary, safe="").encode()
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + plain)
        yield whole[-(-before * 4 // 3) + (before > 0) : len(plain) // 3 * 4 - 4]
