"""What is asked from each side, and in which order each rater goes through it."""

import hashlib
from collections.abc import Iterable

from bot.rules.schemes import Axis, Indicator, Scheme

LEADING = ("akuntabel", "kompeten", "harmonis", "kolaboratif")
"""Behaviours whose guides speak of those who work with somebody, in the order of the law."""


def asked_upward(scheme: Scheme) -> tuple[Indicator, ...]:
    """What subordinates are asked about their superior: few behaviours, no part of any score.

    Those of SE MenPANRB 20/2021 in `LEADING`; the first four of a scheme that names them
    otherwise.
    """
    behaviours = scheme.on_axis(Axis.PERILAKU)
    known = tuple(one for one in behaviours if one.key in LEADING)
    return known or behaviours[: len(LEADING)]


def in_order(seed: str, rater: int, numbers: Iterable[int]) -> list[int]:
    """The numbers in an order of this rater's own, the same whenever they come back."""
    return sorted(numbers, key=lambda number: (_rank(seed, rater, number), number))


def _rank(seed: str, rater: int, number: int) -> bytes:
    said = f"{seed}\x1f{rater}\x1f{number}"
    return hashlib.blake2b(said.encode(), digest_size=8).digest()
