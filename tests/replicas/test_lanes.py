"""Across processes: one person at a time, and ticks that are harmless twice."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.actions.guest import read_guest
from bot.actions.me import read_me
from bot.clockwork import Clockwork
from bot.ticks import TICKS, Tick
from storage import evidence_files, rounds
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty
from storage.outbox import Letter
from storage.reminders import Reminder
from storage.rounds import Round
from tests.conftest import NOW
from tests.crash.letters import OPENING
from tests.crash.people import FIRST, employ_many
from tests.kit import TestClock

ON_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
PEOPLE = 30


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    url = database.engine.url.render_as_string(hide_password=False)
    second = Database(url, database.vault)
    yield second
    second.close()


def one_waits(database: Database) -> bool:
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with database.engine.connect() as connection:
        return bool(connection.execute(waiting).scalar_one())


def reads(who: int) -> Callable[[Session], object]:
    """The first thing an update of this person does: of one with an account, or of a guest."""
    if who == FIRST:
        return lambda session: read_me(session, who, NOW)
    return lambda session: read_guest(session, who, NOW)


@ON_POSTGRESQL
@pytest.mark.parametrize("who", [FIRST, 1])
def test_a_person_is_served_by_one_replica_at_a_time(
    database: Database, other: Database, who: int
) -> None:
    with database.transaction() as session:
        employ_many(session, 2)
    order: list[str] = []

    def second() -> None:
        with other.transaction() as session:
            reads(who)(session)
            order.append("second")

    with ThreadPoolExecutor(1) as thread:
        with database.transaction() as session:
            reads(who)(session)
            following = thread.submit(second)
            while not one_waits(database):
                assert not following.done()
            with other.transaction() as beside:
                reads(FIRST + 1)(beside)  # of somebody else: nobody waits
            order.append("first")
        following.result(20)
    assert order == ["first", "second"]


@ON_POSTGRESQL
async def test_a_tick_is_made_by_one_process_at_a_time(
    database: Database, other: Database, clock: TestClock
) -> None:
    made: list[str] = []
    tick = Tick("x", lambda *_: made.append("x"))
    with database.transaction() as session:
        assert rounds.alone(session, "x")
        assert rounds.alone(session, "y")
        await Clockwork(other, clock, ticks=[tick]).tick_now()
        assert made == []
    await Clockwork(other, clock, ticks=[tick]).tick_now()
    assert made == ["x"]


def test_ticks_at_the_same_moment_do_everything_once(
    database: Database, other: Database, tmp_path: Path
) -> None:
    """Even without the lock that keeps them apart: keys decide."""
    with database.transaction() as session:
        employ_many(session, PEOPLE, superiors=3)
    gate = threading.Barrier(2)

    def process(own: Database) -> None:
        evidence_files.hand_over(tmp_path, own.engine)
        for tick in TICKS:
            gate.wait()
            while own._attempt(once(tick), False):
                pass

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(process, (database, other)))
    with database.transaction(reading=True) as session:
        letters = Counter(session.exec(select(Letter.employee_id, Letter.template)).all())
        stages = Counter(session.exec(select(Reminder.duty_id, Reminder.stage)).all())
        duties = session.exec(
            select(Duty.kind, Duty.owner_id, Duty.about_id, Duty.object_id)
        ).all()
        audit = Counter(session.exec(select(AuditEntry.action, AuditEntry.object)).all())
        days = Counter(session.exec(select(Round.name)).all())
    assert len(letters) >= PEOPLE
    assert set(letters.values()) == set(stages.values()) == set(days.values()) == {1}
    assert len(set(duties)) == len(duties) >= PEOPLE
    assert set(audit.values()) == {1}


def once(tick: Tick) -> Callable[[Session], bool]:
    return lambda session: tick.work(session, OPENING) is True
