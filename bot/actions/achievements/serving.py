"""The planned result that an achievement counts for, as its card and its rater show it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.rules.achievements import OPEN, State
from bot.rules.expectations import Wording, in_force
from bot.rules.quarters import Quarter
from storage import audit, contributions, expectations, periods
from storage.achievements import Achievement


@dataclass(frozen=True, slots=True)
class Serves:
    """The agreed wording, and how much the achievement adds to it."""

    wording: Wording
    amount: Decimal


def served_by(session: Session, row: Achievement) -> Serves | None:
    """What it counts for; None when nothing was chosen, or what was chosen fits no more.

    It fits while the planned result is in force and of the quarter in which it was done.
    """
    assert row.id is not None
    tied = contributions.of(session, row.id)
    if tied is None or row.done_on is None:
        return None
    planned = expectations.get(session, tied[0])
    period = periods.get(session, planned.period_id) if planned else None
    quarter = Quarter.of(row.done_on)
    if period is None or (period.year, period.quarter) != (quarter.year, quarter.number):
        return None
    force = in_force(expectations.wordings(session, tied[0]))
    return None if force is None else Serves(force, tied[1])


def may_serve(session: Session, row: Achievement) -> bool:
    """Whether its owner may choose: it is a draft, and something is agreed for its quarter."""
    if State(row.state) not in OPEN or row.done_on is None:
        return False
    quarter = Quarter.of(row.done_on)
    return expectations.is_agreed(session, row.employee_id, quarter.year, quarter.number)


def put_on_record(session: Session, row: Achievement) -> None:
    """At sending: write down what it adds; what fits no more is forgotten."""
    assert row.id is not None
    tied = contributions.of(session, row.id)
    if tied is None:
        return
    if served_by(session, row) is None:
        contributions.untie(session, row.id)
        return
    facts = {"planned": tied[0], "amount": str(tied[1])}
    audit.record(
        session, row.sent_at or row.changed_at, row.employee_id, "expectations.count",
        f"achievement/{row.id}", facts,
    )  # fmt: skip
