"""A score as JSON in which every number is a decimal string, and back."""

from __future__ import annotations

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
