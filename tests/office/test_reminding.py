"""The named moments of the clock remind exactly those who still owe; the first minute nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlmodel import Session, select

from bot.actions import periods as making
from bot.actions.reminders.planning import plan
from storage import duties, employees, periods, reports
from storage.duties import DutyKind
from storage.outbox import Letter
from storage.reminders import Reminder
from tests.office.conftest import Made


@pytest.fixture
def session(own: Made) -> Iterator[Session]:
    with own.database.transaction() as found:
        yield found


def tick(session: Session, now: datetime) -> None:
    while making.make(session, now):
        pass
    while plan(session, now):
        pass


def told(session: Session, stage: str, kind: str) -> set[int]:
    """Owners of duties of the running quarter whose stage was told."""
    period = periods.of_quarter(session, 2026, 4)
    assert period is not None
    found = session.exec(select(Reminder).where(Reminder.stage == stage)).all()
    owed = {
        duty.id: duty
        for duty in session.exec(
            select(duties.Duty).where(duties.Duty.kind == kind, duties.Duty.period_id == period.id)
        )
    }
    return {owed[row.duty_id].owner_id for row in found if row.duty_id in owed}


def test_marks_are_ahead_and_in_order(made: Made) -> None:
    marks = made.seeded.marks
    moments = [at for at, _ in marks]
    labels = [label for _, label in marks]
    assert moments == sorted(moments)
    assert moments[0] > made.seeded.now
    assert len(labels) == len(set(labels))
    assert {"H-14 laporan triwulan", "H-7 laporan triwulan", "H-3 laporan triwulan"} <= set(labels)
    assert {"Tenggat laporan triwulan", "Tenggat penilaian atasan"} <= set(labels)
    assert {label: at.date() for at, label in marks}["Tenggat laporan triwulan"] == date(
        2027, 1, 4
    )  # the fifth is a holiday


def test_the_first_minute_is_quiet(own: Made, session: Session) -> None:
    before = len(session.exec(select(Reminder)).all())
    tick(session, own.seeded.now)
    assert len(session.exec(select(Reminder)).all()) == before
    assert session.exec(select(Letter)).all() == []


def test_each_mark_reminds_those_who_still_owe(own: Made, session: Session) -> None:
    moments = {label: at for at, label in own.seeded.marks}
    period = periods.of_quarter(session, 2026, 4)
    assert period is not None
    assert period.id is not None
    everybody = {one.id or 0 for one in employees.in_service(session)}
    for number, (label, stage) in enumerate(
        [("H-14", "h-14"), ("H-7", "h-7"), ("H-3", "h-3"), ("Tenggat", "day")]
    ):
        at = moments[f"{label} laporan triwulan"]
        done = reports.senders(session, period.id)
        tick(session, at)
        assert told(session, stage, DutyKind.REPORT) == everybody - done
        somebody = sorted(everybody - done)[number]
        reports.write(session, period.id, somebody, "Semua target triwulan ini tercapai.")
        written = reports.of(session, period.id, somebody)
        assert written is not None
        assert written.id is not None
        reports.send(session, written.id, at)
        duties.done(session, DutyKind.REPORT, at, owner_id=somebody, period_id=period.id)


def test_raters_are_reminded_when_rating_is_open(own: Made, session: Session) -> None:
    moments = {label: at for at, label in own.seeded.marks}
    tick(session, moments["Penilaian atasan dibuka"])
    people = employees.in_service(session)
    above = {one.superior_id for one in people if one.superior_id is not None}
    assert told(session, "opening", DutyKind.APPRAISE) == above
