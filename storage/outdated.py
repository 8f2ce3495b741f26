"""Rounds of views whose result is another one by now."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from storage.results import Result
from storage.sittings import VOID, Sitting

_NOW = (
    col(Result.total) + " " + col(Result.hasil_kerja) + " " + col(Result.perilaku) + " "
    + col(Result.predikat)
)  # fmt: skip


def sittings(session: Session, period_id: int) -> Sequence[tuple[Sitting, Result]]:
    """The last rounds about people whose result is another one, nobody having decided on it.

    It has other numbers, or its form was given back and sent anew: then the round is void.
    """
    later = aliased(Sitting)
    newer = (
        select(later.id)
        .where(
            col(later.period_id) == col(Sitting.period_id),
            col(later.employee_id) == col(Sitting.employee_id),
            col(later.number) > col(Sitting.number),
        )
        .exists()
    )
    same = and_(
        col(Result.period_id) == col(Sitting.period_id),
        col(Result.employee_id) == col(Sitting.employee_id),
    )
    found = (
        select(Sitting, Result)
        .join(Result, same)
        .where(
            Sitting.period_id == period_id,
            or_(col(Sitting.state) == VOID, col(Sitting.seen).not_in(("", _NOW))),
            Result.edition == 1,
            ~newer,
        )
    )
    return session.exec(found.order_by(col(Sitting.id))).all()


def before(session: Session, sitting: Sitting) -> Sitting | None:
    """The round before this one, if its result became another one."""
    found = select(Sitting).where(
        Sitting.period_id == sitting.period_id,
        Sitting.employee_id == sitting.employee_id,
        Sitting.number == sitting.number - 1,
        Sitting.state == VOID,
    )
    return session.exec(found).first()
