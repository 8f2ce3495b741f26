"""A score as JSON in which every number is a decimal string, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator

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


def written_in(parts: str) -> Iterator[tuple[str, str]]:
    """Key and value of each indicator alone, as it is written: for many results at once."""
    for axis in json.loads(parts)["axes"]:
        for one in axis["indicators"]:
            yield one["key"], one["value"]
