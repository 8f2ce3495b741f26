"""A score as JSON in which every number is a decimal string, and back."""

from __future__ import annotations

from decimal import Decimal

from pydantic import TypeAdapter

from bot.rules.scoring import Score
from storage.editions import FormerResult
from storage.results import ABSENT, WIDTH, Result

_SCORE = TypeAdapter(Score)


def write_parts(score: Score) -> str:
    """JSON in which every number is a decimal string."""
    return _SCORE.dump_json(score).decode()


def read_parts(result: Result | FormerResult) -> Score:
    """The score as it was stored, every part of it."""
    return _SCORE.validate_json(result.parts)


def by_indicator(score: Score) -> str:
    """The values alone, as `storage.results` keeps them; ValueError for one that does not fit."""
    values = {one.key: one.value for axis in score.axes for one in axis.indicators}
    return "".join(_digits(values.get(key)) for key in sorted({*values, *score.left_out}))


def _digits(value: Decimal | None) -> str:
    if value is None:
        return ABSENT
    hundredths = value * 100
    if hundredths != int(hundredths) or not 0 <= hundredths < 10**WIDTH:
        raise ValueError(f"no value of an indicator: {value}")
    return f"{int(hundredths):0{WIDTH}d}"
