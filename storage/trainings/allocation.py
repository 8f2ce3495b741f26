"""Who is to have which seat: budgets, proposed divisions, one line an application."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, insert, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.trainings.request import TrainingRequest
from storage.upsert import insert_new

ASKED, DRAFT, WAITING, SIGNED = "asked", "draft", "waiting", "signed"
REFUSED, WITHDRAWN, FAILED = "refused", "withdrawn", "failed"
LIVING = (ASKED, DRAFT, WAITING)
KEPT_OUT = "kept_out"
"""The cause of a line whose seat a person took in an earlier division: nothing was computed."""


class TrainingBudget(SQLModel, table=True):
    """How much a source of money pays for seats in a year, in rupiah."""

    __table_args__ = (UniqueConstraint("year", "source"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int
    source: str
    amount: int = Field(sa_type=BigInteger)
    set_by: int = Field(foreign_key="employee.id")
    set_at: datetime = moment()


class Allocation(SQLModel, table=True):
    """`figures` is JSON of numbers: what was given to the solver and what came of it.

    `mark` is of all lines as they were handed over.
    """

    __table_args__ = (
        Index(
            "one_living_allocation", "living", unique=True,
            sqlite_where=text("living"), postgresql_where=text("living"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    state: str = ASKED
    living: bool = True
    made_by: int = Field(foreign_key="employee.id")
    made_at: datetime = moment()
    solving_until: datetime | None = moment(nullable=True)
    solved_at: datetime | None = moment(nullable=True)
    given_at: datetime | None = moment(nullable=True)
    figures: str = "{}"
    mark: str = ""
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    answer_by: int | None = Field(default=None, foreign_key="employee.id")


class AllocationLine(SQLModel, table=True):
    """`parts` say what the benefit is made of (`gap=40,post=20`); `cause` why there is no seat.

    `seat` is what was computed, `changed` what HR put in its place, `why` HR's reason; with
    `KEPT_OUT` that of the division in which the seat was taken.
    """

    __table_args__ = (UniqueConstraint("allocation_id", "request_id"),)

    id: int | None = Field(default=None, primary_key=True)
    allocation_id: int = Field(foreign_key="allocation.id")
    request_id: int = Field(foreign_key="trainingrequest.id", index=True)
    benefit: int
    parts: str
    seat: bool
    cause: str
    changed: bool | None = None
    why: str | None = sealed()
    changed_by: int | None = Field(default=None, foreign_key="employee.id")

    @property
    def given(self) -> bool:
        return self.seat if self.changed is None else self.changed

    @property
    def removed(self) -> bool:
        """Whether a person took this seat: only a person gives it again."""
        return self.changed is False or (self.cause == KEPT_OUT and not self.given)


def budgets(session: Session, year: int) -> dict[str, int]:
    found = select(TrainingBudget).where(TrainingBudget.year == year)
    return {one.source: one.amount for one in session.exec(found)}


def put_budget(
    session: Session, year: int, source: str, amount: int, by: int, now: datetime
) -> None:
    """Set what a source pays in a year, or change it."""
    said = {"amount": amount, "set_by": by, "set_at": now}
    if insert_new(session, TrainingBudget, {"year": year, "source": source, **said}):
        return
    this = update(TrainingBudget).where(
        col(TrainingBudget.year) == year, col(TrainingBudget.source) == source
    )
    session.connection().execute(this.values(**said))


def lock_budget(session: Session, year: int, source: str) -> None:
    """Hold what a source pays in a year until the transaction ends."""
    this = update(TrainingBudget).where(
        col(TrainingBudget.year) == year, col(TrainingBudget.source) == source
    )
    session.connection().execute(this.values(amount=TrainingBudget.amount))


def begin(session: Session, by: int, now: datetime) -> bool:
    """Ask for a division; False while another one lives."""
    values = {"state": ASKED, "living": True, "made_by": by, "made_at": now, "figures": "{}"}
    return insert_new(session, Allocation, {**values, "mark": ""})


def get(session: Session, allocation_id: int) -> Allocation | None:
    return session.get(Allocation, allocation_id, populate_existing=True)


def living(session: Session) -> Allocation | None:
    found = select(Allocation).where(col(Allocation.living).is_(True))
    return session.exec(found.execution_options(populate_existing=True)).first()


def newest(session: Session, limit: int) -> Sequence[Allocation]:
    return session.exec(select(Allocation).order_by(col(Allocation.id).desc()).limit(limit)).all()


def move(session: Session, allocation_id: int, before: str, after: str, **values: Any) -> bool:
    """From one state to another, once."""
    this = update(Allocation).where(
        col(Allocation.id) == allocation_id, col(Allocation.state) == before
    )
    moved = this.values(state=after, living=after in LIVING, **values)
    return session.connection().execute(moved).rowcount == 1


def draft_answer(session: Session, allocation_id: int, by: int, answer: str) -> None:
    """Keep why somebody is about to send it back."""
    this = update(Allocation).where(
        col(Allocation.id) == allocation_id, col(Allocation.state) == WAITING
    )
    session.connection().execute(this.values(answer=answer, answer_by=by))


def lease(session: Session, allocation_id: int, now: datetime, until: datetime) -> bool:
    """Take the solving for oneself until then; False while another process has it."""
    free = col(Allocation.solving_until).is_(None) | (col(Allocation.solving_until) < now)
    this = update(Allocation).where(
        col(Allocation.id) == allocation_id, col(Allocation.state) == ASKED, free
    )
    return session.connection().execute(this.values(solving_until=until)).rowcount == 1


def put_lines(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        session.connection().execute(insert(AllocationLine), [dict(row) for row in rows])


def lines(session: Session, allocation_id: int) -> Sequence[AllocationLine]:
    """By the number of the application."""
    found = select(AllocationLine).where(AllocationLine.allocation_id == allocation_id)
    fresh = found.execution_options(populate_existing=True)
    return session.exec(fresh.order_by(col(AllocationLine.request_id))).all()


def line(session: Session, line_id: int) -> AllocationLine | None:
    return session.get(AllocationLine, line_id, populate_existing=True)


def decided_on(session: Session, request_id: int) -> AllocationLine | None:
    """What the newest signed division came to for an application."""
    found = (
        select(AllocationLine)
        .join(Allocation, col(Allocation.id) == col(AllocationLine.allocation_id))
        .where(AllocationLine.request_id == request_id, Allocation.state == SIGNED)
    )
    return session.exec(found.order_by(col(AllocationLine.id).desc()).limit(1)).first()


def removals(
    session: Session, request_ids: Collection[int], *, signed: bool = False
) -> dict[int, AllocationLine]:
    """Of these applications those whose seat a person took in the newest division since they were
    sent (`signed`: the newest that was signed), by number.
    """
    found = (
        select(AllocationLine)
        .join(Allocation, col(Allocation.id) == col(AllocationLine.allocation_id))
        .join(TrainingRequest, col(TrainingRequest.id) == col(AllocationLine.request_id))
        .where(col(AllocationLine.request_id).in_(request_ids))
        .where(col(Allocation.made_at) >= col(TrainingRequest.sent_at))
    )
    if signed:
        found = found.where(Allocation.state == SIGNED)
    newest = {one.request_id: one for one in session.exec(found.order_by(col(AllocationLine.id)))}
    return {number: one for number, one in newest.items() if one.removed}


def change(session: Session, line_id: int, changed: bool | None, why: str | None, by: int) -> None:
    """Put HR's decision in the place of the computed one; None takes it back."""
    this = update(AllocationLine).where(col(AllocationLine.id) == line_id)
    session.connection().execute(this.values(changed=changed, why=why, changed_by=by))
