"""A score as JSON in which every number is a decimal string, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from pydantic import TypeAdapter

from bot.rules.scoring import Score
from storage.editions import FormerResult
from storage.results import Result

_SCORE = TypeAdapter(Score)


def write_parts(score: Score) -> str:
    """JSON in which every number is a decimal string."""
    return _SCORE.dump_json(score).decode()


def read_parts(result: Result | FormerResult) -> Score:
    """The score as it was stored, every part of it."""
    return _SCORE.validate_json(result.parts)


def values_in(parts: str) -> Mapping[str, Decimal]:
    """The value of each indicator alone, by its key: for many results at once."""
    return {
        one["key"]: Decimal(one["value"])
        for axis in json.loads(parts)["axes"]
        for one in axis["indicators"]
    }
