"""Rounds of awards: one for each kind, quarter and scope; and whom the panel compares in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new, insert_new_many

NOMINATING, VOTING, COMPARING, CLOSED = "nominating", "voting", "comparing", "closed"
ENDED = "ended"
OVER = (CLOSED, ENDED)


class AwardRound(SQLModel, table=True):
    """A year's award belongs to its fourth quarter. Criteria are those of the quarter's scheme.

    `outcome` is empty until it is closed: the order in which the candidates came, and how.
    `end_reason` is why `end_by` ends it without a winner: a draft until it has ended.
    """

    __table_args__ = (UniqueConstraint("kind", "period_id", "scope_id"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    period_id: int = Field(foreign_key="period.id", index=True)
    scope_id: int = 0
    state: str = Field(default=NOMINATING, index=True)
    opened_at: datetime = moment()
    nominate_until: date
    vote_until: date
    closed_at: datetime | None = moment(nullable=True)
    outcome: str = ""
    end_reason: str | None = sealed()
    end_by: int | None = Field(default=None, foreign_key="employee.id")
    ended_at: datetime | None = moment(nullable=True)


class AwardEntry(SQLModel, table=True):
    """A candidate before the panel, with what was known when the vote began.

    `found` are the values of the criteria as text with spaces, `-` where nothing is known.
    """

    __table_args__ = (UniqueConstraint("round_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="awardround.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    found: str


def get(session: Session, round_id: int) -> AwardRound | None:
    """The row as it is now, also when this session has read it before."""
    return session.get(AwardRound, round_id, populate_existing=True)


def lock(session: Session, round_id: int) -> AwardRound | None:
    """The row, held until the transaction ends: votes and the count come one after another."""
    found = select(AwardRound).where(AwardRound.id == round_id).with_for_update()
    return session.exec(found.execution_options(populate_existing=True)).first()


def open_one(session: Session, values: Mapping[str, Any]) -> AwardRound | None:
    """A new round; None when there is one."""
    if not insert_new(session, AwardRound, {"state": NOMINATING, "outcome": "", **values}):
        return None
    return of_case(session, values["kind"], values["period_id"], values["scope_id"])


def of_case(session: Session, kind: str, period_id: int, scope_id: int) -> AwardRound | None:
    found = select(AwardRound).where(
        AwardRound.kind == kind,
        AwardRound.period_id == period_id,
        AwardRound.scope_id == scope_id,
    )
    return session.exec(found).first()


def under_way(session: Session) -> Sequence[AwardRound]:
    """Those that are not over, oldest first."""
    found = select(AwardRound).where(col(AwardRound.state).not_in(OVER))
    return session.exec(found.order_by(col(AwardRound.id))).all()


def closed_with_someone(session: Session, period_ids: Collection[int]) -> Sequence[AwardRound]:
    """Closed rounds of these quarters in which somebody was a candidate, oldest first."""
    found = select(AwardRound).where(
        AwardRound.state == CLOSED,
        col(AwardRound.period_id).in_(period_ids),
        col(AwardRound.id).in_(select(AwardEntry.round_id)),
    )
    return session.exec(found.order_by(col(AwardRound.id))).all()


def of_period(session: Session, period_id: int) -> Sequence[AwardRound]:
    found = select(AwardRound).where(AwardRound.period_id == period_id)
    return session.exec(found.order_by(col(AwardRound.id))).all()


def newest(session: Session, scope_ids: Sequence[int], limit: int) -> Sequence[AwardRound]:
    """The newest rounds of these scopes; of one quarter in the order in which they opened."""
    found = select(AwardRound).where(col(AwardRound.scope_id).in_(scope_ids))
    ordered = found.order_by(col(AwardRound.period_id).desc(), col(AwardRound.id))
    return session.exec(ordered.limit(limit)).all()


def move(session: Session, round_id: int, before: str, after: str, **more: Any) -> bool:
    """To another state, once; False when somebody was quicker."""
    there = (col(AwardRound.id) == round_id, col(AwardRound.state) == before)
    moved = update(AwardRound).where(*there).values(state=after, **more)
    return session.exec(moved).rowcount == 1


def draft_end(session: Session, round_id: int, reason: str, by: int) -> None:
    """Keep why a closed round is about to end without a winner, in place of an earlier draft."""
    there = (col(AwardRound.id) == round_id, col(AwardRound.state) == CLOSED)
    session.exec(update(AwardRound).where(*there).values(end_reason=reason, end_by=by))


def enter(session: Session, round_id: int, found: Mapping[int, str]) -> None:
    """Put these candidates before the panel."""
    rows = [
        {"round_id": round_id, "employee_id": person, "found": text}
        for person, text in sorted(found.items())
    ]
    insert_new_many(session, AwardEntry, rows)


def weigh(session: Session, round_id: int, found: Mapping[int, str]) -> None:
    """Write what came of the vote beside what was known before."""
    for person, text in found.items():
        there = (col(AwardEntry.round_id) == round_id, col(AwardEntry.employee_id) == person)
        session.exec(update(AwardEntry).where(*there).values(found=text))


def entries(session: Session, round_id: int) -> dict[int, str]:
    """Candidates with their values, in the order of their numbers."""
    found = select(AwardEntry.employee_id, AwardEntry.found).where(AwardEntry.round_id == round_id)
    return dict(session.exec(found.order_by(col(AwardEntry.employee_id))).all())
