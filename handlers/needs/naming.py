"""Names of one capability, and the kind of message that is only refused."""

from __future__ import annotations

REFUSED = ""  # it only tells that this kind of message is not wanted


def every(capability: str, names: str) -> str:
    """The names with their capability before each."""
    return " ".join(f"{capability}.{name}" for name in names.split())
