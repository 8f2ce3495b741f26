"""What waits for somebody who no longer leads goes to whoever does, with one look at all of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, update
from sqlmodel import Session, col, select

from bot.actions import trainings
from bot.actions.trainings import applying, outside
from bot.rules.trainings.course import Ground, State
from handlers.conversations import build_dispatcher
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.trainings import Learning, learning, request
from tests.cast import Cast, settle
from tests.kit import Office, TestClock
from tests.trainings import WHY, offer

KINDS = (DutyKind.AGREE_TRAINING, DutyKind.CONFIRM_LEARNING)


@pytest.fixture
def cast(database: Database, clock: TestClock) -> Cast:
    return settle(Office(build_dispatcher(database, clock), clock), database)


def waits(cast: Cast, *people: str) -> None:
    """An application and something learned elsewhere of each, before Budi."""
    now, budi = cast.sari.office.clock.now(), cast.ids["budi"]
    with cast.database.transaction() as session:
        course = offer(session, now, seats=9)
        for who in people:
            mine, today = cast.ids[who], now.date()
            row = request.begin(session, course, mine, Ground.OWN)
            said = {"why": WHY, "sent_at": now}
            assert request.move(session, row.id or 0, [State.DRAFT], State.WAITING, **said)
            applying.owe(session, row.id or 0, budi, mine, today)
            told = Learning(
                employee_id=mine, source=learning.EXTERNAL, title="Webinar", minutes=90,
                part="formal", way="e_learning", ended_on=today, state=learning.WAITING,
                written_at=now,
            )  # fmt: skip
            outside.owe(session, learning.add(session, told), budi, mine, today)


def leads(cast: Cast, superior: str, *people: str) -> None:
    these = [cast.ids[who] for who in people]
    moving = update(Employee).where(col(Employee.id).in_(these))
    with cast.database.transaction() as session:
        session.connection().execute(moving.values(superior_id=cast.ids[superior]))


def follows(cast: Cast, day: int) -> int:
    """The next days' look; how many statements it took."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        seen.append(statement)

    engine = cast.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        with cast.database.transaction() as session:
            now = cast.sari.office.clock.now()
            trainings.follow(session, now + timedelta(days=day))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def owners(session: Session) -> set[tuple[str, int]]:
    rows = session.exec(select(Duty).where(col(Duty.cancelled_at).is_(None))).all()
    return {(one.kind, one.owner_id) for one in rows if one.kind in KINDS}


def test_it_goes_to_whoever_leads_now(cast: Cast) -> None:
    waits(cast, "sari", "dedi")
    leads(cast, "wayan", "sari", "dedi")
    follows(cast, 1)
    with cast.database.transaction() as session:
        assert owners(session) == {(kind, cast.ids["wayan"]) for kind in KINDS}


def test_a_look_at_many_takes_no_more_statements_than_at_one(cast: Cast) -> None:
    waits(cast, "sari")
    one = follows(cast, 1)
    waits(cast, "dedi", "yosef")
    assert follows(cast, 2) == one
    assert follows(cast, 2) < one  # once a day
