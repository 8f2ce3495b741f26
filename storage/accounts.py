"""Telegram accounts: who they belong to, what they are typing, whether they can be reached."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Date,
    Index,
    Select,
    String,
    bindparam,
    cast,
    func,
    text,
    update,
)
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, and_, col, or_, select

from storage.columns import moment
from storage.employees import Employee
from storage.grants import Grant
from storage.prepared import Prepared
from storage.units import Unit

CLAIMED, ACTIVE, SUSPENDED, ENDED = "claimed", "active", "suspended", "ended"


class Account(SQLModel, table=True):
    """One Telegram account bound, or asking to be bound, to one employee.

    `typing` is the act that receives what is typed next; `card` the message that is the living
    card; `offered` the commands that the phone lists; `epoch` grows whenever rights change, which
    kills every acting button issued before. `replaces_id` is the account this one takes over from;
    `active_from` ends a waiting time.
    `passing` are messages that show a secret and go when the next screen comes.
    """

    __table_args__ = (
        Index(
            "one_active_account_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
        Index(
            "one_living_row_per_telegram_id",
            "telegram_id",
            unique=True,
            sqlite_where=text("state <> 'ended'"),
            postgresql_where=text("state <> 'ended'"),
        ),
        Index(
            "one_pending_claim_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text("state = 'claimed'"),
            postgresql_where=text("state = 'claimed'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, index=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    state: str = CLAIMED
    claimed_at: datetime = moment()
    approved_at: datetime | None = moment(nullable=True)
    approved_by: int | None = Field(default=None, foreign_key="employee.id")
    proof: str = ""
    entry_code_id: int | None = Field(default=None, foreign_key="entrycode.id")
    replaces_id: int | None = Field(default=None, foreign_key="account.id")
    active_from: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    epoch: int = 0
    typing: str | None = None
    card: int | None = Field(default=None, sa_type=BigInteger)
    unreachable: str | None = None
    unreachable_since: datetime | None = moment(nullable=True)
    quiet_from: time | None = None
    quiet_until: time | None = None
    digest: bool = True
    plain: bool = False
    offered: str = ""
    passing: str = ""


class Known(NamedTuple):
    """One row that says all about the person behind an update."""

    account_id: int
    employee_id: int
    state: str
    epoch: int
    typing: str | None
    card: int | None
    unreachable: str | None
    name: str
    sex: int
    unit_id: int
    superior_id: int | None
    left_on: date | None
    zone: str
    roles: str | None
    plain: bool
    offered: str
    passing: str


def _known() -> Select[*tuple[Any, ...]]:
    today = bindparam("today", type_=Date)
    place = func.coalesce(cast(col(Grant.unit_id), String), "")
    roles = (
        select(func.aggregate_strings(col(Grant.role) + ":" + place, ","))
        .where(
            col(Grant.employee_id) == col(Employee.id),
            col(Grant.since) <= today,
            or_(col(Grant.until).is_(None), col(Grant.until) >= today),
        )
        .scalar_subquery()
    )
    columns = (
        col(Account.id),
        col(Account.employee_id),
        col(Account.state),
        col(Account.epoch),
        col(Account.typing),
        col(Account.card),
        col(Account.unreachable),
        col(Employee.name),
        col(Employee.sex),
        col(Employee.unit_id),
        col(Employee.superior_id),
        col(Employee.left_on),
        col(Unit.zone),
        roles,
        col(Account.plain),
        col(Account.offered),
        col(Account.passing),
    )
    found: Select[*tuple[Any, ...]] = select_columns(*columns)
    return (
        found.join(Employee, col(Employee.id) == col(Account.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Account.telegram_id) == bindparam("telegram_id"), col(Account.state) != ENDED)
    )


# Statements of every tap are built once: building costs more than running them.
# The row is locked: what one person does at two replicas is done one after the other.
_KNOWN = Prepared(_known().with_for_update(of=Account, key_share=True))


def known(session: Session, telegram_id: int, today: date) -> Known | None:
    """The living account with its person and valid roles (`role:unit,…`), in one statement.

    On PostgreSQL nobody else acts for this person until the transaction ends.
    """
    row = _KNOWN.first(session, telegram_id=telegram_id, today=today)
    return Known(*row) if row else None


def is_active(session: Session, telegram_id: int) -> bool:
    """Whether an active account stands behind this Telegram id."""
    found = select(Account.id).where(Account.telegram_id == telegram_id, Account.state == ACTIVE)
    return session.exec(found).first() is not None


def living(session: Session, telegram_id: int) -> Account | None:
    """The account that has not ended, claimed or active."""
    found = select(Account).where(Account.telegram_id == telegram_id, Account.state != ENDED)
    return session.exec(found).first()


def active_of(session: Session, employee_id: int) -> Account | None:
    found = select(Account).where(Account.employee_id == employee_id, Account.state == ACTIVE)
    return session.exec(found).first()


def active_many(session: Session, employee_ids: Sequence[int]) -> dict[int, Account]:
    """Active accounts by employee, in one query."""
    if not employee_ids:
        return {}
    found = select(Account).where(
        col(Account.employee_id).in_(set(employee_ids)), Account.state == ACTIVE
    )
    return {account.employee_id: account for account in session.exec(found)}


def holders(session: Session, employee_ids: Collection[int]) -> set[int]:
    """Those of these people who have an active account."""
    found = select(Account.employee_id).where(
        Account.state == ACTIVE, col(Account.employee_id).in_(employee_ids)
    )
    return set(session.exec(found).all())


def all_active(session: Session) -> Sequence[tuple[int, str]]:
    """Telegram id and name of everybody with an active account."""
    found = (
        select(Account.telegram_id, Employee.name)
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .where(Account.state == ACTIVE)
    )
    return session.exec(found.order_by(col(Account.telegram_id))).all()


_PUT_CARD = (
    update(Account).where(col(Account.id) == bindparam("account")).values(card=bindparam("shown"))
)
_LISTEN = Prepared(
    update(Account).where(col(Account.id) == bindparam("account")).values(typing=bindparam("act"))
)


def listen(session: Session, account_id: int, typing: str | None) -> None:
    """Remember which act receives what the person types next."""
    _LISTEN.change(session, account=account_id, act=typing)


def put_cards(session: Session, cards: Mapping[int, int | None]) -> None:
    """Remember which message is the living card of each account."""
    rows = [{"account": account, "shown": shown} for account, shown in sorted(cards.items())]
    session.connection().execute(_PUT_CARD, rows)


def offer(session: Session, account_id: int, commands: str) -> None:
    """Remember which commands the person's phone lists."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(offered=commands)
    )


def put_passing(session: Session, account_id: int, messages: str) -> None:
    """Remember which messages show a secret, by number with spaces; empty: none."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(passing=messages)
    )


def mark_unreachable(
    session: Session, telegram_id: int, reason: str | None, now: datetime
) -> None:
    """Note why nothing can be delivered; None when the person is back."""
    session.connection().execute(
        update(Account)
        .where(and_(col(Account.telegram_id) == telegram_id, col(Account.state) != ENDED))
        .values(unreachable=reason, unreachable_since=now if reason else None)
    )
