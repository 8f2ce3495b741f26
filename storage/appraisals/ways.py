"""How somebody goes through the forms of a quarter: by criterion across people, or by person."""

from __future__ import annotations

from sqlmodel import Field, Session, SQLModel, col, select

from storage.upsert import insert_new


class RatingWay(SQLModel, table=True):
    """What a superior or a member of the team chose last; without a row it is by person."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    rater_id: int = Field(foreign_key="employee.id", primary_key=True)
    source: str = Field(primary_key=True)
    by_criterion: bool = True


def by_criterion(session: Session, period_id: int, rater_id: int, source: str) -> bool | None:
    """None as long as nothing was chosen."""
    found = select(col(RatingWay.by_criterion)).where(
        RatingWay.period_id == period_id, RatingWay.rater_id == rater_id,
        RatingWay.source == source,
    )  # fmt: skip
    return session.exec(found).first()


def choose(
    session: Session, period_id: int, rater_id: int, source: str, *, by_criterion: bool
) -> None:
    """The way from now on."""
    key = {"period_id": period_id, "rater_id": rater_id, "source": source}
    if not insert_new(session, RatingWay, {**key, "by_criterion": by_criterion}):
        found = session.get_one(RatingWay, (period_id, rater_id, source))
        found.by_criterion = by_criterion
        session.add(found)
