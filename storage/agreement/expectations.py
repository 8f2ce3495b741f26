"""Planned results: who agreed to which wording, and what achievements add to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case, func
from sqlmodel import col

from bot.rules.expectations import State
from storage.achievements import Achievement
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.contributions import COUNTING, Contribution
from storage.expectations import PlannedResult, PlannedWording

DECIDED = {
    "expectations.agree": str(State.AGREED),
    "expectations.declare": str(State.AGREED),
    "expectations.return": str(State.RETURNED),
}
COUNT = ("expectations.count",)
_NAMES = ("period", "employee", "planned", "indicator", "target", "counting", "supports", "ends")


def of_wordings(reader: Reader) -> Iterator[Finding]:
    """Every wording that was agreed or returned: whose, of what, how much."""
    ends = case((col(PlannedWording.ends), 1), else_=0)
    supports = func.coalesce(col(PlannedWording.supports_id), 0)
    stored = rows(
        col(PlannedWording.id), "wording", NOTHING, col(PlannedWording.decided_by),
        col(PlannedWording.decided_at),
        text(
            col(PlannedWording.state), col(PlannedResult.period_id),
            col(PlannedResult.employee_id), col(PlannedWording.planned_id),
            col(PlannedWording.indicator), col(PlannedWording.target),
            col(PlannedWording.counting), supports, ends,
        ),
    )  # fmt: skip
    owner = col(PlannedResult.id) == col(PlannedWording.planned_id)
    stored = stored.select_from(PlannedWording).outerjoin(PlannedResult, owner)
    stored = stored.where(col(PlannedWording.state).in_(set(DECIDED.values())))
    state: Any = case(DECIDED, value=ENTRIES.c.action)
    entries = Entries(tuple(DECIDED), text(state, *(said(name) for name in _NAMES)))
    return disagreements(reader, Kind.WORDING, stored, entries)


def of_contributions(reader: Reader) -> Iterator[Finding]:
    """What every achievement that was sent adds to which planned result."""
    stored = rows(
        col(Contribution.achievement_id), "achievement", NOTHING, col(Achievement.employee_id),
        col(Contribution.tied_at), text(col(Contribution.planned_id), col(Contribution.amount)),
    )  # fmt: skip
    sent = col(Achievement.id) == col(Contribution.achievement_id)
    stored = stored.select_from(Contribution).join(Achievement, sent)
    stored = stored.where(col(Achievement.state).in_(COUNTING))
    entries = Entries(COUNT, text(said("planned"), said("amount")))
    return disagreements(reader, Kind.CONTRIBUTION, stored, entries, who=False, both=False)
