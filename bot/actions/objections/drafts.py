"""A draft of an objection as a screen shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import levels, schemes, scores
from bot.actions.pages import nearest
from bot.actions.receipts.standing import Standing
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from storage import exhibits
from storage.objections import Objection
from storage.periods import Period
from storage.results import Result

PAGE = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """What I am about to object to. `choices` are key, name and whether it is about that one.

    `last` is the last day to hand it in, None where that cannot be said yet; `seen` marks all
    that is shown. `exhibits` counts the files.
    """

    objection_id: int
    period_id: int
    employee_id: int
    year: int
    quarter: int
    today: date
    last: date | None
    reasons: str
    choices: Sequence[tuple[str, str, bool]]
    page: int
    seen: str
    exhibits: int = 0

    @property
    def chosen(self) -> list[str]:
        return [name for _, name, chosen in self.choices if chosen]


@dataclass(frozen=True, slots=True)
class Mine:
    """A draft of mine with everything around it."""

    row: Objection
    period: Period
    result: Result
    standing: Standing


def draft_of(session: Session, mine: Mine, page: int) -> Draft:
    """The same as a screen shows it."""
    row, period = mine.row, mine.period
    chosen, known = indicators_of(row), open_to(session, mine.result)
    window, there = mine.standing.window, exhibits.of(session, row.id or 0)
    return Draft(
        objection_id=row.id or 0,
        period_id=row.period_id,
        employee_id=row.employee_id,
        year=period.year,
        quarter=period.quarter,
        today=mine.standing.today,
        last=window.last if window else None,
        reasons=row.reasons,
        choices=[(key, name, key in chosen) for key, name in known],
        page=nearest(page, len(known), PAGE),
        seen=stamp(row.reasons, row.indicators, row.edition, [one.key for one in there]),
        exhibits=len(there),
    )


def open_to(session: Session, result: Result) -> list[tuple[str, str]]:
    """Key and name of every indicator in the result that the superior's group has rated."""
    score: Score = scores.read_parts(result)
    scheme = schemes.by_number(session, result.scheme_id)
    return [
        (part.key, scheme.indicator(part.key).name)
        for axis in score.axes
        for part in axis.indicators
        if any(group.group is levels.GROUP for group in part.groups)
    ]


def indicators_of(row: Objection) -> list[str]:
    """The indicators that an objection is about."""
    return [key for key in row.indicators.split(",") if key]
