"""Second factors: one secret a person, what was proven with it, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Index, insert, text, update
from sqlmodel import Field, Session, SQLModel, col, or_, select

from storage.columns import moment, sealed

REPLACED, RESET, LEFT, DROPPED = "replaced", "reset", "left", "dropped"
IN_USE = "confirmed_at IS NOT NULL AND ended_at IS NULL"
NEW = "confirmed_at IS NULL AND ended_at IS NULL"


class Factor(SQLModel, table=True):
    """Made, confirmed by its first code, in the end replaced or reset; then `secret` is gone.

    `last_step` is the newest step whose code was taken: none is taken twice. A proof holds for
    one account in one epoch. `usable_from` ends a waiting time, `paused_until` a pause after
    wrong tries.
    """

    __table_args__ = (
        Index(
            "one_factor_in_use_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text(IN_USE),
            postgresql_where=text(IN_USE),
        ),
        Index(
            "one_new_factor_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text(NEW),
            postgresql_where=text(NEW),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    secret: str | None = sealed()
    made_at: datetime = moment()
    confirmed_at: datetime | None = moment(nullable=True)
    usable_from: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    ended_as: str = ""
    last_step: int = Field(default=0, sa_type=BigInteger)
    failures: int = 0
    paused_until: datetime | None = moment(nullable=True)
    proven_at: datetime | None = moment(nullable=True)
    proven_account: int | None = Field(default=None, foreign_key="account.id")
    proven_epoch: int = 0
    used_at: datetime | None = moment(nullable=True)


def get(session: Session, factor_id: int) -> Factor | None:
    return session.get(Factor, factor_id)


def in_use(session: Session, employee_id: int, *, hold: bool = False) -> Factor | None:
    """The confirmed factor; `hold`: as it stands now, and nobody changes it until we commit."""
    found = select(Factor).where(Factor.employee_id == employee_id, text(IN_USE))
    if hold:
        found = found.with_for_update(key_share=True)
    return session.exec(found.execution_options(populate_existing=True)).first()


def new_of(session: Session, employee_id: int) -> Factor | None:
    """The one that waits for its first code."""
    found = select(Factor).where(Factor.employee_id == employee_id, text(NEW))
    return session.exec(found.execution_options(populate_existing=True)).first()


def make(session: Session, employee_id: int, secret: str, now: datetime) -> int:
    """A new one in place of an earlier that was never confirmed; its number."""
    _end(session, now, DROPPED, col(Factor.employee_id) == employee_id, text(NEW))
    values = {
        "employee_id": employee_id, "secret": secret, "made_at": now, "ended_as": "",
        "last_step": 0, "failures": 0, "proven_epoch": 0,
    }  # fmt: skip
    written = session.connection().execute(insert(Factor).values(values).returning(col(Factor.id)))
    return int(written.scalar_one() or 0)


def confirm(
    session: Session, factor_id: int, step: int, usable_from: datetime | None, now: datetime
) -> bool:
    """Take a new one into use; False when it was or has ended. The one before was ended."""
    done = session.connection().execute(
        update(Factor)
        .where(col(Factor.id) == factor_id, text(NEW))
        .values(confirmed_at=now, last_step=step, usable_from=usable_from)
    )
    return done.rowcount == 1


def retire(session: Session, employee_id: int, now: datetime) -> None:
    """End the one in use, because a new one takes its place."""
    _end(session, now, REPLACED, col(Factor.employee_id) == employee_id, text(IN_USE))


def take_step(session: Session, factor_id: int, step: int) -> bool:
    """Take the code of this step, once; False when it or a later one was taken."""
    done = session.connection().execute(
        update(Factor)
        .where(col(Factor.id) == factor_id, text(IN_USE), col(Factor.last_step) < step)
        .values(last_step=step)
    )
    return done.rowcount == 1


def prove(session: Session, factor_id: int, account_id: int, epoch: int, now: datetime) -> None:
    """This account, as its rights are now, has shown its second factor."""
    session.connection().execute(
        update(Factor)
        .where(col(Factor.id) == factor_id)
        .values(
            proven_at=now, proven_account=account_id, proven_epoch=epoch, failures=0,
            paused_until=None,
        )
    )  # fmt: skip


def fail(session: Session, factor_id: int, failures: int, paused_until: datetime | None) -> None:
    """Count wrong tries."""
    session.connection().execute(
        update(Factor)
        .where(col(Factor.id) == factor_id)
        .values(failures=failures, paused_until=paused_until)
    )


def use(
    session: Session, employee_id: int, account_id: int, epoch: int, since: datetime,
    now: datetime,
) -> bool:  # fmt: skip
    """Whether this account, as its rights are now, has proven itself since; in one update.

    The row stays ours until we commit: a reset comes wholly before or wholly after.
    """
    done = session.connection().execute(
        update(Factor)
        .where(
            col(Factor.employee_id) == employee_id,
            text(IN_USE),
            or_(col(Factor.usable_from).is_(None), col(Factor.usable_from) <= now),
            col(Factor.proven_account) == account_id,
            col(Factor.proven_epoch) == epoch,
            col(Factor.proven_at) > since,
            col(Factor.proven_at) <= now,
        )
        .values(used_at=now)
    )
    return done.rowcount == 1


def end(session: Session, employee_ids: Sequence[int], how: str, now: datetime) -> int:
    """End whatever these people have, used or new; how many."""
    return _end(session, now, how, col(Factor.employee_id).in_(employee_ids))


def reset_at(session: Session, employee_id: int) -> datetime | None:
    """When this person's second factor was last reset by somebody else."""
    found = select(Factor.ended_at).where(
        Factor.employee_id == employee_id, Factor.ended_as == RESET
    )
    return session.exec(found.order_by(col(Factor.ended_at).desc()).limit(1)).first()


def _end(session: Session, now: datetime, how: str, *which: object) -> int:
    done = session.connection().execute(
        update(Factor)
        .where(*which, col(Factor.ended_at).is_(None))  # type: ignore[arg-type]
        .values(ended_at=now, ended_as=how, secret=None)
    )
    return done.rowcount
