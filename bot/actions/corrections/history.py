"""Everything a result ever was, and who changed it why: for everybody who may read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.actions import results
from bot.actions.me import Me
from bot.rules.predikat import Predikat
from storage import corrections, editions, employees
from storage import results as stored


@dataclass(frozen=True, slots=True)
class Edition:
    """`until` is when the next one took its place, `by` whom (both hands of a correction)."""

    total: Decimal
    predikat: Predikat
    until: datetime
    by: Sequence[str]
    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """`former` oldest first, then the result as it is."""

    period_id: int
    employee_id: int
    year: int
    quarter: int
    former: Sequence[Edition]
    total: Decimal
    predikat: Predikat


def history(session: Session, me: Me, period_id: int, employee_id: int) -> History:
    """All editions of a result."""
    shown = results.card(session, me, period_id, employee_id)
    result = stored.of(session, period_id, employee_id)
    assert result is not None
    former = editions.of_result(session, result.id or 0)
    proposers = {
        one.made: one.proposer_id for one in corrections.confirmed_of(session, result.id or 0)
    }
    numbers = {one.replaced_by for one in former} | set(proposers.values())
    called = employees.many(session, sorted(numbers))
    found = []
    for one in former:
        first = proposers.get(one.edition + 1)
        hands = [called[number].name for number in (first, one.replaced_by) if number]
        found.append(
            Edition(
                Decimal(one.total),
                Predikat(one.predikat),
                one.replaced_at.astimezone(me.zone),
                hands,
                one.reason,
            )
        )
    return History(
        period_id=period_id,
        employee_id=employee_id,
        year=shown.year,
        quarter=shown.quarter,
        former=found,
        total=Decimal(result.total),
        predikat=Predikat(result.predikat),
    )
