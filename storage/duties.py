"""Duties: who owes what, about whom, until when. Menus, reminders, digests all read these rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Integer, UniqueConstraint, bindparam, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.kept import once
from storage.prepared import Prepared
from storage.rows import Rows
from storage.upsert import insert_new, insert_new_many


class DutyKind(StrEnum):
    PLAN = "plan_results"  # the employee's planned results; the object counts the proposals
    AGREE = "agree_results"  # the superior's word on one proposal of them
    REPORT = "report"  # the employee's quarterly report
    APPRAISE = "appraise"  # the superior's rating of one person
    ASSESS = "assess"  # a team member's ratings of everybody in their part of the agency
    RATE_ACHIEVEMENT = "rate_achievement"  # one achievement waiting for its superior
    PROPOSE_AWARD = "propose_award"  # the evaluation team's proposal
    DECIDE_AWARD = "decide_award"  # the head's decision
    VIEW = "view"  # a team member's view on one result, before the views are opened
    SIGN_ADJUSTMENT = "sign_adjustment"  # the head's decision on an adjusted result
    PUBLISH = "publish"  # the head's signature under a quarter
    PUBLISH_LATE = "publish_late"  # under the result of one person who was left out
    YEAR_WRITE = "year_write"  # the employee's yearly report; the object is the year
    YEAR_REVIEW = "year_review"  # the superior's signature under a yearly report
    YEAR_JUDGE = "year_judge"  # the evaluation team's judgement of one
    RECEIPT = "receipt"  # the employee's receipt of a result
    NOMINATE = "nominate"  # a colleague to be asked, about oneself or about those one leads
    PEERS = "peers"  # what colleagues, and subordinates of a superior, are asked
    EXPLAIN_OBJECTION = "explain_objection"  # the rater's word on it
    ANSWER_EXPLANATION = "answer_explanation"  # the employee's word on that
    DECIDE_OBJECTION = "decide_objection"  # the reviewer's decision
    NAME_REVIEWER = "name_reviewer"  # HR's, where the hierarchy gives none
    CONFIRM_CORRECTION = "confirm_correction"  # the second person's


OF_YEAR = (DutyKind.YEAR_WRITE, DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE)
OWN, FOR_MINE = 0, 1
"""The object of `NOMINATE`: a proposal about oneself, or those about whom one leads."""


class Duty(SQLModel, table=True):
    """`period_id` 0 and `about_id` 0 stand for none, so that the key stays unique."""

    __table_args__ = (UniqueConstraint("period_id", "kind", "owner_id", "about_id", "object_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = 0
    kind: str = Field(index=True)
    owner_id: int = Field(foreign_key="employee.id", index=True)
    about_id: int = 0
    object_id: int = 0
    opens_on: date
    due_on: date = Field(index=True)
    done_at: datetime | None = moment(nullable=True)
    cancelled_at: datetime | None = moment(nullable=True)
    snoozed_until: datetime | None = moment(nullable=True)


def owe(
    session: Session,
    kind: DutyKind,
    owner_id: int,
    opens_on: date,
    due_on: date,
    *,
    period_id: int = 0,
    about_id: int = 0,
    object_id: int = 0,
) -> bool:
    """Make a duty unless it exists; whether it is new."""
    return insert_new(
        session,
        Duty,
        {
            "period_id": period_id,
            "kind": kind,
            "owner_id": owner_id,
            "about_id": about_id,
            "object_id": object_id,
            "opens_on": opens_on,
            "due_on": due_on,
        },
    )


_STILL_OPEN = (col(Duty.done_at).is_(None), col(Duty.cancelled_at).is_(None))
_URGENT_FIRST = (col(Duty.due_on), col(Duty.id))
_DONE = Prepared(
    update(Duty).where(
        col(Duty.kind) == bindparam("done_kind"),
        col(Duty.period_id) == bindparam("period"),
        col(Duty.about_id) == bindparam("about"),
        col(Duty.object_id) == bindparam("object"),
        # everybody's when nobody is named
        col(Duty.owner_id) == func.coalesce(bindparam("owner", type_=Integer), col(Duty.owner_id)),
        *_STILL_OPEN,
    )
)


def done(
    session: Session,
    kind: DutyKind,
    now: datetime,
    *,
    owner_id: int | None = None,
    period_id: int = 0,
    about_id: int = 0,
    object_id: int = 0,
) -> None:
    """Mark matching open duties done (every owner's when `owner_id` is None)."""
    which = {"done_kind": kind, "period": period_id, "about": about_id, "object": object_id}
    _DONE.change(session, **which, owner=owner_id, done_at=now)


_OPEN_OF = Rows(
    Duty,
    select(Duty)
    .where(
        col(Duty.owner_id) == bindparam("owner"),
        col(Duty.opens_on) <= bindparam("today"),
        *_STILL_OPEN,
    )
    .order_by(*_URGENT_FIRST),
)
_OPEN_ONES = Rows(
    Duty,
    select(Duty)
    .where(
        col(Duty.owner_id).in_(bindparam("owners", expanding=True)),
        col(Duty.kind).in_(bindparam("kinds", expanding=True)),
        col(Duty.opens_on) <= bindparam("today"),
        *_STILL_OPEN,
    )
    .order_by(*_URGENT_FIRST),
)


def open_of(session: Session, owner_id: int, today: date) -> Sequence[Duty]:
    """What this person still owes and may already do, most urgent first."""
    return _OPEN_OF.all(session, owner=owner_id, today=today)


def all_open(session: Session, today: date) -> Sequence[Duty]:
    """Every open duty of everybody, by owner and date."""
    found = select(Duty).where(
        col(Duty.opens_on) <= today,
        col(Duty.done_at).is_(None),
        col(Duty.cancelled_at).is_(None),
    )
    return session.exec(found.order_by(col(Duty.owner_id), col(Duty.due_on))).all()


class Owed(NamedTuple):
    """One duty of a period, whether open, done or cancelled."""

    id: int
    kind: str
    owner_id: int
    about_id: int
    object_id: int
    done: bool
    cancelled: bool


def of_period(
    session: Session, period_id: int, kinds: Collection[DutyKind], object_id: int | None = None
) -> Sequence[Owed]:
    """All duties of these kinds in a period; of one object where it is named."""
    columns: list[Any] = [
        *(Duty.id, Duty.kind, Duty.owner_id, Duty.about_id, Duty.object_id),
        *(col(Duty.done_at).is_not(None), col(Duty.cancelled_at).is_not(None)),
    ]
    found = select_columns(*columns).where(
        col(Duty.period_id) == period_id, col(Duty.kind).in_(kinds)
    )
    if object_id is not None:
        found = found.where(col(Duty.object_id) == object_id)
    return [Owed(*row) for row in session.connection().execute(found)]


def still_open(
    session: Session, period_id: int, kinds: Collection[DutyKind], limit: int
) -> Sequence[int]:
    """Numbers of open duties of these kinds in a period."""
    mine = (col(Duty.period_id) == period_id, col(Duty.kind).in_(kinds), *_STILL_OPEN)
    found = select_columns(col(Duty.id)).where(*mine).limit(limit)
    return [row.id for row in session.connection().execute(found)]


def concerned(
    session: Session, period_id: int, kind: DutyKind, about_ids: Collection[int]
) -> set[int]:
    """Whom of these such a duty is or was about, done or not, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        col(Duty.about_id).in_(about_ids),
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def owners(session: Session, period_id: int, kind: DutyKind, about_id: int) -> set[int]:
    """Who has or had such a duty about this person, unless it was taken back."""
    found = select(Duty.owner_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        Duty.about_id == about_id,
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def abouts_of(
    session: Session, period_id: int, kind: DutyKind, owner_ids: Collection[int]
) -> set[int]:
    """About whom these have or had such a duty, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        col(Duty.owner_id).in_(owner_ids),
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def abouts(session: Session, period_id: int, kind: DutyKind) -> set[int]:
    """About whom there is or was such a duty in a period, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id, Duty.kind == kind, col(Duty.cancelled_at).is_(None)
    )
    return set(session.exec(found).all())


@once("duty")
def open_ones(
    session: Session, owner_ids: tuple[int, ...], kinds: tuple[DutyKind, ...], today: date
) -> Sequence[Duty]:
    """Open duties of these kinds, of several owners at once, most urgent first."""
    return _OPEN_ONES.all(session, owners=owner_ids, kinds=kinds, today=today)


def owe_many(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """Make duties unless they exist; how many are new. Each row names all columns of `owe`."""
    return insert_new_many(session, Duty, rows)


def cancel(session: Session, duty_ids: Collection[int], now: datetime) -> None:
    """Take open duties back; done ones stay done."""
    open_one = (col(Duty.id).in_(duty_ids), col(Duty.done_at).is_(None))
    session.exec(update(Duty).where(*open_one).values(cancelled_at=now))


def withdraw(
    session: Session,
    kind: DutyKind,
    now: datetime,
    period_id: int,
    *,
    owner_id: int | None = None,
    about_id: int | None = None,
    object_id: int | None = None,
) -> None:
    """Take open duties of a kind back: this owner's, about this person and object, where named."""
    named = ((Duty.owner_id, owner_id), (Duty.about_id, about_id), (Duty.object_id, object_id))
    those = [col(column) == value for column, value in named if value is not None]
    those += [col(Duty.kind) == kind, col(Duty.period_id) == period_id, *_STILL_OPEN]
    session.exec(update(Duty).where(*those).values(cancelled_at=now))


def reopen(session: Session, duty_ids: Collection[int]) -> None:
    """Owe again what was done or taken back."""
    these = update(Duty).where(col(Duty.id).in_(duty_ids))
    session.exec(these.values(done_at=None, cancelled_at=None))


def owe_again(
    session: Session,
    kind: DutyKind,
    period_id: int,
    owners: Collection[int],
    *,
    about_id: int = 0,
) -> None:
    """Owe what these people had done in a period once more; who owes it still is left alone."""
    theirs = (
        col(Duty.kind) == kind,
        col(Duty.period_id) == period_id,
        col(Duty.about_id) == about_id,
        col(Duty.owner_id).in_(owners),
    )
    session.exec(update(Duty).where(*theirs).values(done_at=None, cancelled_at=None))


def owe_anew(
    session: Session, kind: DutyKind, owner_id: int, opens_on: date, due_on: date,
    *, about_id: int, object_id: int, period_id: int = 0,
) -> None:  # fmt: skip
    """The same as `owe`; one that was done before is owed anew, with these days."""
    key = {"period_id": period_id, "about_id": about_id, "object_id": object_id}
    if owe(session, kind, owner_id, opens_on, due_on, **key):
        return
    mine = (
        col(Duty.kind) == kind,
        col(Duty.owner_id) == owner_id,
        col(Duty.period_id) == period_id,
        col(Duty.about_id) == about_id,
        col(Duty.object_id) == object_id,
    )
    anew = {"opens_on": opens_on, "due_on": due_on, "done_at": None, "cancelled_at": None}
    session.exec(update(Duty).where(*mine).values(**anew))
