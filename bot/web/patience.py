"""How often one visitor may ask: guessing costs more than asking for what there is."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import IPv6Address, ip_address, ip_network

FULL = 300.0
PER_SECOND = 0.5
HIT, MISS = 1.0, 10.0
MOST = 10_000
FORWARDED = "X-Forwarded-For"


class Allowance:
    """For each visitor a purse that fills by the second; of the newest `MOST` visitors."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def has(self, visitor: str, at: float) -> bool:
        """Whether the visitor may ask once more at this second."""
        return self._at(visitor, at) >= HIT

    def spend(self, visitor: str, cost: float, at: float) -> None:
        """Take from the purse what an answer has cost."""
        self._left[visitor] = (self._at(visitor, at) - cost, at)
        self._left.move_to_end(visitor)
        while len(self._left) > MOST:
            self._left.popitem(last=False)

    def _at(self, visitor: str, at: float) -> float:
        left, since = self._left.get(visitor, (FULL, at))
        return min(FULL, left + max(0.0, at - since) * PER_SECOND)


def visitor_of(remote: str | None, forwarded: str) -> str:
    """Who asks: the address that our own proxy names, else the one that connects.

    Of IPv6 the network of 64 bits, which one person has whole.
    """
    try:
        asking = ip_address(remote or "")
    except ValueError:
        return "?"
    if asking.is_private and forwarded:
        try:
            asking = ip_address(forwarded.rpartition(",")[2].strip())
        except ValueError:
            return "?"
    if isinstance(asking, IPv6Address) and asking.ipv4_mapped is None:
        return str(ip_network((asking, 64), strict=False))
    return str(asking)
