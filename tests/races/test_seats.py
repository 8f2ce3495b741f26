"""The last seat of a course, and the money of a source, asked for by several at once."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session

from bot.actions import trainings
from bot.actions.me import Me, read_me
from bot.actions.trainings import agreeing, dividing, feedback, seats, signing
from bot.actions.trainings.division import mark
from bot.rules.trainings.course import TAKING, Ground, State
from handlers.conversations import build_dispatcher
from storage.database import Database
from storage.trainings import allocation, request
from storage.trainings import feedback as stored
from tests.cast import PEOPLE, Cast, settle
from tests.factors import prove
from tests.kit import Office, TestClock
from tests.quarter import moves_to
from tests.races.gate import Work, at_once
from tests.trainings import WHY, offer

NOVEMBER = date(2026, 11, 10)
ROUNDS = 5


@pytest.fixture
def cast(database: Database, clock: TestClock) -> Cast:
    found = settle(Office(build_dispatcher(database, clock), clock), database)
    moves_to(found, NOVEMBER)
    return found


def me(session: Session, cast: Cast, key: str) -> Me:
    found = read_me(session, PEOPLE[key][0], cast.sari.office.clock.now())
    assert found is not None
    return found


def puts(cast: Cast, session: Session, course: int, who: str, state: State, **more: int) -> int:
    now = cast.sari.office.clock.now()
    row = request.begin(session, course, cast.ids[who], Ground.OWN)
    said = {"why": WHY, "sent_at": now, "seated_at": now, **more}
    assert request.move(session, row.id or 0, [State.DRAFT], state, **said)
    return row.id or 0


def held(session: Session, course: int) -> int:
    return len(request.of_training(session, course, TAKING))


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_the_last_seat_goes_to_one(cast: Cast, turn: int) -> None:
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        course = offer(session, now, seats=1, cost=0, source="")

    def takes(who: str) -> Work:
        return lambda s: trainings.reserve_seat(s, course, cast.ids[who], f"award/{turn}", now)

    found = at_once(cast.database, *(takes(who) for who in ("sari", "dedi", "yosef")))
    assert found.count("full") == 2
    with cast.database.transaction() as session:
        assert held(session, course) == 1


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_two_give_back_and_money_is_spent_once(cast: Cast, turn: int) -> None:
    """Two seats of 1.5 million come back; three million pay two of those who wait."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        allocation.put_budget(session, 2026, "APBN", 3_000_000, cast.ids["maya"], now)
        one, other = offer(session, now, "A"), offer(session, now, "B")
        rows = {
            "sari": puts(cast, session, one, "sari", State.SEATED),
            "dedi": puts(cast, session, other, "dedi", State.SEATED),
        }
        third = offer(session, now, "C", seats=9)
        for place, who in enumerate(("yosef", "wayan", "rina"), 1):
            puts(cast, session, third, who, State.LISTED, queue=place)

    def gives_back(who: str) -> Work:
        return lambda s: trainings.withdraw(s, me(s, cast, who), rows[who])

    at_once(cast.database, gives_back("sari"), gives_back("dedi"))
    with cast.database.transaction() as session:
        assert [held(session, number) for number in (one, other, third)] == [0, 0, 2]
        first = request.of_training(session, third, [State.SEATED])
        assert {row.employee_id for row in first} == {cast.ids["yosef"], cast.ids["wayan"]}


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_a_seat_is_given_back_while_the_division_is_signed(cast: Cast, turn: int) -> None:
    """Whichever comes first: no seat stays empty while somebody waits, none is given twice."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        allocation.put_budget(session, 2026, "APBN", 9_000_000, cast.ids["maya"], now)
        course = offer(session, now, seats=1)
        mine = puts(cast, session, course, "sari", State.SEATED)
        asks = puts(cast, session, course, "dedi", State.AGREED)

    def signs(session: Session) -> None:
        seats.lock_all(session, {course})
        left = {"APBN 2026": 9_000_000}
        signing._seat(session, me(session, cast, "rina"), asks, "allocation/1", left)
        seats.enlist(session, asks, course, now)

    def gives_back(session: Session) -> object:
        return trainings.withdraw(session, me(session, cast, "sari"), mine)

    at_once(cast.database, signs, gives_back)
    with cast.database.transaction() as session:
        assert held(session, course) == 1
        row = request.get(session, asks)
        assert row is not None
        assert row.state == State.SEATED


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_the_third_word_is_told_once(cast: Cast, turn: int) -> None:
    """Three send at the same moment: they are told together, and nobody is named afterwards."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        course = offer(session, now, seats=9)
        rows = {}
        for level, who in enumerate(("sari", "dedi", "yosef"), 3):
            rows[who] = puts(cast, session, course, who, State.PRESENT)
            row = request.get(session, rows[who])
            assert row is not None
            stored.put(session, row, level)

    def sends(who: str) -> Work:
        return lambda s: feedback.send(s, me(s, cast, who), rows[who])

    at_once(cast.database, *(sends(who) for who in rows))
    with cast.database.transaction() as session:
        assert [(one.people, one.total) for one in stored.told(session, course)] == [(3, 12)]
        assert stored.waiting(session, course) == []


def test_an_application_is_answered_once(cast: Cast) -> None:
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        course = offer(session, now)
        asks = puts(cast, session, course, "sari", State.WAITING)
    agree: Work = lambda s: agreeing.agree(s, me(s, cast, "budi"), asks)  # noqa: E731
    take_back: Work = lambda s: trainings.withdraw(s, me(s, cast, "sari"), asks)  # noqa: E731
    at_once(cast.database, agree, take_back)
    with cast.database.transaction() as session:
        row = request.get(session, asks)
        assert row is not None
        assert row.state == State.WITHDRAWN


def test_two_officers_divide_and_two_hands_sign(cast: Cast) -> None:
    """At every step two at the same moment: one division, lines once, seats and money once."""
    now, clock = cast.sari.office.clock.now(), cast.sari.office.clock
    with cast.database.transaction() as session:
        allocation.put_budget(session, 2026, "APBN", 3_000_000, cast.ids["maya"], now)
        course = offer(session, now, seats=3)
        for who in ("sari", "dedi", "yosef", "wayan"):
            puts(cast, session, course, who, State.AGREED)
        for key in ("kepala", "rina"):
            prove(session, cast.ids[key], now)
    divide: list[Work] = [
        lambda s: trainings.divide(s, me(s, cast, "maya")),
        lambda s: trainings.divide(s, me(s, cast, "rina")),
    ]
    assert at_once(cast.database, *divide).count("one_lives") == 1
    reads: Work = lambda s: trainings.solve(s, clock.now())  # noqa: E731
    solved = [work for work in at_once(cast.database, reads, reads) if callable(work)]
    (compute,) = solved  # the other one found it leased
    keep = compute()
    at_once(cast.database, keep, keep)
    with cast.database.transaction() as session:
        (row,) = allocation.newest(session, 9)
        lines = allocation.lines(session, row.id or 0)
        assert (len(lines), sum(one.given for one in lines)) == (4, 2)
        assert allocation.move(session, row.id or 0, allocation.DRAFT, allocation.WAITING)
        maker = row.made_by
        seen = mark(lines, "")
    hands = ("kepala", "rina" if maker == cast.ids["maya"] else "maya")
    with cast.database.transaction() as session:
        prove(session, cast.ids[hands[1]], now)

    def signs(who: str) -> Work:
        return lambda s: trainings.sign(s, me(s, cast, who), row.id or 0, seen)

    found = at_once(cast.database, *(signs(who) for who in hands))
    assert found.count("decided") + found.count("not_waiting") == 1
    with cast.database.transaction() as session:
        assert held(session, course) == 2
        assert len(request.of_training(session, course, [State.LISTED])) == 2
        assert dividing.money_left(session, 2026) == {"APBN": 0}
