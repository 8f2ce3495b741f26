"""Invented units to practise in: each a whole database in memory, kept as one sealed value.

Nothing of it stands in any other table; whoever ends or begins anew loses it.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.evidence import EvidenceState
from storage.accounts import Account
from storage.columns import moment, sealed_bytes
from storage.database import Database
from storage.evidence import Evidence
from storage.vault import Vault

PAGE_BYTES = 512  # most tables stay nearly empty, and each takes a page
SWIFTLY = 1
Furnish = Callable[[Session], None]


class Practice(SQLModel, table=True):
    """The invented unit of one account, as it was left."""

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    state: bytes | None = sealed_bytes()
    changed_at: datetime = moment(index=True)


@dataclass(slots=True)
class World:
    """An invented unit while it is open; `state` is what it came to, once it is closed."""

    session: Session
    state: bytes = b""


_MADE: dict[str, bytes] = {}


def is_made(vault: Vault) -> bool:
    """Whether a new unit is at hand."""
    return _secret(vault) in _MADE


def new(vault: Vault, furnish: Furnish) -> bytes:
    """A unit that `furnish` has filled; made once a process."""
    secret = _secret(vault)
    if secret not in _MADE:
        _MADE[secret] = _new(secret, furnish)
    return _MADE[secret]


@contextmanager
def opened(vault: Vault, state: bytes) -> Iterator[World]:
    """The unit in this thread's memory, in one transaction: kept at the end, or not on a fault."""
    rooms = _rooms(_secret(vault))
    with rooms.engine.connect() as connection:
        _driver(connection).deserialize(zlib.decompress(state))
    with rooms.transaction() as session:
        world = World(session)
        yield world
        waits = col(Evidence.state) == EvidenceState.WAITING
        session.connection().execute(
            update(Evidence).where(waits).values(state=EvidenceState.KEPT, fetch_at=None)
        )
    with rooms.engine.connect() as connection:
        world.state = _packed(connection)


def is_practice(session: Session) -> bool:
    """Whether this is an invented unit, not the office."""
    return bool(getattr(session.get_bind().dialect, "practice", False))


def exists(session: Session, account_id: int) -> bool:
    found = select(Practice.account_id).where(Practice.account_id == account_id)
    return session.exec(found).first() is not None


def read(session: Session, account_id: int) -> bytes | None:
    """The unit as the account left it."""
    found = session.get(Practice, account_id)
    return found.state if found else None


def put(session: Session, account_id: int, state: bytes, now: datetime) -> None:
    """Keep the unit for the account's next step."""
    session.merge(Practice(account_id=account_id, state=state, changed_at=now))
    session.flush()


def practise(session: Session, account_id: int, *, on: bool) -> None:
    """What the account does from now on is done in its invented unit, or in the office again."""
    mine = update(Account).where(col(Account.id) == account_id)
    session.connection().execute(mine.values(practising=on))


def forget(session: Session, account_id: int) -> None:
    """The unit of an account goes for good."""
    session.connection().execute(delete(Practice).where(col(Practice.account_id) == account_id))


def forget_older(session: Session, before: datetime) -> int:
    """Units that nobody has used since go; how many. Their people are in the office again."""
    old = col(Practice.changed_at) < before
    idle = delete(Practice).where(old).returning(col(Practice.account_id))
    gone = session.connection().execute(idle).scalars().all()
    if gone:
        theirs = update(Account).where(col(Account.id).in_(gone))
        session.connection().execute(theirs.values(practising=False))
    return len(gone)


def wear(session: Session, telegram_id: int, account_id: int) -> None:
    """In an invented unit: the trainee is this person from now on, and no other one."""
    taken = update(Account).where(col(Account.telegram_id) == telegram_id)
    session.connection().execute(taken.values(telegram_id=-col(Account.id), typing=None))
    own = update(Account).where(col(Account.id) == account_id)
    session.connection().execute(own.values(telegram_id=telegram_id))
    session.expire_all()


@cache
def _rooms(secret: str) -> Database:
    """One engine for all units: each thread has one connection, and loads what it needs."""
    rooms = Database("sqlite://", Vault(secret))
    rooms.engine.dialect.practice = True  # type: ignore[attr-defined]
    return rooms


def _secret(vault: Vault) -> str:
    """Of the office's own, but not it: no button or seal of one is valid in the other."""
    return vault.key("practice").hex()


def _new(secret: str, furnish: Furnish) -> bytes:
    rooms = _rooms(secret)
    empty = sqlite3.connect(":memory:")
    empty.execute(f"PRAGMA page_size={PAGE_BYTES}")
    empty.execute("VACUUM")
    with rooms.engine.connect() as connection:
        _driver(connection).deserialize(empty.serialize())
        SQLModel.metadata.create_all(connection)
        connection.commit()
    with rooms.transaction() as session:
        furnish(session)
    with rooms.engine.connect() as connection:
        return _packed(connection)


def _packed(connection: Connection) -> bytes:
    return zlib.compress(_driver(connection).serialize(), SWIFTLY)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
