"""Acting buttons that were issued: one row a message, spent once by its owner."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import BigInteger, bindparam, delete, exists, insert, or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.accounts import ACTIVE, Account
from storage.columns import moment
from storage.prepared import Prepared


class Keyboard(SQLModel, table=True):
    """`acts` are written places, one a line; `result` is where the spent press led."""

    token: str = Field(primary_key=True)
    owner: int = Field(sa_type=BigInteger, index=True)  # telegram id
    epoch: int
    acts: str
    issued_at: datetime = moment()
    expires_at: datetime = moment(index=True)
    spent_at: datetime | None = moment(nullable=True)
    spent_by: int | None = Field(default=None, sa_type=BigInteger)  # update
    result: str | None = None


# Built once: every tap runs these.
_ISSUE = Prepared(insert(Keyboard))
_THIS = col(Keyboard.token) == bindparam("pressed")
_SPENT = (
    update(Keyboard)
    .where(
        _THIS,
        col(Keyboard.owner) == bindparam("presser"),
        col(Keyboard.epoch) == bindparam("rights"),
        col(Keyboard.spent_at).is_(None),
        col(Keyboard.expires_at) > bindparam("now"),
    )
    .values(spent_at=bindparam("now"), spent_by=bindparam("by"))
    .returning(col(Keyboard.acts))
)
# The same for whoever has an account: it still stands as it was read, and stays so until we
# commit, so that what takes a right away comes wholly before this press or wholly after.
_HOLDER = (
    select(col(Account.id))
    .where(
        col(Account.id) == bindparam("account"),
        col(Account.state) == ACTIVE,
        col(Account.epoch) == bindparam("rights"),
    )
    .with_for_update(key_share=True)
    .cte("holder")
)
_SPEND = Prepared(_SPENT)
_SPEND_AS = Prepared(_SPENT.where(exists(select(_HOLDER.c.id))))
_REMEMBER = Prepared(update(Keyboard).where(_THIS).values(result=bindparam("led_to")))


class Holder(NamedTuple):
    """Who presses, with which rights; with an `account` only while it is active with these."""

    owner: int
    epoch: int
    account: int | None = None


class Earlier(NamedTuple):
    """A press that was made before: when, by which update, and where it led."""

    spent_at: datetime
    spent_by: int | None
    result: str


def issue(
    session: Session,
    token: str,
    owner: int,
    epoch: int,
    acts: list[str],
    now: datetime,
    expires_at: datetime,
) -> None:
    row = {"token": token, "owner": owner, "epoch": epoch, "acts": "\n".join(acts)}
    _ISSUE.change(session, **row, issued_at=now, expires_at=expires_at)


def spend(session: Session, token: str, holder: Holder, now: datetime, *, by: int) -> str | None:
    """Spend a keyboard in one conditional update; its acts, or None when it cannot be spent."""
    pressed = {
        "pressed": token, "presser": holder.owner, "rights": holder.epoch, "now": now, "by": by,
    }  # fmt: skip
    if holder.account is None:
        acts: str | None = _SPEND.value(session, **pressed)
    else:
        acts = _SPEND_AS.value(session, **pressed, account=holder.account)
    return acts


def remember(session: Session, token: str, result: str) -> None:
    """Where the press led; a repeat is shown the same."""
    _REMEMBER.change(session, pressed=token, led_to=result)


def earlier(session: Session, token: str, owner: int) -> Earlier | None:
    """What the owner's first press on this keyboard led to."""
    found = select(Keyboard).where(Keyboard.token == token, Keyboard.owner == owner)
    row = session.exec(found).first()
    if row is None or row.spent_at is None or row.result is None:
        return None
    return Earlier(row.spent_at, row.spent_by, row.result)


def sweep(session: Session, before: datetime) -> int:
    """Forget keyboards that expired before; how many."""
    gone = session.connection().execute(delete(Keyboard).where(col(Keyboard.expires_at) < before))
    return gone.rowcount


def forget(session: Session, owners: Collection[int], acts: str) -> None:
    """Erase these people's keyboards with an act whose name begins so, spent or not."""
    theirs = delete(Keyboard).where(
        col(Keyboard.owner).in_(owners), col(Keyboard.acts).contains(acts, autoescape=True)
    )
    session.connection().execute(theirs)


def forget_before(session: Session, acts: Collection[str], before: datetime) -> None:
    """Erase everybody's keyboards with such acts, issued before, spent or not."""
    theirs = or_(*(col(Keyboard.acts).contains(one, autoescape=True) for one in acts))
    session.connection().execute(delete(Keyboard).where(theirs, col(Keyboard.issued_at) < before))
