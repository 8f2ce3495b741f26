"""Launch data as Telegram makes them, written from its documentation and not from our code."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from urllib.parse import quote

TOKEN = "700000001:kotak-pasir-teladan-bukan-token-rahasia"


def launch(telegram_id: int, at: datetime, *, token: str = TOKEN, query: str = "AAH1") -> str:
    """`tgWebAppData` of one press of a button."""
    fields = [
        ("query_id", query),
        ("user", json.dumps({"id": telegram_id, "first_name": "Sari", "language_code": "id"})),
        ("auth_date", str(int(at.timestamp()))),
        ("signature", "c2lnbmF0dXJlIG9mIGEga2V5IHRoYXQgb25seSBUZWxlZ3JhbSBoYXM"),
    ]
    return signed(fields, token)


def signed(fields: list[tuple[str, str]], token: str = TOKEN) -> str:
    """Any fields with the hash that belongs to them."""
    lines = "\n".join(sorted(f"{name}={value}" for name, value in fields))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256)
    mac = hmac.new(key.digest(), lines.encode(), hashlib.sha256).hexdigest()
    return "&".join(f"{name}={quote(value)}" for name, value in [*fields, ("hash", mac)])
