"""A tick reads nobody where nothing was done since all was there; on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from sqlmodel import Session, col, select, update

from bot.actions import periods
from bot.actions.days import agency_days
from bot.actions.periods import owed, resting, yearly
from storage import absences, audit, duties, employees, postings, reports
from storage import periods as stored
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.units import Unit
from tests.actions.test_expectations import OPENING
from tests.actions.test_years import owed as owed_of_year
from tests.cast import employ
from tests.years import END, live_through, morning

pytestmark = pytest.mark.rests
MANY = 70


@contextmanager
def looks(at: Any, name: str) -> Iterator[list[int]]:
    """One for each time that everybody was read."""
    seen: list[int] = []
    reads: Callable[..., Any] = getattr(at, name)

    def wanted(*args: Any) -> Any:
        seen.append(1)
        return reads(*args)

    with patch.object(at, name, wanted):
        yield seen


def tick(database: Database, now: datetime = OPENING) -> None:
    """Until nothing is left, and once more, as a minute later nothing is done."""
    for _ in range(2):
        more = True
        while more:
            with database.transaction() as session:
                more = periods.make(session, now)


def done(database: Database, action: str) -> None:
    with database.transaction() as session:
        audit.record(session, OPENING, None, action, "period/1")


def open_duties(database: Database, kind: DutyKind) -> set[tuple[int, int]]:
    with database.transaction() as session:
        rows = session.exec(select(Duty).where(Duty.kind == kind))
        return {(one.owner_id, one.about_id) for one in rows
                if one.done_at is None and one.cancelled_at is None}  # fmt: skip


def looked(database: Database, now: datetime = OPENING) -> bool:
    with looks(owed, "due") as seen:
        tick(database, now)
    return bool(seen)


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        ids = employ(session)[1]
    tick(database)
    return ids


def test_a_tick_with_nothing_to_do_reads_nobody(database: Database, ids: dict[str, int]) -> None:
    assert ids
    assert not looked(database)
    done(database, "forums.send")
    assert not looked(database)
    done(database, "roster.import")
    assert looked(database)
    assert not looked(database)
    assert looked(database, OPENING + resting.ANYWAY)
    assert looked(database, OPENING + timedelta(1))
    assert looked(database, OPENING)  # a clock that was put back


def test_such_a_tick_gets_as_few_rows_from_seventy_as_from_eight(
    database: Database, ids: dict[str, int]
) -> None:
    def rows() -> list[int]:
        asked: list[tuple[str, Any]] = []
        dialect, plain = database.engine.dialect, database.engine.dialect.do_execute

        def note(cursor: Any, statement: str, values: Any, context: Any = None) -> None:
            plain(cursor, statement, values, context)
            if statement.startswith("SELECT"):
                asked.append((statement, values))

        with patch.object(dialect, "do_execute", note), database.transaction() as session:
            assert not periods.make(session, OPENING)
        with database.transaction(reading=True) as session:
            count = session.connection().exec_driver_sql
            return [
                count(f"SELECT count(*) FROM ({statement}) AS counted", values).scalar_one()
                for statement, values in asked
            ]

    few = rows()
    with database.transaction() as session:
        unit = session.exec(select(Unit.id)).first()
        one = session.get(Employee, ids["sari"])
        assert one is not None
        for number in range(MANY):
            values = one.model_dump(exclude={"id"}) | {
                "nip": f"{number:018d}", "nip_index": f"{number:032d}".encode(),
                "name": f"Orang {number}", "search_key": f"orang {number}", "unit_id": unit,
            }  # fmt: skip
            session.add(Employee(**values))
    done(database, "roster.import")
    tick(database)
    assert len(open_duties(database, DutyKind.REPORT)) == MANY + len(ids)
    assert rows() == few


def test_what_is_done_at_another_replica_is_seen_here(
    database: Database, ids: dict[str, int]
) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    other = Database(url, database.vault)
    try:
        tick(other)
        with other.transaction() as session:
            employees.put_superior(session, ids["sari"], ids["kepala"])
            audit.record(session, OPENING, ids["maya"], "desk.change_superior", "employee/1")
        tick(other)
        assert looked(database)
        assert (ids["kepala"], ids["sari"]) in open_duties(database, DutyKind.APPRAISE)
        assert (ids["budi"], ids["sari"]) not in open_duties(database, DutyKind.APPRAISE)
    finally:
        other.close()


def test_a_shorter_trail_is_another_database(database: Database, ids: dict[str, int]) -> None:
    """As from a backup: what was seen in the one before says nothing about it."""
    assert ids
    done(database, "forums.send")
    tick(database)
    with patch.object(audit, "newest", lambda session: 1):
        assert looked(database)


def test_leave_postings_and_departures_are_seen(database: Database, ids: dict[str, int]) -> None:
    middle = datetime(2026, 8, 12, 3, tzinfo=OPENING.tzinfo)
    tick(database, middle)

    def does(act: Callable[[Session], object], said: str) -> None:
        with database.transaction() as session:
            act(session)
            audit.record(session, middle, ids["maya"], said, "employee/1")
        tick(database, middle)

    day = middle.date()
    does(lambda session: postings.bring(session, postings.EVER), "roster.import")
    does(lambda session: employees.put_superior(session, ids["sari"], ids["kepala"]), "desk.x")
    does(lambda session: postings.bring(session, day), "roster.import")
    assert {owner for owner, about in open_duties(database, DutyKind.APPRAISE)
            if about == ids["sari"]} == {ids["budi"], ids["kepala"]}  # fmt: skip
    last = datetime(2026, 9, 30, 3, tzinfo=OPENING.tzinfo).date()
    leave = (ids["sari"], day, last, "long", ids["maya"])
    does(lambda session: absences.add_absence(session, *leave), "desk.leave")
    with database.transaction() as session:
        assert not any(due(session, middle))
    gone = update(Employee).where(col(Employee.id) == ids["dedi"]).values(left_on=day)
    does(lambda session: session.execute(gone), "roster.import")
    assert ids["dedi"] not in {owner for owner, _ in open_duties(database, DutyKind.PLAN)}


def due(session: Session, now: datetime) -> list[int]:
    """How much is still to be brought of every period that runs, read anew."""
    today = agency_days(session, now)
    return [owed.due(session, one, today).many for one in stored.running(session)]


def test_a_bulk_is_read_once_and_made_in_many_chunks(
    database: Database, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And who has done meanwhile what was still to be made does not owe it in the end."""
    monkeypatch.setattr(owed, "CHUNK", 3)
    with database.transaction() as session:
        session.execute(Duty.__table__.delete())  # type: ignore[attr-defined]
    done(database, "roster.import")
    chunks = 0
    with looks(owed, "due") as seen:
        more = True
        while more:
            with database.transaction() as session:
                more = periods.make(session, OPENING)
            chunks += 1
            done(database, "reports.send")
    assert chunks >= len(ids)
    assert len(seen) <= 2
    assert len(open_duties(database, DutyKind.PLAN)) == len(ids)


def test_whoever_hands_in_while_the_rest_is_made_does_not_owe_it(
    database: Database, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owed, "CHUNK", 3)
    with database.transaction() as session:
        session.execute(Duty.__table__.delete())  # type: ignore[attr-defined]
    done(database, "roster.import")
    with database.transaction() as session:
        assert periods.make(session, OPENING)
        (period,) = stored.running(session)
        there = {one.owner_id for one in session.exec(select(Duty))}
        late = max(set(ids.values()) - there)
        _sends_report(session, period.id or 0, late)
    tick(database)
    assert late not in {owner for owner, _ in open_duties(database, DutyKind.REPORT)}
    with database.transaction() as session:
        assert not any(due(session, OPENING))


def _sends_report(session: Session, period_id: int, who: int) -> None:

    reports.write(session, period_id, who, "Loket selesai lebih cepat dari standar.")
    reports.send(session, reports.begin(session, period_id, who), OPENING)
    duties.done(session, DutyKind.REPORT, OPENING, owner_id=who, period_id=period_id)
    audit.record(session, OPENING, who, "reports.send", "report/1")


def test_of_the_year_too(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
    live_through(database, ids, {3: 5, 4: 4})
    now = morning(END)
    tick(database, now)
    assert owed_of_year(database) == [("year_write", "Sari")]

    def year_looked(at: timedelta = timedelta()) -> bool:
        with looks(yearly, "_wanted") as seen:
            tick(database, now + at)
        return bool(seen)

    assert not year_looked()
    done(database, "forums.send")
    assert not year_looked()
    with database.transaction() as session:
        employees.put_superior(session, ids["sari"], None)
    done(database, "desk.change_superior")
    assert year_looked()
    assert owed_of_year(database) == []
    assert not year_looked()
    assert year_looked(resting.ANYWAY)
    assert year_looked(timedelta(1))
