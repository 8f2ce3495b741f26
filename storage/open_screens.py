"""Which screen each living card shows: written down a minute later, for everybody at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Field, Session, SQLModel, col

from storage.accounts import ACTIVE, Account
from storage.columns import moment
from storage.employees import Employee
from storage.upsert import insert_new_many


class OpenScreen(SQLModel, table=True):
    """`place` is the screen's address; "" when the card was a receipt and is done with."""

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    place: str
    at: datetime = moment(index=True)


class Open(NamedTuple):
    """Somebody's living card, and what it showed."""

    employee_id: int
    card: int
    place: str


_MOVE = (
    update(OpenScreen)
    .where(
        col(OpenScreen.account_id) == bindparam("account"),
        col(OpenScreen.at) <= bindparam("moment"),  # another process may have drawn since
    )
    .values(place=bindparam("shown"), at=bindparam("moment"))
)


def put(session: Session, shown: Mapping[int, tuple[str, datetime]]) -> None:
    """Remember what the card of each account shows, and since when."""
    rows = [
        {"account_id": account, "place": place, "at": at}
        for account, (place, at) in sorted(shown.items())
    ]
    if rows and insert_new_many(session, OpenScreen, rows) < len(rows):
        moves = [
            {"account": row["account_id"], "shown": row["place"], "moment": row["at"]}
            for row in rows
        ]
        session.connection().execute(_MOVE, moves)


def since(session: Session, moment: datetime, most: int) -> Sequence[Open]:
    """Cards that people who can be reached were shown since then, newest first."""
    found = (
        select(col(Account.employee_id), col(Account.card), col(OpenScreen.place))
        .join(Account, col(Account.id) == col(OpenScreen.account_id))
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .where(
            col(OpenScreen.at) >= moment,
            col(OpenScreen.place) != "",
            col(Account.state) == ACTIVE,
            col(Account.card).is_not(None),
            col(Account.unreachable).is_(None),
            col(Employee.left_on).is_(None),
        )
        .order_by(col(OpenScreen.at).desc(), col(OpenScreen.account_id))
        .limit(most)
    )
    rows = session.connection().execute(found)
    return [Open(who, card or 0, place) for who, card, place in rows]


def shown(session: Session, account_id: int) -> str:
    """What the account's card shows; "" when it is done with, or nothing was ever shown."""
    found = session.connection().scalar(
        select(col(OpenScreen.place)).where(col(OpenScreen.account_id) == account_id)
    )
    return found or ""


def shown_at(session: Session, account_id: int) -> datetime | None:
    """When the account's card was last drawn."""
    return session.connection().scalar(
        select(col(OpenScreen.at)).where(col(OpenScreen.account_id) == account_id)
    )
