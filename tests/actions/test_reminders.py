"""Which stages are told to whom and when, whatever the clock does."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, delete, select, update

from bot.actions import reminders
from bot.actions.holidays import calendar_around
from bot.actions.reminders import planning
from storage import duties
from storage import reminders as reminder_rows
from storage.absences import Absence, Mandate
from storage.accounts import Account
from storage.database import Database
from storage.duties import DutyKind
from storage.employees import Employee
from storage.outbox import Kind, Letter, State
from storage.reminders import Look, Reminder
from storage.units import Unit
from tests.cast import employ
from tests.databases import fresh

JAKARTA = ZoneInfo("Asia/Jakarta")
OPENS, DUE = date(2026, 9, 1), date(2026, 10, 5)


def at(day: date, hour: int = 8, minute: int = 5, zone: str = "Asia/Jakarta") -> datetime:
    return datetime.combine(day, time(hour, minute), ZoneInfo(zone)).astimezone(UTC)


def plan_all(database: Database, now: datetime) -> None:
    for _ in range(1000):
        with database.transaction() as session:
            if not reminders.plan(session, now):
                return
    raise AssertionError("never done")


def people(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        return employ(session)[1]


def owe(database: Database, owner: int, kind: DutyKind = DutyKind.REPORT, **more: int) -> None:
    with database.transaction() as session:
        duties.owe(session, kind, owner, OPENS, DUE, **more)


def planned(database: Database) -> list[Reminder]:
    with database.transaction(reading=True) as session:
        return list(session.exec(select(Reminder).order_by(col(Reminder.id))))


def letters(database: Database) -> list[Letter]:
    with database.transaction(reading=True) as session:
        return list(session.exec(select(Letter).order_by(col(Letter.id))))


def deliver_all(database: Database) -> None:
    """As the courier would."""
    with database.transaction() as session:
        session.connection().execute(
            update(Letter).where(col(Letter.state) == State.WAITING).values(state=State.SENT)
        )


def days(first: date, count: int) -> Sequence[date]:
    return [first + timedelta(number) for number in range(count)]


def stages(database: Database) -> list[tuple[str, date, int]]:
    return [
        (row.stage, row.tell_at.astimezone(JAKARTA).date(), row.to_id) for row in planned(database)
    ]


def test_the_whole_ladder_of_a_duty_nobody_does(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    for day in days(date(2026, 8, 30), 46):
        for hour in (0, 8, 20):
            plan_all(database, at(day, hour))
            deliver_all(database)
    sari, budi, kepala = ids["sari"], ids["budi"], ids["kepala"]
    assert stages(database) == [
        ("opening", date(2026, 9, 1), sari),
        ("h-14", date(2026, 9, 21), sari),
        ("h-7", date(2026, 9, 28), sari),
        ("h-1", date(2026, 10, 2), sari),  # h-3 and h-1 (a Sunday) fall on one Friday
        ("day", date(2026, 10, 5), sari),
        ("overdue+1", date(2026, 10, 6), sari),
        ("overdue+3", date(2026, 10, 8), sari),
        ("escalation+3", date(2026, 10, 8), budi),
        ("escalation+5", date(2026, 10, 12), kepala),
    ]
    assert all(row.digest is not None for row in planned(database))


def test_what_a_letter_tells_of_is_not_told_by_a_digest_on_the_same_day(
    database: Database,
) -> None:
    ids = people(database)
    with database.transaction() as session:
        kind = DutyKind.RATE_ACHIEVEMENT  # a letter of its own asks for it
        duties.owe(session, kind, ids["budi"], OPENS, OPENS + timedelta(7), about_id=ids["sari"])
    told = {}
    for day in range(8):
        before = len(planned(database))
        plan_all(database, at(OPENS + timedelta(day), 9))
        told[day] = [one.stage for one in planned(database)[before:]]
        deliver_all(database)
    assert {day: stages for day, stages in told.items() if stages} == {
        3: ["h-3"], 6: ["h-1"], 7: ["day"]
    }  # fmt: skip


def test_of_several_missed_only_the_latest_is_told(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    plan_all(database, at(date(2026, 9, 29)))
    assert [row.stage for row in planned(database)] == ["h-7"]


def test_one_digest_for_everything_due_to_one_person(database: Database) -> None:
    ids = people(database)
    for name in ("sari", "dedi", "yosef"):
        owe(database, ids["budi"], DutyKind.APPRAISE, about_id=ids[name])
    owe(database, ids["budi"])
    plan_all(database, at(OPENS))
    assert [(row.employee_id, row.kind) for row in letters(database)] == [
        (ids["budi"], Kind.REMINDER)
    ]
    assert len(planned(database)) == 4


@pytest.mark.parametrize(
    ("unit", "person", "hour"),
    [("Asia/Jakarta", "sari", 1), ("Asia/Jayapura", "yosef", 23)],
)
def test_the_morning_is_that_of_the_persons_zone(
    database: Database, unit: str, person: str, hour: int
) -> None:
    ids = people(database)
    owe(database, ids[person])
    plan_all(database, at(OPENS, 0, 30, unit))
    (row,) = planned(database)
    assert row.tell_at == at(OPENS, 8, 0, unit)
    assert row.tell_at.hour == hour
    assert letters(database) == []
    plan_all(database, at(OPENS, 8, 0, unit))
    assert len(letters(database)) == 1


def test_who_is_on_leave_is_told_the_latest_on_return(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    with database.transaction() as session:
        session.add(
            Absence(
                employee_id=ids["sari"],
                since=date(2026, 8, 31),
                until=date(2026, 9, 29),
                kind="cuti",
            )
        )
    for day in days(date(2026, 8, 31), 33):
        plan_all(database, at(day))
        deliver_all(database)
    assert stages(database)[0] == ("h-7", date(2026, 9, 30), ids["sari"])


def test_who_holds_the_mandate_is_told_in_the_absent_persons_place(database: Database) -> None:
    ids = people(database)
    owe(database, ids["budi"], DutyKind.APPRAISE, about_id=ids["sari"])
    owe(database, ids["budi"], DutyKind.APPRAISE, about_id=ids["dedi"])
    away: dict[str, Any] = {"since": date(2026, 8, 31), "until": date(2026, 12, 31)}
    with database.transaction() as session:
        session.add(Absence(employee_id=ids["budi"], kind="cuti", **away))
        session.add(Mandate(absent_id=ids["budi"], holder_id=ids["dedi"], kind="plh", **away))
    plan_all(database, at(OPENS))
    told = [(row.to_id, row.stage) for row in planned(database)]
    assert told == [(ids["dedi"], "opening")], "nobody hears of being rated himself"


def test_nothing_goes_up_while_the_owner_is_on_leave(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    with database.transaction() as session:
        session.add(
            Absence(
                employee_id=ids["sari"], since=DUE, until=date(2026, 12, 31), kind="melahirkan"
            )
        )
    for day in days(DUE, 30):
        plan_all(database, at(day))
    assert planned(database) == []


def test_nobody_is_told_on_holidays_and_weekends(database: Database) -> None:
    ids = people(database)
    with database.transaction() as session:
        duties.owe(session, DutyKind.REPORT, ids["sari"], date(2026, 8, 3), date(2026, 8, 20))
    for day in days(date(2026, 8, 1), 40):
        plan_all(database, at(day))
    told = [row.tell_at.astimezone(JAKARTA).date() for row in planned(database)]
    calendar = calendar_around(5, date(2026, 8, 17))
    assert told
    assert all(calendar.is_workday(day) for day in told)
    assert date(2026, 8, 17) not in told


def test_own_quiet_hours_move_the_morning(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    with database.transaction() as session:
        quiet = {"quiet_from": time(18), "quiet_until": time(9, 30)}
        mine = update(Account).where(col(Account.employee_id) == ids["sari"])
        session.connection().execute(mine.values(**quiet))
    plan_all(database, at(OPENS, 8))
    assert [row.tell_at for row in planned(database)] == [at(OPENS, 9, 30)]


def test_a_digest_that_was_not_sent_becomes_part_of_the_next(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    plan_all(database, at(date(2026, 9, 28)))
    plan_all(database, at(date(2026, 10, 2)))
    old, new = letters(database)
    assert (old.state, new.state) == (State.DROPPED, State.WAITING)
    assert {row.digest for row in planned(database)} == {new.key}


def test_a_second_digest_on_one_day_waits_for_the_next_morning(database: Database) -> None:
    ids = people(database)
    owe(database, ids["sari"])
    plan_all(database, at(OPENS))
    deliver_all(database)
    owe(database, ids["sari"], object_id=7)
    plan_all(database, at(OPENS, 10))
    assert len(letters(database)) == 1
    plan_all(database, at(OPENS + timedelta(1), 8))
    assert len(letters(database)) == 2


async def test_many_planners_at_once_tell_everything_once(database: Database) -> None:
    ids = people(database)
    for number in range(40):
        owe(database, ids["sari"], object_id=number)
        owe(database, ids["budi"], DutyKind.RATE_ACHIEVEMENT, object_id=number)

    def work(session: Session) -> bool:
        return reminders.plan(session, at(date(2026, 9, 21)))

    await asyncio.gather(*(database.run(work) for _ in range(12)))
    plan_all(database, at(date(2026, 9, 21)))
    assert Counter(row.duty_id for row in planned(database)).most_common(1)[0][1] == 1
    assert len(planned(database)) == 80
    assert len(letters(database)) == 2


JUMPS = st.lists(
    st.one_of(st.integers(-400, 400), st.integers(-3, 3)).map(lambda days: timedelta(days=days))
    | st.integers(-30, 30).map(lambda hours: timedelta(hours=hours)),
    min_size=3,
    max_size=12,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(jumps=JUMPS, delivered=st.booleans())
def test_however_the_clock_jumps_no_stage_is_told_twice(
    jumps: list[timedelta], delivered: bool
) -> None:
    with TemporaryDirectory() as folder:
        database = fresh(Path(folder) / "t.db")
        try:
            ids = people(database)
            for name in ("sari", "yosef", "budi"):
                owe(database, ids[name])
            now = at(OPENS)
            seen: dict[str, str] = {}
            for jump in jumps:
                now += jump
                plan_all(database, now)
                check(database, seen, now)
                if delivered:
                    deliver_all(database)
        finally:
            database.close()


def check(database: Database, seen: dict[str, str], now: datetime) -> None:
    """Once sent, a digest holds what it held; each stage is in one digest; one a day."""
    rows = planned(database)
    assert len({(row.duty_id, row.stage) for row in rows}) == len(rows)
    states = {letter.key: letter.state for letter in letters(database)}
    for row in rows:
        name = f"{row.duty_id}/{row.stage}"
        before = seen.get(name)
        if before is not None and states.get(before) == State.SENT:
            assert row.digest == before
        if row.digest is not None:
            seen[name] = row.digest
            assert states[row.digest] in (State.WAITING, State.SENT)
    by_day = Counter(tuple(key.split("/")[1:3]) for key in states)
    assert not [one for one, count in by_day.items() if count > 1]
    waiting = [key for key, state in states.items() if state == State.WAITING]
    assert all(any(row.digest == key for row in rows) for key in waiting)


def test_four_thousand_people_in_small_transactions(sqlite: Database) -> None:
    numbers = range(1, 4_001)
    with sqlite.transaction() as session:
        unit = Unit(name="Besar", zone="Asia/Makassar")
        session.add(unit)
        session.flush()
        session.add_all(
            Employee(
                id=number, name=f"Orang {number}", search_key=str(number), sex=1,
                nip_index=number.to_bytes(4, "big"), post="x", post_level="x", rank="x",
                unit_id=unit.id or 0,
            )
            for number in numbers
        )  # fmt: skip
        session.flush()
        blank = {"period_id": 0, "about_id": 0, "object_id": 0}
        due = {"kind": DutyKind.REPORT, "opens_on": OPENS, "due_on": DUE}
        duties.owe_many(session, [blank | due | {"owner_id": number} for number in numbers])
    rounds, more = 0, True
    while more:
        with sqlite.transaction() as session:
            more = reminders.plan(session, at(date(2026, 9, 21), zone="Asia/Makassar"))
        rounds += 1
        made = len(planned(sqlite)) + len(letters(sqlite)) if rounds < 3 else 0
        assert made <= 600
    assert rounds < 40
    told = [(row.duty_id, row.digest) for row in planned(sqlite)]
    owners = {letter.employee_id for letter in letters(sqlite)}
    assert len(told) == len(set(told)) == len(letters(sqlite)) == len(owners) == 4_000
    assert None not in {digest for _, digest in told}


def test_what_was_seen_is_not_passed_again(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each chunk begins behind the one before; what became due before that is found at the end."""
    ids = people(sqlite)
    for number in range(7):
        owe(sqlite, ids["sari"], object_id=number)
    monkeypatch.setattr(planning, "CHUNK", 3)
    begun: list[int] = []
    look = reminder_rows.to_look_at

    def looked(session: Session, zone: str, today: date, limit: int, after: int = 0) -> Any:
        begun.append(after)
        return look(session, zone, today, limit, after)

    monkeypatch.setattr(reminder_rows, "to_look_at", looked)
    now = at(date(2026, 9, 21))
    with sqlite.transaction() as session:
        assert reminders.plan(session, now)
        first = session.exec(select(Look.duty_id).order_by(col(Look.duty_id)).limit(1)).one()
        session.connection().execute(delete(Look).where(col(Look.duty_id) == first))
    plan_all(sqlite, now)
    with sqlite.transaction(reading=True) as session:
        assert len(session.exec(select(Look)).all()) == 7
    assert sorted({after for after in begun if after}) == [first + 2, first + 5]
