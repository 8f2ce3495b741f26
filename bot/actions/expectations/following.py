"""What follows from a proposal: who owes the agreement, and until when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from storage import duties, expectations
from storage.duties import DutyKind
from storage.periods import Period


def owe_agreement(
    session: Session, period: Period, employee_id: int, superior_id: int, round_: int,
    today: date, days: int,
) -> None:  # fmt: skip
    """The superior owes a decision on this proposal from today."""
    assert period.id is not None
    duties.owe(
        session, DutyKind.AGREE, superior_id, today, today + timedelta(days),
        period_id=period.id, about_id=employee_id, object_id=round_,
    )  # fmt: skip


def tidy(session: Session, period: Period, employee_id: int, round_: int, now: datetime) -> bool:
    """Nobody owes a decision on a proposal of which nothing waits any more; whether that is so."""
    assert period.id is not None
    waiting = expectations.waiting_rounds(session, period.id, employee_id)
    if any(number == round_ for _, number, _ in waiting):
        return False
    duties.done(
        session, DutyKind.AGREE, now, period_id=period.id, about_id=employee_id,
        object_id=round_,
    )  # fmt: skip
    return True
