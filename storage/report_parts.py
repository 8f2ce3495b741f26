"""Parts of a quarterly report: the figure and remark on each planned result, helps, hindrances."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import sealed
from storage.upsert import insert_new

RESULT, HELPED, HINDERED = "result", "helped", "hindered"


class ReportPart(SQLModel, table=True):
    """`text` and `figure` are what was sent, "" for nothing; the drafts what is being written.

    `planned_id` is 0 but for `result`. `proposed` is what achievements came to at sending.
    """

    report_id: int = Field(foreign_key="report.id", primary_key=True)
    kind: str = Field(primary_key=True)
    planned_id: int = Field(default=0, primary_key=True)
    text: str = sealed("")
    draft: str | None = sealed()
    figure: str = ""
    draft_figure: str | None = None
    proposed: str = ""


def of(session: Session, report_id: int) -> Sequence[ReportPart]:
    found = select(ReportPart).where(ReportPart.report_id == report_id)
    found = found.order_by(col(ReportPart.kind), col(ReportPart.planned_id))
    return session.exec(found.execution_options(populate_existing=True)).all()


def write(
    session: Session, report_id: int, kind: str, planned_id: int, draft: str | None,
    figure: Decimal | None = None,
) -> None:  # fmt: skip
    """Keep what is being written of one part: words, a figure, or both."""
    _make(session, report_id, kind, planned_id)
    values: dict[str, Any] = {} if draft is None else {"draft": draft}
    if figure is not None:
        values["draft_figure"] = str(figure)
    session.exec(update(ReportPart).where(*_here(report_id, kind, planned_id)).values(values))


def propose(session: Session, report_id: int, planned_id: int, realised: Decimal | None) -> None:
    """What achievements come to at sending; it stands where no other figure was given."""
    _make(session, report_id, RESULT, planned_id)
    said = "" if realised is None else str(realised)
    here = update(ReportPart).where(*_here(report_id, RESULT, planned_id))
    session.exec(here.values(proposed=said))


def send(session: Session, report_id: int) -> None:
    """Make the drafts what was sent."""
    here = col(ReportPart.report_id) == report_id
    texts = (here, col(ReportPart.draft).is_not(None))
    session.exec(update(ReportPart).where(*texts).values(text=col(ReportPart.draft), draft=None))
    figures = (here, col(ReportPart.draft_figure).is_not(None))
    values = {"figure": col(ReportPart.draft_figure), "draft_figure": None}
    session.exec(update(ReportPart).where(*figures).values(values))


def discard(session: Session, report_id: int) -> None:
    """Throw the drafts away; what was sent stays."""
    here = (
        col(ReportPart.report_id) == report_id,
        or_(col(ReportPart.draft).is_not(None), col(ReportPart.draft_figure).is_not(None)),
    )
    session.exec(update(ReportPart).where(*here).values(draft=None, draft_figure=None))


def _make(session: Session, report_id: int, kind: str, planned_id: int) -> None:
    key = {"report_id": report_id, "kind": kind, "planned_id": planned_id}
    insert_new(session, ReportPart, {**key, "text": "", "figure": "", "proposed": ""})


def _here(report_id: int, kind: str, planned_id: int) -> tuple[Any, ...]:
    return (
        col(ReportPart.report_id) == report_id,
        col(ReportPart.kind) == kind,
        col(ReportPart.planned_id) == planned_id,
    )
