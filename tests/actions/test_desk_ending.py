"""Leave and mandates are ended: what stays on record, who may act afterwards, one effect."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.actions import desk, rights, tasks
from bot.actions.achievements import grounds, rating
from bot.actions.refusals import Refused
from bot.actions.spans import packed
from bot.rules.achievements import State, Verdict
from bot.screens import Went
from storage import absences, rating_queue, turns
from storage.absences import Absence, Mandate
from storage.audit import AuditEntry
from storage.database import Database
from storage.employees import Employee
from storage.outbox import Letter
from tests.achievements import furnish, me, submit
from tests.actions.test_achievements_rating import approve, at_once
from tests.cast import DECIDERS, employ
from tests.conftest import NOW, TODAY
from tests.factors import prove

YESTERDAY, DAY = TODAY - timedelta(days=1), timedelta(days=1)
BEGUN = TODAY - timedelta(days=5)


def leave(session: Session, ids: dict[str, int], since: date, until: date) -> int:
    absences.add_absence(session, ids["dedi"], since, until, "annual", ids["rina"])
    session.flush()
    return session.exec(select(Absence)).one().id or 0


def mandate(session: Session, ids: dict[str, int], holder: str, since: date, until: date) -> int:
    absences.add_mandate(session, ids["budi"], ids[holder], "plh", since, until, ids["rina"])
    session.flush()
    return session.exec(select(Mandate)).one().id or 0


def ends(database: Database, key: str, number: int, *, of: str = "mandate") -> Went:
    with database.transaction() as session:
        if key in DECIDERS:
            prove(session, me(session, key, NOW).employee_id, NOW)
        act = desk.end_mandate if of == "mandate" else desk.end_leave
        return act(session, me(session, key, NOW), number)


@pytest.mark.parametrize(
    ("since", "until", "left"),
    [
        (TODAY + DAY, TODAY + 3 * DAY, []),
        (TODAY, TODAY + 3 * DAY, []),
        (TODAY, TODAY, []),
        (YESTERDAY, TODAY, [(YESTERDAY, YESTERDAY)]),
        (BEGUN, TODAY + 3 * DAY, [(BEGUN, YESTERDAY)]),
    ],
    ids=["coming", "began_today", "today_alone", "last_day", "running"],
)
def test_today_and_later_days_no_longer_count(
    database: Database, since: date, until: date, left: list[tuple[date, date]]
) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        numbers = leave(session, ids, since, until), mandate(session, ids, "dedi", since, until)
    ends(database, "maya", numbers[0], of="leave")
    ends(database, "maya", numbers[1])
    with database.transaction() as session:
        kept = [*session.exec(select(Absence)), *session.exec(select(Mandate))]
        assert [(one.since, one.until) for one in kept] == left * 2
        audit = {one.action: one.facts for one in session.exec(select(AuditEntry))}
        assert set(audit) == {"desk.end_leave", "desk.end_mandate"}
        for facts in audit.values():
            days = json.loads(facts)
            assert (days["since"], days["until"]) == (packed(since), packed(until))
        assert session.exec(select(Letter)).all() == []


def test_what_is_over_or_gone_is_refused(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        number = mandate(session, ids, "dedi", BEGUN, YESTERDAY)
    for missing_or_over in (number, number + 1):
        with pytest.raises(Refused):
            ends(database, "maya", missing_or_over)
    with database.transaction() as session:
        assert session.exec(select(Mandate)).one().until == YESTERDAY
        assert session.exec(select(AuditEntry)).all() == []


@pytest.mark.parametrize(
    ("holder", "who"),
    [("dedi", "dedi"), ("dedi", "budi"), ("dedi", "kepala"), ("dedi", "wayan"), ("maya", "maya")],
)
def test_who_may_not_end_a_mandate(database: Database, holder: str, who: str) -> None:
    """Only HR, and not for a mandate that the HR officer holds."""
    with database.transaction() as session:
        number = mandate(session, employ(session)[1], holder, BEGUN, TODAY)
    with pytest.raises(Refused):
        ends(database, who, number)
    with database.transaction() as session:
        assert session.exec(select(Mandate)).one().until == TODAY


@pytest.mark.parametrize("since", [BEGUN, TODAY], ids=["ended", "removed"])
def test_two_officers_at_once_have_one_effect(database: Database, since: date) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        number = mandate(session, ids, "dedi", since, TODAY + DAY)
    at_once(*(partial(ends, database, who, number) for who in ("maya", "rina") * 2))
    with database.transaction() as session:
        assert len(session.exec(select(AuditEntry)).all()) == 1
        assert [one.until for one in session.exec(select(Mandate))] == (
            [] if since == TODAY else [YESTERDAY]
        )


def test_a_holder_rates_until_the_mandate_is_ended(database: Database, tmp_path: Path) -> None:
    ids = furnish(database, tmp_path)
    with database.transaction() as session:
        number = mandate(session, ids, "dedi", BEGUN, TODAY + DAY)
        sari = me(session, "sari", NOW)
        first, second = submit(session, sari), submit(session, sari, title="Yang kedua")
    with database.transaction() as session:
        approve(session, "dedi", first)
        dedi = me(session, "dedi", NOW)
        rating.mark(session, dedi, second, "inovasi", 4)
        assert acts(session, "dedi", ids) == (True, 1, 1)
    ends(database, "maya", number)
    with database.transaction() as session:
        assert acts(session, "dedi", ids) == (False, 0, 0)
        assert acts(session, "budi", ids) == (True, 1, 1)
        told = session.exec(select(Letter.employee_id)).all()
        assert Counter(told) == Counter(ids[key] for key in ("dedi", "budi", "sari"))
    with pytest.raises(Refused), database.transaction() as session:
        rating.decide(session, me(session, "dedi", NOW), second, Verdict.APPROVE)
    with database.transaction() as session:
        turn = turns.get(session, second)
        assert turn is not None
        assert turn.state == State.SUBMITTED


def acts(session: Session, key: str, ids: dict[str, int]) -> tuple[bool, int, int]:
    """Whether this person acts for Budi; how many wait in the queue; how many duties are shown."""
    who = me(session, key, NOW)
    queue = rating_queue.waiting_for(
        session, who.employee_id, grounds.officials(session, who), who.today
    )
    return rights.acts_for(session, who, ids["budi"]), len(queue), len(tasks.owed(session, who))


def test_an_ended_leave_brings_the_superior_back(database: Database, tmp_path: Path) -> None:
    """While Budi was on leave without a mandate, his superior was asked instead."""
    ids = furnish(database, tmp_path)
    with database.transaction() as session:
        absences.add_absence(session, ids["budi"], BEGUN, TODAY, "sick", ids["rina"])
        submit(session, me(session, "sari", NOW))
        number = session.exec(select(Absence)).one().id or 0
        assert len(queue_of_kepala(session)) == 1
    ends(database, "maya", number, of="leave")
    with database.transaction() as session:
        assert queue_of_kepala(session) == []


def queue_of_kepala(session: Session) -> list[object]:
    who = me(session, "kepala", NOW)
    return list(rating_queue.waiting_for(session, who.employee_id, [who.employee_id], TODAY))


@pytest.mark.parametrize(("holder", "officer_in"), [("yosef", "Pusat"), ("dedi", "Jayapura")])
def test_it_ends_at_once_on_both_sides_of_midnight(
    database: Database, holder: str, officer_in: str
) -> None:
    """At 23.30 WIB it is the next day in Papua."""
    late = NOW.replace(hour=16, minute=30)
    with database.transaction() as session:
        units, ids = employ(session)
        session.get(Employee, ids["maya"]).unit_id = units[officer_in]  # type: ignore[union-attr]
        number = mandate(session, ids, holder, BEGUN, TODAY + 3 * DAY)
    with database.transaction() as session:
        maya, who = me(session, "maya", late), me(session, holder, late)
        assert {maya.today, who.today} == {TODAY, TODAY + DAY}
        assert rights.acts_for(session, who, ids["budi"])
        prove(session, ids["maya"], late)
        desk.end_mandate(session, maya, number)
        assert not rights.acts_for(session, who, ids["budi"])
