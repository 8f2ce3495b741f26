"""Two people at the same noted result: one correction waits, and it takes effect once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.actions.trainings import correcting, ruling
from bot.rules.trainings.course import State
from handlers.conversations import build_dispatcher
from storage import units
from storage.audit.entries import ENTRIES
from storage.certificates import Certificate
from storage.database import Database
from storage.outbox import Letter
from storage.trainings import TrainingCorrection, learning, request
from tests.cast import Cast, settle
from tests.factors import prove
from tests.kit import Office, TestClock
from tests.quarter import moves_to
from tests.races.gate import Work, at_once
from tests.races.test_seats import me, puts
from tests.trainings import WHY, offer

DAY = date(2026, 11, 12)
REASON = "Lembar ujiannya tertukar dengan milik peserta lain."


@pytest.fixture
def cast(database: Database, clock: TestClock) -> Cast:
    """Sari did not complete a course of the office, as Budi noted; four may correct it."""
    found = settle(Office(build_dispatcher(database, clock), clock), database)
    moves_to(found, DAY)
    now = clock.now()
    with database.transaction() as session:
        office = units.top(session)
        days: dict[str, Any] = {"begins_on": DAY, "ends_on": DAY}
        course = offer(session, now, provider=office, cost=0, source="", **days)
        number = puts(found, session, course, "sari", State.FAILED)
        said = {"ended_by": found.ids["budi"], "ended_at": now}
        assert request.move(session, number, [State.FAILED], State.FAILED, **said)
        for key in ("kepala", "rina", "maya"):
            prove(session, found.ids[key], now)
        for key in ("maya", "rina"):
            correcting.put_state(session, me(session, found, key), number, State.PASSED)
            correcting.write(session, me(session, found, key), number, REASON)
    return found


def number_of(session: Session) -> int:
    return request.in_state(session, State.FAILED)[0].id or 0


def counted(session: Session) -> tuple[int, int, int]:
    """How many certificates, entries of credit and letters of a correction there are."""
    credits = session.connection().execute(
        select(ENTRIES.c.id).where(ENTRIES.c.action == "learning.credit")
    )
    told = session.exec(select(Letter).where(Letter.template == "trainings.corrected"))
    papers = session.exec(select(Certificate)).all()
    return len(papers), len(credits.all()), len(told.all())


def test_two_ask_and_one_correction_waits(cast: Cast) -> None:
    with cast.database.transaction() as session:
        number = number_of(session)

    def asks(who: str) -> Work:
        return lambda s: correcting.ask(s, me(s, cast, who), number)

    found = at_once(cast.database, asks("maya"), asks("rina"))
    assert found.count("waits_already") == 1
    with cast.database.transaction() as session:
        states = sorted(one.state for one in session.exec(select(TrainingCorrection)))
    assert states == ["draft", "waiting"]


@pytest.mark.parametrize("other", ["confirm", "refuse", "withdraw"])
def test_one_decides_and_it_counts_once(cast: Cast, other: str) -> None:
    with cast.database.transaction() as session:
        number = number_of(session)
        correcting.ask(session, me(session, cast, "maya"), number)
        asked = session.exec(
            select(TrainingCorrection.id).where(TrainingCorrection.state == "waiting")
        ).one()
        ruling.write_refusal(session, me(session, cast, "rina"), asked or 0, WHY)
    works: dict[str, Work] = {
        "confirm": lambda s: ruling.confirm(s, me(s, cast, "rina"), asked or 0),
        "refuse": lambda s: ruling.refuse(s, me(s, cast, "rina"), asked or 0),
        "withdraw": lambda s: ruling.withdraw(s, me(s, cast, "maya"), number),
    }
    first: Work = lambda s: ruling.confirm(s, me(s, cast, "kepala"), asked or 0)  # noqa: E731
    found = at_once(cast.database, first, works[other])
    assert sum(isinstance(one, str) for one in found) == 1  # one of them was refused
    with cast.database.transaction() as session:
        row = request.get(session, number)
        assert row is not None
        passed = row.state == State.PASSED
        assert passed or other != "confirm"
        learned = learning.minutes_of(session, [cast.ids["sari"]], DAY, DAY)
        assert learned == ({cast.ids["sari"]: 900} if passed else {})
        assert counted(session) == ((1, 1, 1) if passed else (0, 0, 0))
