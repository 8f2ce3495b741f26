"""Any JSON that a pydantic model accepts: a newer Bot API brings its new kinds in by itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.client.default import Default
from aiogram.types import Update
from pydantic import BaseModel

DEEPEST = 5
SOMETIMES = 0.07
FIRST, LAST = 0, 32_503_680_000  # 1970 to 3000
Make = Callable[[random.Random, int], Any]


def kinds() -> dict[str, type[BaseModel]]:
    """What an update may be, by the name of its field: whatever this aiogram knows."""
    found: dict[str, type[BaseModel]] = {}
    for name, field in Update.model_fields.items():
        for option in get_args(field.annotation):
            if isinstance(option, type) and issubclass(option, BaseModel):
                found[name] = option
    return found


def example(dice: random.Random, model: type[BaseModel], depth: int = 0) -> dict[str, Any]:
    """Values for all that is required and for some of the rest."""
    chance = SOMETIMES if depth else 0.2
    made = {}
    for name, make, required in _fields(model):
        if required or (depth < DEEPEST and dice.random() < chance):
            made[name] = make(dice, depth + 1)
    return made


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Make, bool], ...]:
    return tuple(
        (field.alias or name, _maker(_without_none(field.annotation)), _must(field))
        for name, field in model.model_fields.items()
    )


def _must(field: Any) -> bool:
    """A literal with a default tells the members of a union apart."""
    return field.is_required() or get_origin(field.annotation) is Literal


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        left = [one for one in get_args(annotation) if one not in (type(None), Default)]
        return left[0] if len(left) == 1 else Union[tuple(left)]  # noqa: UP007 - made at run time
    return annotation


def _maker(annotation: Any) -> Make:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _maker(args[0])
    if origin in (Union, UnionType):
        options = [_maker(one) for one in args]
        return lambda dice, depth: dice.choice(options)(dice, depth)
    if origin is Literal:
        values = [one.value if isinstance(one, Enum) else one for one in args]
        return lambda dice, _: dice.choice(values)
    if origin in (list, tuple, set):
        inside = _maker(args[0])
        return lambda dice, depth: [inside(dice, depth) for _ in range(dice.randrange(3))]
    if origin is dict:
        return lambda dice, _: {}
    return _plain(annotation)


def _plain(annotation: Any) -> Make:
    if isinstance(annotation, type):
        if issubclass(annotation, BaseModel):
            return lambda dice, depth: example(dice, annotation, depth)
        if issubclass(annotation, Enum):
            members = [one.value for one in annotation]
            return lambda dice, _: dice.choice(members)
        for known, make in SIMPLE.items():
            if issubclass(annotation, known):
                return make
    return lambda dice, _: word(dice)


def word(dice: random.Random) -> str:
    return dice.choice(("x", "teladan", "Budi", "foto.jpg", "id", "17", "application/pdf", ""))


# bool before int: it is one.
SIMPLE: dict[type, Make] = {
    bool: lambda dice, _: dice.random() < 0.5,
    int: lambda dice, _: dice.choice((0, 1, 42, 101, 5000, dice.randrange(1 << 31))),
    float: lambda dice, _: dice.uniform(-180, 180),
    datetime: lambda dice, _: dice.randrange(FIRST, LAST),
    timedelta: lambda dice, _: dice.randrange(10**6),
    str: lambda dice, _: word(dice),
}
