"""Letters that a proposal was decided on: at most one of each sort a proposal."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.screens import place
from storage import outbox
from storage.outbox import Kind
from storage.periods import Period


def tell_agreed(
    session: Session, period: Period, employee_id: int, round_: int, now: datetime
) -> None:
    """Everything of the proposal was decided, and the last word was yes."""
    _tell(session, "expectations.agreed", period, employee_id, round_, now)


def tell_returned(
    session: Session, period: Period, employee_id: int, round_: int, now: datetime
) -> None:
    """Something of the proposal came back."""
    _tell(session, "expectations.returned", period, employee_id, round_, now)


def _tell(
    session: Session, template: str, period: Period, employee_id: int, round_: int, now: datetime
) -> None:
    assert period.id is not None
    outbox.put(
        session, f"{template}/{period.id}/{employee_id}/{round_}", Kind.DECISION, template, now,
        to=employee_id, facts={"period": period.id},
        opens=place("expectations.mine", period.id),
    )  # fmt: skip
