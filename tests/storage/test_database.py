"""One way to open a transaction, alike on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from storage import accounts, keyboards, updates
from storage import database as opening
from storage.accounts import Account
from storage.database import Database
from storage.employees import Employee
from storage.vault import Vault
from tests.cast import employ
from tests.databases import SECRET

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def test_what_is_sealed_is_not_in_the_database(database: Database) -> None:
    with database.transaction() as session:
        employ(session)
    with database.transaction() as session:
        raw = bytes(
            session.connection().execute(text("SELECT nip FROM employee")).scalars().all()[0]
        )
        opened = session.exec(select(Employee.nip)).first()
    assert opened is not None
    assert opened.encode() not in raw


def test_an_error_rolls_back(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as session:
            employ(session)
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        fail()
    with database.transaction() as session:
        assert session.exec(select(Employee)).all() == []


def test_me_is_read_with_roles_in_one_row(database: Database) -> None:
    with database.transaction() as session:
        employ(session)
        known = accounts.known(session, 103, NOW.date())
    assert known is not None
    assert known.roles == "tim_evaluasi:"
    assert known.zone == "Asia/Jakarta"


async def test_an_update_takes_effect_once_however_often_it_comes(database: Database) -> None:
    def claim(session: Session) -> bool:
        return updates.begin(session, 7, 101, NOW) is None

    claims = await asyncio.gather(*(database.run(claim) for _ in range(20)))
    assert claims.count(True) == 1


async def test_a_keyboard_is_spent_once_by_twenty_presses(database: Database) -> None:
    def issue(session: Session) -> None:
        later = datetime(2026, 9, 1, tzinfo=UTC)
        keyboards.issue(session, "token", 101, 0, ["x.y/1"], NOW, later)

    def spend(session: Session) -> str | None:
        return keyboards.spend(session, "token", keyboards.Holder(101, 0), NOW, by=7)

    await database.run(issue)
    spent = await asyncio.gather(*(database.run(spend) for _ in range(20)))
    assert [acts for acts in spent if acts] == ["x.y/1"]


@pytest.mark.parametrize(
    ("owner", "epoch", "day"), [(102, 0, 12), (101, 1, 12), (101, 0, 30)], ids=str
)
def test_a_keyboard_is_not_spent_by_others_or_later(
    database: Database, owner: int, epoch: int, day: int
) -> None:
    with database.transaction() as session:
        keyboards.issue(session, "t", 101, 0, ["x"], NOW, datetime(2026, 8, 20, tzinfo=UTC))
        assert (
            keyboards.spend(
                session, "t", keyboards.Holder(owner, epoch), NOW.replace(day=day), by=7
            )
            is None
        )


def test_one_employee_has_one_active_account(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    second = Account(telegram_id=5, employee_id=ids["sari"], state="active", claimed_at=NOW)

    def add() -> None:
        with database.transaction() as session:
            session.add(second)

    with pytest.raises(Exception, match=r"(?i)unique"):
        add()


def test_a_process_that_froze_in_a_transaction_keeps_no_lock_and_does_its_work_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "IDLE_SECONDS", 1)
    frozen, other = (Database(postgres_url, Vault(SECRET)) for _ in range(2))
    lock = text("SELECT pg_advisory_xact_lock(7)")
    tries = []

    def freeze(session: Session) -> str:
        tries.append(1)
        session.connection().execute(lock)
        if len(tries) == 1:
            with other.transaction() as awake:
                awake.connection().execute(lock)  # waits until the other one has been ended
        session.connection().execute(text("SELECT 1"))
        return "done"

    assert frozen.take_time(freeze, False, 0.0) == "done"
    assert len(tries) == 2
    for one in (frozen, other):
        one.close()
