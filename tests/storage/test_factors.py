"""Second factors in the database: one in use, each code once, nothing readable once it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from storage import factors, recovery_codes
from storage.accounts import active_of
from storage.database import Database
from storage.factors import RESET, Factor
from storage.recovery_codes import RecoveryCode
from tests.cast import employ
from tests.conftest import NOW
from tests.factors import KEY, rows

STEP = 1000
CODE = "0123456789"


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        return employ(session)[1]


def used(session: Session, employee_id: int) -> Factor:
    found = factors.in_use(session, employee_id)
    assert found is not None
    return found


def at_once(database: Database, act: Callable[[Session], bool], many: int = 6) -> int:
    """How many of so many at once were let."""
    line, let = threading.Barrier(many), []

    def run() -> None:
        line.wait()
        let.append(database._attempt(act, False))

    threads = [threading.Thread(target=run) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let) == many
    return sum(let)


def test_of_many_at_once_one_takes_a_step(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        number = used(session, ids["kepala"]).id or 0
    assert at_once(database, lambda session: factors.take_step(session, number, STEP)) == 1
    with database.transaction() as session:
        assert not factors.take_step(session, number, STEP)
        assert not factors.take_step(session, number, STEP - 1)
        assert factors.take_step(session, number, STEP + 1)


def test_of_many_at_once_one_spends_a_recovery_code(
    database: Database, ids: dict[str, int]
) -> None:
    with database.transaction() as session:
        number = used(session, ids["kepala"]).id or 0
        other = used(session, ids["maya"]).id or 0
        recovery_codes.give(session, number, [CODE, "A" * 10], NOW)
    assert at_once(database, lambda s: recovery_codes.spend(s, number, CODE, NOW)) == 1
    with database.transaction() as session:
        assert recovery_codes.left(session, number) == 1
        assert not recovery_codes.spend(session, other, "A" * 10, NOW)
        recovery_codes.give(session, number, ["B" * 10], NOW)
        assert not recovery_codes.spend(session, number, "A" * 10, NOW)
        assert recovery_codes.spend(session, number, "B" * 10, NOW)


def test_one_is_in_use_and_one_may_be_new(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        first = factors.make(session, ids["kepala"], "A" * 32, NOW)
        second = factors.make(session, ids["kepala"], "B" * 32, NOW)
        assert not factors.confirm(session, first, STEP, None, NOW)
        new = factors.new_of(session, ids["kepala"])
        assert new is not None
        assert new.id == second
    with pytest.raises(IntegrityError), database.transaction() as session:
        factors.confirm(session, second, STEP, None, NOW)


def test_what_ended_is_forgotten(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        assert factors.end(session, [ids["kepala"]], RESET, NOW) == 1
        assert factors.reset_at(session, ids["kepala"]) == NOW
        assert factors.reset_at(session, ids["maya"]) is None
    assert [one.secret is None for one in rows(database)] == [True, False, False]


def test_nothing_can_be_read_without_the_key(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        number = used(session, ids["kepala"]).id or 0
        recovery_codes.give(session, number, [CODE], NOW)
        raw = [
            *session.connection().execute(text("SELECT * FROM factor")).all(),
            *session.connection().execute(text("SELECT * FROM recoverycode")).all(),
        ]
    written = b"|".join(
        bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
        for row in raw
        for cell in row
    )
    assert KEY.encode() not in written
    assert CODE.encode() not in written
    with database.transaction() as session:
        recovery_codes.hide(session, number)
        assert recovery_codes.shown(session, number) == []
        assert [one.code for one in session.exec(select(RecoveryCode))] == [None]


@pytest.mark.parametrize(
    ("hours", "epoch", "mine", "holds"),
    [(1, 0, True, True), (13, 0, True, False), (-1, 0, True, False), (1, 1, True, False),
     (1, 0, False, False)],
    ids=["an hour ago", "yesterday", "in the future", "other rights", "another account"],
)  # fmt: skip
def test_a_proof_holds_for_one_account_and_its_rights(
    database: Database, ids: dict[str, int], hours: int, epoch: int, mine: bool, holds: bool
) -> None:
    with database.transaction() as session:
        accounts = [active_of(session, ids[key]) for key in ("kepala", "maya")]
        own, other = (one.id or 0 for one in accounts if one)
        number = used(session, ids["kepala"]).id or 0
        factors.prove(session, number, own, 0, NOW - timedelta(hours=hours))
        since, account = NOW - timedelta(hours=12), own if mine else other
        assert factors.use(session, ids["kepala"], account, epoch, since, NOW) is holds
