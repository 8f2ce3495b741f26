"""A process without needless weight: aiogram's own, and looking for garbage where none is.

On import aiogram lets pydantic build validators for all of Telegram's 600 kinds of objects; a bot
uses a tenth of them, which are built when first needed.
See docs/decisions/0012.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

NAME = re.compile(r"\b[A-Z]\w+")


def import_aiogram() -> None:
    """Import it with everything unbuilt; does nothing when it is imported already."""
    if "aiogram" in sys.modules:
        return
    with _unbuilt():
        import aiogram.methods
        import aiogram.types
    _resolve(aiogram.types)


def settle() -> None:
    """From now on look for garbage among new objects only, and seldom: what is there stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@contextmanager
def _unbuilt() -> Iterator[None]:
    """Models that come into being meanwhile are built at their first use (`defer_build`)."""
    from pydantic import BaseModel

    settings, rebuild = BaseModel.model_config, BaseModel.__dict__["model_rebuild"]
    BaseModel.model_config = {**settings, "defer_build": True}
    BaseModel.model_rebuild = classmethod(lambda *_, **__: None)  # type: ignore[assignment]
    try:
        yield
    finally:
        BaseModel.model_config = settings
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]


def _resolve(types: Any) -> None:
    """Give each module the names in its fields, which it imports for type checkers only."""
    for name in types.__all__:
        one = getattr(types, name)
        if isinstance(one, type):
            home = vars(sys.modules[one.__module__])
            for wanted in _names(one) - home.keys():
                if hasattr(types, wanted):
                    home[wanted] = getattr(types, wanted)


def _names(model: type) -> set[str]:
    """Names in the fields of a model, also inherited ones: its own module is asked for them."""
    fields = [vars(one).get("__annotations__", {}).values() for one in model.__mro__]
    return {name for some in fields for field in some for name in NAME.findall(str(field))}
