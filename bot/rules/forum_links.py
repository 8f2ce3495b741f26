"""The link in a public post that opens a forum in private."""

from __future__ import annotations

import re

_LINK = re.compile(r"(?:/start(?:@\w+)? )?kegiatan-(\d{1,9})", re.ASCII)


def link_argument(forum_id: int) -> str:
    """What stands behind `?start=`."""
    return f"kegiatan-{forum_id}"


def linked(text: str) -> int | None:
    """The forum of such an argument, alone or behind `/start`; None for anything else."""
    found = _LINK.fullmatch(text.strip())
    return int(found[1]) if found else None


def is_address(place: str) -> bool:
    """Whether a place is an address of the net, which is for those invited alone."""
    return "://" in place or "www." in place.casefold() or "meet." in place.casefold()
