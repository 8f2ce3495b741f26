"""The audit trail in a database: chained in the effect's transaction, only ever added to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from bot.rules.audit import Fault, Verdict, code_of, walk
from storage import audit
from storage.audit import AuditEntry, AuditFacts, Reader, open_reader
from storage.database import Database
from tests.cast import employ

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


@contextmanager
def reading(database: Database) -> Iterator[Reader]:
    with open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        yield reader


def look(database: Database, codes: dict[int, str] | None = None) -> Verdict:
    with reading(database) as reader:
        return walk(database.vault.key("audit"), reader.rows(), codes)


def write(database: Database, number: int, facts: dict[str, object] | None = None) -> None:
    with database.transaction() as session:
        audit.record(session, NOW, number, "act.do", f"object/{number}", facts)


@pytest.fixture
def trail(database: Database) -> Database:
    """Six entries, half of them with facts."""
    for number in range(1, 7):
        write(database, number, {"level": number, "word": "é☃"} if number % 2 else None)
    return database


def test_entries_are_one_chain(trail: Database) -> None:
    verdict = look(trail)
    assert (verdict.entries, verdict.broken) == (6, None)
    with trail.transaction() as session:
        rows = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        assert [row.id for row in rows] == [1, 2, 3, 4, 5, 6]
        assert [row.facts for row in rows[:2]] == ['{"level": 1, "word": "é☃"}', "{}"]
        assert rows[5].mac == verdict.mac


def test_several_entries_of_one_transaction_keep_their_order(database: Database) -> None:
    with database.transaction() as session:
        for number in range(5):
            audit.record(session, NOW, None, f"act.{number}", "object/1", {"n": number})
    with database.transaction() as session:
        actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()
    assert actions == [f"act.{number}" for number in range(5)]
    assert look(database).broken is None


def test_what_is_rolled_back_leaves_no_entry(trail: Database) -> None:
    def fail() -> None:
        with trail.transaction() as session:
            audit.record(session, NOW, 1, "act.do", "object/1", {"level": 1})
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        fail()
    assert look(trail).entries == 6
    write(trail, 7)
    assert (look(trail).entries, look(trail).broken) == (7, None)


def test_an_effect_that_cannot_be_chained_does_not_happen(trail: Database) -> None:
    """Effect and entry are one transaction: without the entry no effect."""
    with trail.transaction() as session:
        units, _ = employ(session)
    assert units

    def fail() -> None:
        with trail.transaction() as session:
            session.connection().execute(text("UPDATE employee SET post = 'Lain'"))
            audit.record(session, NOW, 1, "act.do", None)  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        fail()
    with trail.transaction() as session:
        posts = session.connection().execute(text("SELECT post FROM employee")).scalars().all()
    assert "Lain" not in posts
    assert look(trail).broken is None


def test_an_entry_inside_a_savepoint_is_refused(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as session, session.begin_nested():
            audit.record(session, NOW, 1, "act.do", "object/1")

    with pytest.raises(RuntimeError, match="whole transaction"):
        fail()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE auditentry SET actor_id = 9",
        "UPDATE auditentry SET actor_id = 9 WHERE id = 3",
        "DELETE FROM auditentry WHERE id = 6",
        "DELETE FROM auditentry",
        "UPDATE auditfacts SET facts = '{}'",
        "UPDATE auditfacts SET salt = salt WHERE entry_id = 1",
    ],
)
def test_the_database_itself_refuses_changes(trail: Database, statement: str) -> None:
    def change() -> None:
        with trail.transaction() as session:
            session.connection().execute(text(statement))

    with pytest.raises(DBAPIError, match=r"never|only added to: (UPDATE|DELETE) refused"):
        change()
    assert (look(trail).entries, look(trail).broken) == (6, None)


def test_the_tables_cannot_be_emptied_or_replaced(trail: Database) -> None:
    statement = (
        "TRUNCATE {}" if not trail.is_sqlite else "INSERT OR REPLACE INTO {} SELECT * FROM {}"
    )

    def change(table: str) -> None:
        with trail.transaction() as session:
            session.connection().execute(text(statement.replace("{}", table)))

    for table in ("auditentry", "auditfacts"):
        with pytest.raises(DBAPIError, match=r"never|without gaps|TRUNCATE refused"):
            change(table)
    assert (look(trail).entries, look(trail).broken) == (6, None)


def test_a_number_is_not_given_twice(trail: Database) -> None:
    def repeat() -> None:
        with trail.transaction() as session:
            session.connection().execute(
                text(
                    "INSERT INTO auditentry (id, at, action, object, mac)"
                    " SELECT id, at, action, object, mac FROM auditentry WHERE id = 3"
                )
            )

    with pytest.raises(DBAPIError):
        repeat()


def test_the_reader_cannot_write(trail: Database) -> None:
    for statement in ("INSERT INTO round VALUES ('x', '2026-08-12')", "CREATE TABLE x (y int)"):
        with reading(trail) as reader, pytest.raises(DBAPIError, match=r"(?i)read-?only"):
            reader.connection.execute(text(statement))


def test_the_reader_sees_one_moment(trail: Database) -> None:
    with reading(trail) as reader:
        assert reader.count() == 6
        write(trail, 7, {"level": 1})
        assert reader.count() == 6
        assert walk(trail.vault.key("audit"), reader.rows()).entries == 6
        assert reader.stray_facts() is None


def test_erasure_keeps_the_chain_valid(trail: Database) -> None:
    code = code_of(6, look(trail).mac)
    with trail.transaction() as session:
        assert audit.erase(session, NOW, None, 3, ["object/5"]) == 2
    with trail.transaction() as session:
        left = session.exec(select(AuditFacts.entry_id).order_by(col(AuditFacts.entry_id))).all()
        newest = session.get(AuditEntry, 7)
        assert newest is not None
        assert (newest.action, newest.object, newest.facts) == (
            "audit.erase",
            "employee/3",
            '{"entries": [3, 5]}',
        )
    assert left == [1, 7]
    verdict = look(trail, {6: code})
    assert (verdict.entries, verdict.erased, verdict.broken) == (7, 2, None)
    with trail.transaction() as session:
        assert audit.erase(session, NOW, None, 3, ["object/5"]) == 0
    assert look(trail).entries == 7


def test_facts_that_go_without_a_word_are_found(trail: Database) -> None:
    with trail.transaction() as session:
        session.connection().execute(text("DELETE FROM auditfacts WHERE entry_id = 3"))
    verdict = look(trail)
    assert (verdict.broken, verdict.fault) == (3, Fault.FACTS_GONE)


def test_facts_of_no_entry_are_found(trail: Database) -> None:
    with trail.transaction() as session:
        session.connection().execute(
            text(
                "INSERT INTO auditfacts SELECT 99, salt, facts FROM auditfacts WHERE entry_id = 1"
            )
        )
    with reading(trail) as reader:
        assert reader.stray_facts() == 99


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one writer
def test_two_transactions_at_once_make_one_chain(database: Database) -> None:
    """Both have recorded before either commits; on SQLite they queue at the beginning."""
    both = threading.Barrier(2, timeout=10)
    url = database.engine.url.render_as_string(hide_password=False)
    faults: list[BaseException] = []

    def work(number: int) -> None:
        own = Database(url, database.vault)
        try:
            for _ in range(25):
                with own.transaction() as session:
                    audit.record(session, NOW, number, "act.do", "object/1", {"n": number})
                    both.wait()
        except BaseException as fault:
            faults.append(fault)
            raise
        finally:
            own.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert (look(database).entries, look(database).broken) == (50, None)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one writer
def test_who_waits_to_add_an_entry_holds_nobody_up_in_a_circle(database: Database) -> None:
    """One records and then changes a row that the other holds, who records meanwhile."""
    with database.transaction() as session:
        employ(session)
    url = database.engine.url.render_as_string(hide_password=False)
    held, recorded = threading.Event(), threading.Event()
    other = Database(url, database.vault)

    def change(session: Session, post: str) -> None:
        statement = text("UPDATE employee SET post = :post WHERE id = 1")
        session.connection().execute(statement, {"post": post})

    def hold() -> None:
        with other.transaction() as session:
            change(session, "Satu")
            held.set()
            assert recorded.wait(10)
            audit.record(session, NOW, 1, "act.hold", "employee/1")

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    with database.transaction() as session:
        audit.record(session, NOW, 1, "act.wait", "employee/1")
        recorded.set()
        change(session, "Dua")
    thread.join(10)
    other.close()
    with database.transaction() as session:
        actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()
    assert actions == ["act.hold", "act.wait"]
    assert look(database).broken is None
