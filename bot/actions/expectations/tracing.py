"""How a planned result came to say what it says: every wording that was proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.rules.expectations import State, Wording
from storage import employees, expectations, periods

TRACE_PAGE = 2


@dataclass(frozen=True, slots=True)
class Traced:
    """One wording in the trace; `at` is when it was proposed, `by` decided it."""

    wording: Wording
    indicator: str
    proposed_at: datetime | None
    decided_at: datetime | None
    by: str


@dataclass(frozen=True, slots=True)
class Trace:
    planned_id: int
    own: bool
    wordings: Sequence[Traced]
    page: int
    pages: int


def trace(session: Session, me: Me, planned_id: int, page: int = 0) -> Trace:
    """Every wording that was proposed, the newest first, with who decided when and why."""
    row = expectations.get(session, planned_id)
    rights.demand(session, me, "expectations.see", about=row.employee_id if row else None)
    assert row is not None
    period = periods.get(session, row.period_id)
    assert period is not None
    names = {i.key: i.name for i in schemes.of_period(session, period).indicators}
    said = proposed_of(session, planned_id)
    shown, at, pages = leaf(said, page, TRACE_PAGE)
    people = employees.many(session, sorted({w.decided_by for w in shown if w.decided_by}))
    lines = [
        Traced(
            w, names.get(w.indicator, ""), local(me, w.proposed_at), local(me, w.decided_at),
            people[w.decided_by].name if w.decided_by in people else "",
        )
        for w in shown
    ]  # fmt: skip
    return Trace(planned_id, row.employee_id == me.employee_id, lines, at, pages)


def proposed_of(session: Session, planned_id: int) -> list[Wording]:
    """The newest first."""
    said = expectations.wordings(session, planned_id)
    return [w for w in reversed(said) if w.state is not State.DRAFT]


def local(me: Me, at: datetime | None) -> datetime | None:
    return at.astimezone(me.zone) if at else None
