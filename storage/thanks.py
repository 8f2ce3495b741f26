"""Thanks between colleagues: for the receiver alone, unless the receiver shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, delete, func, text, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed


class Thanks(SQLModel, table=True):
    """`week` is the Monday; `shown`: the receiver lets all read it."""

    __table_args__ = (
        Index("thanks_shown", "id", sqlite_where=text("shown"), postgresql_where=text("shown")),
    )

    id: int | None = Field(default=None, primary_key=True)
    giver_id: int = Field(foreign_key="employee.id", index=True)
    receiver_id: int = Field(foreign_key="employee.id", index=True)
    value: str
    text: str = sealed("")
    week: date = Field(index=True)
    given_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)
    shown: bool = False


class ThanksConsent(SQLModel, table=True):
    """Who lets their superior see how many thanks they received."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    since: datetime = moment()


_SENT = col(Thanks.sent_at).is_not(None)


def get(session: Session, number: int) -> Thanks | None:
    return session.get(Thanks, number, populate_existing=True)


def draft(session: Session, row: Thanks) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def change(session: Session, number: int, **values: Any) -> bool:
    """Change what was not sent yet; whether it was so."""
    this = (col(Thanks.id) == number, col(Thanks.sent_at).is_(None))
    return session.exec(update(Thanks).where(*this).values(**values)).rowcount == 1


def show(session: Session, number: int, *, shown: bool) -> None:
    session.exec(update(Thanks).where(col(Thanks.id) == number).values(shown=shown))


def with_words(session: Session, receiver_id: int) -> list[int]:
    """Numbers of those that somebody received and whose words stand."""
    found = select(Thanks).where(Thanks.receiver_id == receiver_id, _SENT).order_by(col(Thanks.id))
    return [row.id or 0 for row in session.exec(found) if row.text]


def shown_of(session: Session, receiver_id: int) -> list[int]:
    """Numbers of those that somebody received and lets all read."""
    found = select(Thanks.id).where(Thanks.receiver_id == receiver_id, col(Thanks.shown))
    return [number or 0 for number in session.exec(found.order_by(col(Thanks.id)))]


def empty(session: Session, numbers: Sequence[int]) -> None:
    """Take their words away, and nobody reads them any more."""
    those = update(Thanks).where(col(Thanks.id).in_(numbers))
    session.exec(those.values(text="", shown=False))


def given_in(session: Session, giver_id: int, week: date) -> int:
    """How many somebody sent that week."""
    found = select_columns(func.count()).where(
        col(Thanks.giver_id) == giver_id, col(Thanks.week) == week, _SENT
    )
    return int(session.connection().execute(found).scalar_one())


def received(session: Session, receiver_id: int, skip: int, limit: int) -> Sequence[Thanks]:
    """Newest first."""
    found = select(Thanks).where(Thanks.receiver_id == receiver_id, _SENT)
    return session.exec(found.order_by(col(Thanks.id).desc()).offset(skip).limit(limit)).all()


def count_received(session: Session, receiver_id: int) -> int:
    found = select_columns(func.count()).where(col(Thanks.receiver_id) == receiver_id, _SENT)
    return int(session.connection().execute(found).scalar_one())


def open_ones(session: Session, limit: int) -> Sequence[Thanks]:
    """Those that their receivers show, newest first."""
    found = select(Thanks).where(col(Thanks.shown).is_(True), _SENT)
    return session.exec(found.order_by(col(Thanks.id).desc()).limit(limit)).all()


def often(session: Session, first: date, least: int) -> dict[tuple[int, int], int]:
    """Who thanked whom that many times or more in weeks from that one on, and how often."""
    columns: list[Any] = [col(Thanks.giver_id), col(Thanks.receiver_id)]
    found = select_columns(*columns, func.count()).where(col(Thanks.week) >= first, _SENT)
    found = found.group_by(*columns).having(func.count() >= least)
    return {(row[0], row[1]): row[2] for row in session.connection().execute(found)}


def count_since(session: Session, first: date) -> int:
    """How many were sent in weeks from that one on."""
    found = select_columns(func.count()).where(col(Thanks.week) >= first, _SENT)
    return int(session.connection().execute(found).scalar_one())


def consents(session: Session, employee_id: int) -> bool:
    return session.get(ThanksConsent, employee_id) is not None


def consenting(session: Session, employee_ids: Sequence[int]) -> set[int]:
    """Who of these lets their superior count."""
    found = select(ThanksConsent.employee_id).where(
        col(ThanksConsent.employee_id).in_(employee_ids)
    )
    return set(session.exec(found))


def draft_anew(session: Session, row: Thanks) -> int:
    """A draft in place of whatever its giver had not sent; its number."""
    mine = (col(Thanks.giver_id) == row.giver_id, col(Thanks.sent_at).is_(None))
    session.exec(delete(Thanks).where(*mine))
    return draft(session, row)


def put_consent(session: Session, employee_id: int, now: datetime, *, given: bool) -> None:
    row = session.get(ThanksConsent, employee_id)
    if given and row is None:
        session.add(ThanksConsent(employee_id=employee_id, since=now))
    elif not given and row is not None:
        session.delete(row)
    session.flush()


def counts(session: Session, employee_ids: Sequence[int]) -> dict[int, int]:
    """How many each of these received who consented."""
    columns: list[Any] = [col(Thanks.receiver_id), func.count()]
    found = (
        select_columns(*columns)
        .join(ThanksConsent, col(ThanksConsent.employee_id) == col(Thanks.receiver_id))
        .where(col(Thanks.receiver_id).in_(employee_ids), _SENT)
        .group_by(col(Thanks.receiver_id))
    )
    return {row[0]: row[1] for row in session.connection().execute(found)}
