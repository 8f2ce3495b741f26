"""Periods and duties make themselves, once, and follow the roster. On both databases."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.actions.periods import make, owed
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.periods import Period, SchemeVersion
from tests.cast import employ
from tests.quarter import tick

AUGUST = datetime(2026, 8, 12, 3, tzinfo=UTC)
RATING = datetime(2026, 10, 7, 3, tzinfo=UTC)
CALIBRATION = datetime(2026, 10, 14, 3, tzinfo=UTC)


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        return employ(session)[1]


def open_duties(database: Database, kind: DutyKind) -> set[tuple[int, int]]:
    """Who still owes about whom, in the third quarter of 2026."""
    with database.transaction() as session:
        rows = session.exec(
            select(Duty, Period).join(Period, Duty.period_id == Period.id)  # type: ignore[arg-type]
        ).all()
        return {
            (duty.owner_id, duty.about_id)
            for duty, period in rows
            if duty.kind == kind and duty.done_at is None and duty.cancelled_at is None
            if period.quarter == 3
        }


def test_the_first_tick_makes_scheme_periods_and_duties(
    database: Database, ids: dict[str, int]
) -> None:
    tick(database, AUGUST)
    with database.transaction() as session:
        scheme = session.exec(select(SchemeVersion)).one()
        made = session.exec(select(Period).order_by(Period.quarter)).all()  # type: ignore[arg-type]
        assert [(p.year, p.quarter, p.state) for p in made] == [
            (2026, 3, "open"),
            (2026, 4, "planned"),
        ]
        assert {(p.scheme_id, p.formula) for p in made} == {(scheme.id, "2026.1")}
        assert made[0].submit_until == date(2026, 10, 5)
    assert open_duties(database, DutyKind.REPORT) == {(number, 0) for number in ids.values()}
    assert (ids["budi"], ids["sari"]) in open_duties(database, DutyKind.APPRAISE)
    assert len(open_duties(database, DutyKind.APPRAISE)) == len(ids) - 1


def test_more_ticks_change_nothing(database: Database, ids: dict[str, int]) -> None:
    tick(database, AUGUST)
    before = snapshot(database)
    for _ in range(3):
        tick(database, AUGUST)
    assert snapshot(database) == before


def snapshot(database: Database) -> list[object]:
    with database.transaction() as session:
        tables = (SchemeVersion, Period, Duty, AuditEntry)
        return [row.model_dump() for table in tables for row in session.exec(select(table))]


def test_two_services_at_once_make_everything_once(
    database: Database, ids: dict[str, int]
) -> None:
    together = threading.Barrier(2)
    faults: list[BaseException] = []

    def serve() -> None:
        together.wait()
        try:
            database._attempt(lambda session: make(session, AUGUST), False)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=serve) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    with database.transaction() as session:
        assert len(session.exec(select(SchemeVersion)).all()) == 1
        assert len(session.exec(select(Period)).all()) == 2
    assert len(open_duties(database, DutyKind.REPORT)) == len(ids)


def test_the_calendar_moves_the_period(database: Database, ids: dict[str, int]) -> None:
    states = []
    for now in (AUGUST, RATING, CALIBRATION):
        tick(database, now)
        with database.transaction() as session:
            states.append(session.exec(select(Period.state).where(Period.quarter == 3)).one())
    assert states == ["open", "rating", "calibration"]
    owners = {owner for owner, _ in open_duties(database, DutyKind.PROPOSE_AWARD)}
    assert owners == {ids["wayan"]}


def test_joining_leaving_and_a_new_superior(database: Database, ids: dict[str, int]) -> None:
    tick(database, AUGUST)
    with database.transaction() as session:
        dedi, sari = session.get(Employee, ids["dedi"]), session.get(Employee, ids["sari"])
        assert dedi is not None
        assert sari is not None
        dedi.left_on, sari.superior_id = date(2026, 8, 12), ids["wayan"]
    tick(database, AUGUST)
    assert (ids["dedi"], 0) not in open_duties(database, DutyKind.REPORT)
    appraising = open_duties(database, DutyKind.APPRAISE)
    assert (ids["budi"], ids["dedi"]) in appraising  # rated for the days served
    assert (ids["budi"], ids["sari"]) not in appraising
    assert (ids["wayan"], ids["sari"]) in appraising
    with database.transaction() as session:
        person = session.get(Employee, ids["sari"])
        assert person is not None
        person.superior_id = ids["budi"]
    tick(database, AUGUST)
    appraising = open_duties(database, DutyKind.APPRAISE)
    assert (ids["budi"], ids["sari"]) in appraising
    assert (ids["wayan"], ids["sari"]) not in appraising


def test_duties_come_in_chunks(
    database: Database, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owed, "CHUNK", 3)
    with database.transaction() as session:
        assert make(session, AUGUST)
    assert len(open_duties(database, DutyKind.REPORT)) == 3
    tick(database, AUGUST)
    assert len(open_duties(database, DutyKind.REPORT)) == len(ids)


def test_a_period_out_of_order_is_refused(database: Database, ids: dict[str, int]) -> None:
    tick(database, AUGUST)
    with database.transaction() as session:
        third = session.exec(select(Period).where(Period.quarter == 3)).one()
        third.submit_until = date(2027, 6, 1)
        fourth = session.exec(select(Period).where(Period.quarter == 4)).one()
        session.delete(fourth)
    tick(database, AUGUST)
    with database.transaction() as session:
        assert [p.quarter for p in session.exec(select(Period))] == [3]
