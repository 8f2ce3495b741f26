"""What counts as a link."""

import re

TOP = "com|org|net|id|io|me|info|gov|edu|dev|app|co|int|xyz|link|online|site|local"
ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://[^\s<>\"]+|tg://[^\s<>\"]+"
    rf"|(?<![\w@.])(?:[\w-]+\.)+(?:{TOP})(?::\d+)?(?:[/?#][^\s<>\"]*)?(?![\w@]))",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}|localhost|\d+(?:\.\d+){3}", re.IGNORECASE)


def is_link(address: str) -> bool:
    """Whether Telegram would make a link of it: http(s), tg, ton, ftp or a bare host."""
    scheme, found, rest = address.strip().partition("://")
    if not found:
        if scheme.startswith(("mailto:", "tel:")):
            return True
        scheme, rest = "http", address.strip()
    if scheme.lower() in ("tg", "ton"):
        return bool(rest)
    if scheme.lower() not in ("http", "https", "ftp") or not rest or " " in rest:
        return False
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].split(":")[0]
    return HOST.fullmatch(host) is not None
