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

from bot.lean import import_aiogram

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
import json
from aiogram.types import Update
unbuilt = not Update.__pydantic_complete__
from tests.commands.test_lean import opinions
print(json.dumps([unbuilt, opinions()]))
"""


def test_every_kind_and_every_method_is_the_same() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LEAN], cwd=ROOT, capture_output=True, check=True, text=True
    )
    unbuilt, lean = json.loads(told.stdout)
    assert unbuilt  # else it would be the plain import, and nothing compared
    whole = opinions()
    assert len(whole) > 500
    assert lean == whole


def test_what_is_imported_already_stays_as_it_is() -> None:
    before = aiogram.types.Update
    import_aiogram()
    assert aiogram.types.Update is before
    assert before.__pydantic_complete__
