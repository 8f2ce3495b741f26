"""Results on which superior and team differ, as the last estimate found them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert
from sqlmodel import Field, Session, SQLModel, col, select


class Outlier(SQLModel, table=True):
    """One person with a sign; `signs` are codes (`bot.rules.panel.Sign`) with spaces."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    signs: str


def put(session: Session, period_id: int, found: Mapping[int, str]) -> None:
    """Put these in the place of the period's earlier ones."""
    session.exec(delete(Outlier).where(col(Outlier.period_id) == period_id))
    rows = [
        {"period_id": period_id, "employee_id": person, "signs": signs}
        for person, signs in found.items()
    ]
    if rows:
        session.connection().execute(insert(Outlier), rows)


def of_period(session: Session, period_id: int) -> Mapping[int, str]:
    found = select(Outlier.employee_id, Outlier.signs).where(Outlier.period_id == period_id)
    return dict(session.exec(found).all())
