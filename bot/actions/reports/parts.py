"""What a report says of each planned result, and what helped and hindered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions.expectations.reading import Planned, agreed, of_person
from storage import report_parts
from storage.periods import Period
from storage.report_parts import HELPED, HINDERED, RESULT, ReportPart
from storage.reports import Report


@dataclass(frozen=True, slots=True)
class ResultLine:
    """`figure` is what the person says was realised: their own, else as achievements have it."""

    planned: Planned
    figure: Decimal | None
    own: bool
    remark: str


@dataclass(frozen=True, slots=True)
class Parts:
    """`drafted`: something of it is being written and not sent yet."""

    results: Sequence[ResultLine] = ()
    helped: str = ""
    hindered: str = ""
    drafted: bool = False

    @property
    def said(self) -> tuple[object, ...]:
        """All of it that a screen shows and that can change."""
        lines = [(one.planned.number, str(one.figure), one.remark) for one in self.results]
        return (*lines, self.helped, self.hindered)

    def __bool__(self) -> bool:
        return bool(self.results or self.helped or self.hindered)


def written(session: Session, period: Period, employee_id: int, report: Report | None) -> Parts:
    """As its owner sees it: drafts in place of what was sent."""
    rows = _rows(session, report)
    results = [
        _line(one, rows.get((RESULT, one.number)), drafts=True)
        for one in agreed(of_person(session, period, employee_id))
    ]
    drafted = any(row.draft is not None or row.draft_figure is not None for row in rows.values())
    helped, hindered = (_words(rows.get((kind, 0)), drafts=True) for kind in (HELPED, HINDERED))
    return Parts(results, helped, hindered, drafted)


def sent(session: Session, period: Period, employee_id: int, report: Report | None) -> Parts:
    """As the superior sees it: only what was sent; nothing before that."""
    if report is None or report.sent_at is None:
        return Parts()
    rows = _rows(session, report)
    results = [
        _line(one, rows.get((RESULT, one.number)), drafts=False)
        for one in agreed(of_person(session, period, employee_id))
    ]
    helped, hindered = (_words(rows.get((kind, 0)), drafts=False) for kind in (HELPED, HINDERED))
    return Parts(results, helped, hindered)


def _rows(session: Session, report: Report | None) -> dict[tuple[str, int], ReportPart]:
    if report is None or report.id is None:
        return {}
    return {(row.kind, row.planned_id): row for row in report_parts.of(session, report.id)}


def _line(one: Planned, row: ReportPart | None, *, drafts: bool) -> ResultLine:
    if row is None:
        return unreported(one)
    realised = one.progress.realised if one.progress else None
    figure = row.figure
    if drafts and row.draft_figure is not None:
        figure = row.draft_figure
    if figure:
        return ResultLine(one, Decimal(figure), True, _words(row, drafts=drafts))
    stated = realised if drafts else Decimal(row.proposed) if row.proposed else None
    return ResultLine(one, stated, False, _words(row, drafts=drafts))


def unreported(one: Planned) -> ResultLine:
    """What achievements alone say of it."""
    realised = one.progress.realised if one.progress else None
    return ResultLine(one, realised, False, "")


def _words(row: ReportPart | None, *, drafts: bool) -> str:
    if row is None:
        return ""
    return row.draft if drafts and row.draft is not None else row.text
