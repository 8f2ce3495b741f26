"""What rated achievements say about a quarter, for reports and appraisals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.rules.achievements import read_marks
from storage import achievements, turns


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person did; `levels` by indicator are empty while it waits to be rated."""

    achievement_id: int
    title: str
    story: str
    done_on: date
    category: str
    before: str
    after: str
    unit: str
    levels: Mapping[str, int]


def deeds_in(
    session: Session, employee_id: int, first_day: date, last_day: date
) -> Sequence[Deed]:
    """What was sent and not turned down: rated achievements first, then those that wait."""
    rated = [
        _deed(row, read_marks(marks))
        for row, _, marks in turns.rated_between(session, employee_id, first_day, last_day)
    ]
    waiting = achievements.waiting_between(session, employee_id, first_day, last_day)
    return [*rated, *(_deed(row, {}) for row in waiting)]


def _deed(row: achievements.Achievement, marks: dict[str, int]) -> Deed:
    assert row.id is not None
    assert row.done_on is not None
    levels = {key: level for key, level in marks.items() if key in row.claimed}
    told = (row.title, row.story, row.done_on, row.category, row.before, row.after, row.unit)
    return Deed(row.id, *told, levels)
