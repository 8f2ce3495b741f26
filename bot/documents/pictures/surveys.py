"""Pictures of the public's survey: its course, services by element, the card that is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from bot.documents.pictures.drawing import picture

MOST_POINTS, MOST_HEAT_ROWS = 5, 6


@dataclass(frozen=True, slots=True)
class SurveyPoint:
    """One survey: index with its words, and between what it lies if that is known."""

    name: str
    year: str
    value: Decimal | None
    shown: str
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SurveyCourse:
    """Up to five surveys, oldest first; `limits` are where grades C, B and A begin."""

    title: str
    under: str
    points: Sequence[SurveyPoint]
    limits: Sequence[tuple[str, Decimal]]
    legend: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.points) <= MOST_POINTS:
            raise ValueError("a course has one to five points")


@dataclass(frozen=True, slots=True)
class Cell:
    """`grade` chooses the colour and is written as well."""

    shown: str
    grade: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Heat:
    """Services against elements: up to six rows, each with a cell a column."""

    title: str
    under: str
    columns: Sequence[str]
    rows: Sequence[HeatRow]
    keys: Mapping[str, str]

    def __post_init__(self) -> None:
        if not 1 <= len(self.rows) <= MOST_HEAT_ROWS:
            raise ValueError("one to six services fit on a phone")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every service has a cell for every element")


@dataclass(frozen=True, slots=True)
class PosterBar:
    """An element: how long its bar is (0 to 1), its number and grade."""

    name: str
    share: Decimal
    shown: str
    grade: str


@dataclass(frozen=True, slots=True)
class Poster:
    """What is published: everything that makes the figure checkable is on it."""

    title: str
    under: str
    month: str
    index: str
    grade: str
    meaning: str
    counted: str
    bars: Sequence[PosterBar]
    notes: Sequence[str]


def survey_course(shown: SurveyCourse) -> bytes:
    """The index, survey after survey, with how far each may be off."""
    points = [
        {
            "name": one.name, "year": one.year, "shown": one.shown, "value": _float(one.value),
            "low": _float(one.low), "high": _float(one.high),
        }
        for one in shown.points
    ]  # fmt: skip
    limits = [[name, float(value)] for name, value in shown.limits]
    return picture("course", shown, {"points": points, "limits": limits, "legend": shown.legend})


def heat(shown: Heat) -> bytes:
    """Services by element; a grade's letter stands in every cell."""
    rows = [
        {"name": row.name, "cells": [[one.shown, one.grade] for one in row.cells]}
        for row in shown.rows
    ]
    rest = {"columns": list(shown.columns), "keys": dict(shown.keys)}
    return picture("heat", shown, {"rows": rows, **rest})


def poster(shown: Poster) -> bytes:
    """The card as a picture."""
    return picture("poster", shown, poster_facts(shown))


def poster_facts(shown: Poster) -> dict[str, Any]:
    """All but its title, for what draws it."""
    bars = [{**asdict(one), "share": float(one.share)} for one in shown.bars]
    words = {
        name: getattr(shown, name) for name in ("month", "index", "grade", "meaning", "counted")
    }
    return {"bars": bars, "notes": list(shown.notes), **words}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
