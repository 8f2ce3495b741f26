"""An account, and whose it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.employees import Employee

CLAIMED, ACTIVE, SUSPENDED, ENDED = "claimed", "active", "suspended", "ended"


def _part(name: str, column: str, where: str, *, unique: bool = False) -> Index:
    """An index of the rows alone of which this holds."""
    only = text(where)
    return Index(name, column, unique=unique, sqlite_where=only, postgresql_where=only)


class Account(SQLModel, table=True):
    """One Telegram account bound, or asking to be bound, to one employee.

    `typing` is the act that receives what is typed next; `card` the message that is the living
    card; `offered` the commands that the phone lists, `menu_app` the address that the chat's own
    menu button opens, empty where it lists them; `epoch` grows whenever rights change, which kills
    every acting button issued before. `replaces_id` is the account this one takes over from;
    `active_from` ends a waiting time.
    `passing` are messages that show a secret and go when the next screen comes.
    `practising`: what the person does is done in their invented unit.
    `numbered`: the card's buttons stand in its text, too, and `choices` says what each of their
    numbers presses, a line each. `tour` is true until the first steps were seen or skipped.
    """

    __table_args__ = (
        _part("one_active_account_per_employee", "employee_id", "state = 'active'", unique=True),
        _part("one_living_row_per_telegram_id", "telegram_id", "state <> 'ended'", unique=True),
        _part("one_pending_claim_per_employee", "employee_id", "state = 'claimed'", unique=True),
        # Nearly everybody's button opens the same address: the others are found beside it.
        _part("account_menu_app", "menu_app", "menu_app <> ''"),
        _part("account_menu_left", "id", "menu_app <> '' AND state <> 'active'"),
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
    language: str = "id"
    numbered: bool = False
    pictures: bool = True
    tour: bool = False
    choices: str = ""
    practising: bool = False
    offered: str = ""
    menu_app: str = ""
    passing: str = ""


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


def holders(session: Session, employee_ids: Collection[int]) -> set[int]:
    """Those of these people who have an active account."""
    found = select(Account.employee_id).where(
        Account.state == ACTIVE, col(Account.employee_id).in_(employee_ids)
    )
    return set(session.exec(found).all())


def in_touch(session: Session) -> set[int]:
    """Everybody with an active account."""
    found = select(Account.employee_id).where(Account.state == ACTIVE)
    return set(session.exec(found).all())


def all_active(session: Session) -> Sequence[tuple[int, str]]:
    """Telegram id and name of everybody with an active account."""
    found = (
        select(Account.telegram_id, Employee.name)
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .where(Account.state == ACTIVE)
    )
    return session.exec(found.order_by(col(Account.telegram_id))).all()
