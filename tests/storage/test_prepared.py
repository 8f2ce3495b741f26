"""A prepared statement does what SQLAlchemy would do with it, at a fraction of the work."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy import bindparam, delete, insert, text, update
from sqlalchemy import select as select_columns
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, col, select

from storage import employees
from storage.database import Database
from storage.employees import Employee
from storage.keyboards import Keyboard
from storage.prepared import WAY, Prepared, Way
from tests.cast import employ

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
ROW: dict[str, Any] = {"owner": 7, "epoch": 1, "acts": "menu", "issued_at": NOW, "expires_at": NOW}
PUT = Prepared(insert(Keyboard))
SEEN = Prepared(
    select_columns(col(Keyboard.token), col(Keyboard.issued_at), col(Keyboard.spent_at))
    .where(col(Keyboard.owner) == bindparam("owner"))
    .order_by(col(Keyboard.token))
)
MYSELF = Prepared(text("SELECT pg_backend_pid()"))
SPEND = Prepared(
    update(Keyboard)
    .where(col(Keyboard.token).in_(bindparam("tokens", expanding=True)))
    .values(spent_at=bindparam("now"))
    .returning(col(Keyboard.token), col(Keyboard.spent_at))
)


def test_values_and_rows_are_those_of_the_columns(database: Database) -> None:
    with database.transaction() as session:
        assert PUT.change(session, token="a", **ROW) == 1
        assert PUT.change(session, token="b", **ROW) == 1
    with database.transaction() as session:
        assert SEEN.all(session, owner=7) == [("a", NOW, None), ("b", NOW, None)]
        assert SEEN.first(session, owner=7) == ("a", NOW, None)
        assert SEEN.first(session, owner=8) is None
        assert SEEN.value(session, owner=7) == "a"
        assert SEEN.value(session, owner=8) is None


def test_sealed_columns_are_opened(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        slow = session.exec(select(Employee).where(Employee.id == ids["sari"])).one()
        fast = employees.get(session, ids["sari"])
        assert fast is not None
        assert slow.nip
        assert fast.nip == slow.nip


def test_a_list_may_have_any_length(database: Database) -> None:
    with database.transaction() as session:
        for token in "abc":
            PUT.change(session, token=token, **ROW)
        assert SPEND.all(session, tokens=[], now=NOW) == []
        assert SPEND.all(session, tokens=["a"], now=NOW) == [("a", NOW)]
        later = NOW + timedelta(hours=1)
        assert sorted(SPEND.all(session, tokens=["b", "c"], now=later)) == [
            ("b", later), ("c", later),
        ]  # fmt: skip


def test_other_values_make_another_statement(database: Database) -> None:
    change = Prepared(update(Keyboard).where(col(Keyboard.token) == bindparam("this")))
    with database.transaction() as session:
        PUT.change(session, token="a", **ROW)
        assert change.change(session, this="a", acts="help") == 1
        assert change.change(session, this="a", epoch=9, acts="menu") == 1
        assert change.change(session, this="z", epoch=1) == 0
        row = session.exec(select(Keyboard)).one()
        assert (row.acts, row.epoch) == ("menu", 9)


def test_what_was_added_before_is_written_first(database: Database) -> None:
    with database.transaction() as session:
        session.add(Keyboard(token="late", **ROW))
        assert SEEN.value(session, owner=7) == "late"


def test_a_fault_is_the_one_of_sqlalchemy(database: Database) -> None:
    with database.transaction() as session:
        PUT.change(session, token="a", **ROW)
    with pytest.raises(IntegrityError) as told:
        database._attempt(lambda session: PUT.change(session, token="a", **ROW), False)
    assert "menu" not in str(told.value)  # nothing of the values
    with database.transaction() as session:
        assert SEEN.all(session, owner=7) == [("a", NOW, None)]


def test_a_lock_that_cannot_be_had_is_tried_again(database: Database) -> None:
    """`Database.run` tries again on what the driver says through a prepared statement."""
    tries = []

    def work(session: Session) -> Any:
        tries.append(1)
        if len(tries) == 1:
            way = Way.of(session)
            driver = way.dialect.loaded_dbapi
            raise way.told("SELECT 1", driver.OperationalError("database is locked"))
        return SEEN.all(session, owner=7)

    assert database._attempt(work, False) == []
    assert len(tries) == 2


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite is a file
def test_a_connection_that_is_gone_is_not_used_again(database: Database) -> None:
    address = database.engine.url.set(drivername="postgresql").render_as_string(False)

    def work(session: Session) -> None:
        me = MYSELF.value(session)
        with psycopg.connect(address) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (me,))
        SEEN.all(session, owner=7)

    with pytest.raises(OperationalError) as told, database.transaction() as session:
        work(session)
    assert told.value.connection_invalidated
    with database.transaction() as session:
        assert SEEN.all(session, owner=7) == []


def test_values_that_nobody_names_are_refused(database: Database) -> None:
    whole = Prepared(delete(Keyboard).where(col(Keyboard.token) == bindparam("this")))
    with database.transaction() as session, pytest.raises(TypeError, match="this"):
        whole.change(session)


def test_it_goes_by_the_transaction_that_asks(database: Database) -> None:
    """A session of one's own works as well as one of the database."""
    with database.transaction() as session:
        assert WAY in session.info
        PUT.change(session, token="a", **ROW)
    with Session(database.engine) as session, session.begin():
        assert WAY not in session.info
        assert SEEN.value(session, owner=7) == "a"


def test_days_and_moments_come_as_such(database: Database) -> None:
    those = select_columns(col(Employee.left_on)).where(col(Employee.id) == bindparam("n"))
    told = Prepared(those)
    with database.transaction() as session:
        _, ids = employ(session)
        person = session.get_one(Employee, ids["sari"])
        person.left_on = date(2026, 8, 1)
        assert told.value(session, n=ids["sari"]) == date(2026, 8, 1)
