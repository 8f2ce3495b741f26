"""aiogram imported sparingly says of everything what it says when imported whole."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path

import aiogram.methods
import aiogram.types
from pydantic import BaseModel, ValidationError

ROOT = Path(__file__).parents[2]


def opinions() -> dict[str, list[str]]:
    """What each kind and each method finds wrong with an empty object."""
    return {
        f"{room.__name__}.{name}": _opinion(getattr(room, name))
        for room in (aiogram.types, aiogram.methods)
        for name in sorted(room.__all__)
        if inspect.isclass(getattr(room, name)) and issubclass(getattr(room, name), BaseModel)
    }


def _opinion(model: type[BaseModel]) -> list[str]:
    if inspect.isabstract(model):
        return ["abstract"]
    try:
        return [f"made with {sorted(model.model_validate({}).model_fields_set)}"]
    except ValidationError as faults:
        return [f"{one['loc']} {one['type']}" for one in faults.errors()]


LEAN = """
from bot.lean import import_aiogram
import_aiogram()
"""
WHOLE = """
from aiogram.types import Update as before
from bot.lean import import_aiogram
import_aiogram()
from aiogram.types import Update
assert Update is before
"""
TELL = """
import json
from aiogram.types import Update
built = Update.__pydantic_complete__
from tests.commands.test_lean import opinions
print(json.dumps([built, opinions()]))
"""


def told(imported: str) -> tuple[bool, dict[str, list[str]]]:
    """Whether kinds are built on import, and the opinions, of a process that imports it so."""
    ran = subprocess.run(
        [sys.executable, "-c", imported + TELL], cwd=ROOT, capture_output=True, check=True,
        text=True,
    )  # fmt: skip
    built, found = json.loads(ran.stdout)
    return built, found


def test_every_kind_and_every_method_is_the_same() -> None:
    """What is imported already stays as it is; else nothing would be compared."""
    built, lean = told(LEAN)
    assert not built
    built, whole = told(WHOLE)
    assert built
    assert len(whole) > 500
    assert lean == whole
