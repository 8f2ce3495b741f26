"""Answers of the public: counted as people decided, in no order that tells when they came."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from bot.rules.surveys.elements import ELEMENTS
from storage import surveys
from storage.database import Database
from storage.surveys import Origin, Reason, Standing, SurveyAnswer, SurveyBatch
from storage.units import Unit

DAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)


def counter(session: Session) -> tuple[int, int, int]:
    """Unit, service, counter."""
    unit = Unit(name="Dinas Contoh", zone="Asia/Jakarta")
    session.add(unit)
    session.flush()
    assert unit.id is not None
    service = surveys.places.add_service(session, unit.id, "Legalisasi", "administratif")
    assert surveys.places.add_counter(session, service, "Loket 1", "7K29XDA")
    assert not surveys.places.add_counter(session, service, "Loket 2", "7K29XDA")
    found = surveys.places.by_code(session, "7K29XDA")
    assert found is not None
    assert found.is_open
    return unit.id, service, found.counter.id or 0


def answer(session: Session, at: tuple[int, int, int], mark: int = 4, **more: object) -> int:
    unit, service, place = at
    values = {"unit_id": unit, "service_id": service, "counter_id": place, "answered_on": DAY}
    values |= {"origin": Origin.CHAT, "ticketed": True, "standing": Standing.COUNTS}
    return surveys.answers.add(
        session, {**values, "batch_id": None, **dict.fromkeys(ELEMENTS, mark), **more}
    )


def counted(session: Session, *, loose: bool) -> set[int]:
    found = select(SurveyAnswer.answer_id).where(surveys.answers.counting(loose=loose))
    return set(session.exec(found))


def test_a_ticket_is_used_once(database: Database) -> None:
    with database.transaction() as session:
        place = counter(session)[2]
        batch = surveys.tickets.issue(
            session,
            SurveyBatch(counter_id=place, tickets=3, printed=True, issued_on=DAY, expires_on=DAY),
        )
        assert surveys.tickets.spend(session, batch, 1, DAY)
        assert not surveys.tickets.spend(session, batch, 1, DAY)
        assert surveys.tickets.used(session, batch) == {1}
        assert surveys.tickets.end(session, batch, DAY)
        assert not surveys.tickets.end(session, batch, DAY)


def test_without_a_ticket_an_answer_counts_only_where_the_scheme_says(database: Database) -> None:
    with database.transaction() as session:
        at = counter(session)
        brought = answer(session, at, ticketed=False, origin=Origin.PAPER)
        loose, ticketed = answer(session, at, ticketed=False), answer(session, at)
        assert counted(session, loose=False) == {brought, ticketed}
        assert counted(session, loose=True) == {brought, ticketed, loose}


def test_an_answer_stands_as_all_its_cases_say(database: Database) -> None:
    with database.transaction() as session:
        at = counter(session)
        one, two = answer(session, at), answer(session, at)
        flood, new = surveys.cases.open_one(session, at[2], DAY, Reason.FLOOD)
        assert new
        assert surveys.cases.open_one(session, at[2], DAY, Reason.FLOOD) == (flood, False)
        staff, _ = surveys.cases.open_one(session, at[2], DAY, Reason.STAFF)
        assert surveys.cases.suspect(session, flood, [one, two]) == 2
        assert surveys.cases.suspect(session, staff, [two]) == 1
        assert counted(session, loose=True) == set()
        decided = {"decided_at": NOW, "why": "Rombongan."}
        assert surveys.cases.decide(session, flood, state="counts", **decided)
        surveys.cases.settle(session, surveys.cases.answers_of(session, flood))
        assert counted(session, loose=True) == {one}
        assert surveys.cases.decide(session, staff, state="out", **decided)
        assert not surveys.cases.decide(session, staff, state="counts", **decided)
        surveys.cases.settle(session, [two])
        assert surveys.answers.get(session, two).standing == Standing.OUT  # type: ignore[union-attr]
        again, new = surveys.cases.open_one(session, at[2], DAY, Reason.FLOOD)
        assert new, "what comes after a decision is looked at again"
        assert again != flood


@pytest.mark.parametrize("minutes", [15, 60])
def test_only_what_is_alike_and_recent_is_found(database: Database, minutes: int) -> None:
    with database.transaction() as session:
        at = counter(session)
        same = [answer(session, at) for _ in range(3)]
        other = answer(session, at, sarana=1)
        for one in (*same, other):
            surveys.answers.remember(session, one, at[2], NOW.replace(minute=minutes % 60))
        since = NOW.replace(minute=minutes % 60)
        assert set(surveys.answers.recent(session, at[2], since)) == {*same, other}
        assert set(surveys.answers.alike(session, at[2], since, same[0])) == set(same)
        assert surveys.answers.recent(session, at[2], since.replace(hour=5)) == []


def test_numbers_tell_no_order(database: Database) -> None:
    with database.transaction() as session:
        at = counter(session)
        made = [answer(session, at) for _ in range(12)]
        assert made != sorted(made)
        assert [row[0] for row in surveys.answers.of_day(session, DAY)] == sorted(made)
