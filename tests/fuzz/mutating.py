"""Changing one place of an update: its structure stays near enough to get far into the bot."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

Json = Any
Spot = tuple[Any, Any]
"""A dict or list, and the key or index in it."""

TEXTS: tuple[str, ...] = (
    "",
    " ",
    "\x00",
    "nol\x00di tengah",
    "\ud800",
    "setengah \udc00 pasangan",
    "\u202etxet siht",
    "\u200b\u200b",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦" * 30,
    "e\u0301" * 400,
    "<b>tebal",
    "</a><script>alert(1)</script>",
    "&lt;&amp;&#x0;",
    "%s%n{0}{me.__class__}",
    "'; DROP TABLE employee; --",
    "=HYPERLINK(\"http://x\")",
    "a" * 4096,
    "ب" * 5000,
    "\n" * 1000,
    "\u2028\u2029\x85\x0b\x1f",
    "../../etc/passwd",
    "/start " + "A" * 64,
    "/start@teladan_bot x",
    "/" * 300,
    "٢٠٢٦",
    "²³",
    "-",
    "1e309",
    "0x7f",
    "9" * 40,
    "31 Februari 2026",
    "32/13/99999",
    "0001-01-01",
    "besok jam 25.61",
    "9999-12-31",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    0, -1, 1, 2**31 - 1, 2**31, -(2**31), 2**32, 2**52, 2**53 + 1, 2**63 - 1, 2**63, -(2**63),
    -(2**63) - 1, 2**64, 10**30, 10**400, 0.5, -0.0, 1e308, 1e-308, -1001234567890,
    253402300799, 253402300800, -62135596801, 1790000000, 32503680000,
)  # fmt: skip
OTHERS: tuple[Json, ...] = (None, True, False, [], {}, [[]], [None], {"": None}, "x", 7)
"""Only copies go into an update: what the next change writes into one would stay for ever."""


def mutated(dice: random.Random, update: Json, times: int) -> Json:
    """The update, changed in so many places; its number is left alone."""
    for _ in range(times):
        found = list(spots(update))
        if not found:
            break
        dice.choice(CHANGES)(dice, dice.choice(found), found)
    return update


def spots(value: Json) -> list[Spot]:
    """Every place of a tree, however deep, but the number of the update itself."""
    found: list[Spot] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        inside = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, one in inside:
            if holder is not value or key != "update_id":
                found.append((holder, key))
            if isinstance(one, dict | list):
                waiting.append(one)
    return found


def _same_kind(dice: random.Random, spot: Spot, _: list[Spot]) -> None:
    holder, key = spot
    value = holder[key]
    if isinstance(value, str):
        holder[key] = dice.choice(TEXTS)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        holder[key] = dice.choice(NUMBERS)
    elif isinstance(value, list):
        holder[key] = value * dice.choice((0, 2, 50))


def _stretch(dice: random.Random, spot: Spot, _: list[Spot]) -> None:
    holder, key = spot
    if isinstance(holder[key], str):
        at = dice.randrange(len(holder[key]) + 1)
        holder[key] = holder[key][:at] + dice.choice(TEXTS) + holder[key][at:]


def _missing(dice: random.Random, spot: Spot, _: list[Spot]) -> None:
    holder, key = spot
    if isinstance(holder, dict):
        holder.pop(key, None)


def _wrong_type(dice: random.Random, spot: Spot, _: list[Spot]) -> None:
    holder, key = spot
    holder[key] = copy.deepcopy(dice.choice(OTHERS))


def _extra(dice: random.Random, spot: Spot, _: list[Spot]) -> None:
    holder, _key = spot
    if isinstance(holder, dict):
        holder[dice.choice(("new_field", "__class__", "text", "from", "via_bot", ""))] = (
            copy.deepcopy(dice.choice((*TEXTS, *OTHERS)))
        )


def _swap(dice: random.Random, spot: Spot, every: list[Spot]) -> None:
    """Two places of one kind change their values."""
    holder, key = spot
    other, at = dice.choice(every)
    if (
        key in _keys(holder)
        and at in _keys(other)
        and type(holder[key]) is type(other[at])
        and not isinstance(holder[key], dict | list)
    ):
        holder[key], other[at] = other[at], holder[key]


def _keys(holder: Json) -> Any:
    return holder if isinstance(holder, dict) else range(len(holder))


CHANGES: tuple[Callable[[random.Random, Spot, list[Spot]], None], ...] = (
    *(_same_kind,) * 7,
    *(_stretch,) * 4,
    _missing,
    _wrong_type,
    _extra,
    _extra,
    _swap,
)


def nested(depth: int, inside: Json) -> Json:
    """A message that answers a message that answers a message …"""
    for _ in range(depth):
        inside = {**inside, "reply_to_message": inside}
    return inside
