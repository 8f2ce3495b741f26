"""What is taken away counts from the very next press, and never between check and act."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.actions import desk, factors
from bot.actions.achievements import rating
from bot.actions.me import Me, read_me
from bot.rules.achievements import State
from handlers.conversations import build_dispatcher
from storage import absences, accounts, claims, keyboards
from storage import factors as stored
from storage.accounts import ACTIVE, Account, active_of
from storage.achievements import Achievement
from storage.awards import Award
from storage.database import Database
from storage.grants import Grant
from storage.keyboards import Holder
from tests.achievements import submit
from tests.cast import PEOPLE, Cast, settle
from tests.factors import proves
from tests.kit import Office, TestClock
from tests.quarter import CALIBRATION, RATING, moves_to, proposes, rates

DAY = timedelta(days=1)
KEPALA = PEOPLE["kepala"][0]
Change = Callable[[Session, Cast], None]


@pytest.fixture
def cast(database: Database, clock: TestClock) -> Cast:
    return settle(Office(build_dispatcher(database, clock), clock), database)


def me(session: Session, cast: Cast, key: str) -> Me:
    found = read_me(session, PEOPLE[key][0], cast.sari.office.clock.now())
    assert found is not None
    return found


def prove(cast: Cast, key: str) -> None:
    proves(cast.database, cast.ids[key], cast.sari.office.clock.now())


def loses_role(session: Session, cast: Cast) -> None:
    """As an import does it."""
    for grant in session.exec(select(Grant).where(Grant.employee_id == cast.ids["kepala"])):
        session.delete(grant)
    claims.renew(session, [cast.ids["kepala"]])


def suspend(session: Session, cast: Cast) -> None:
    desk.suspend(session, me(session, cast, "maya"), cast.ids["kepala"])


def moves(session: Session, cast: Cast) -> None:
    """The person is somewhere else now; the same phone serves for somebody else's sake."""
    before = active_of(session, cast.ids["kepala"])
    assert before is not None
    claims.end(session, before.id or 0, before.claimed_at)
    session.add(
        Account(
            telegram_id=777, employee_id=cast.ids["kepala"], state=ACTIVE, proof="test",
            claimed_at=before.claimed_at, approved_at=before.claimed_at,
        )
    )  # fmt: skip


def reset(session: Session, cast: Cast) -> None:
    used = stored.in_use(session, cast.ids["kepala"])
    assert used is not None
    factors.reset(session, me(session, cast, "maya"), cast.ids["kepala"], used.id or 0)


CHANGES = [loses_role, suspend, moves, reset]


def given(cast: Cast) -> int:
    with cast.database.transaction() as session:
        return len(session.exec(select(Award)).all())


@pytest.mark.parametrize("change", CHANGES)
async def test_a_button_shown_before_does_nothing_after(cast: Cast, change: Change) -> None:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    moves_to(cast, CALIBRATION)
    await proposes(cast.wayan, "1. Sari")
    await cast.kepala.says("/penghargaan")
    await cast.kepala.taps("Putuskan: Sari")
    await cast.kepala.taps("Setujui")
    data = cast.kepala.button("Ya, tetapkan")
    for key in ("kepala", "maya"):
        prove(cast, key)
    with cast.database.transaction() as session:
        change(session, cast)
    await cast.kepala.taps("", data=data)
    assert given(cast) == 0
    await cast.kepala.taps("", data=data)
    assert given(cast) == 0
    assert cast.kepala.toasts


async def test_a_mandate_that_has_ended_rates_no_more(cast: Cast) -> None:
    today = cast.sari.office.clock.now().date()
    with cast.database.transaction() as session:
        ids = cast.ids
        since, until = today - DAY, today + DAY
        absences.add_mandate(session, ids["budi"], ids["wayan"], "plh", since, until, ids["rina"])
        session.flush()
        mandate = absences.mandates_of(session, ids["budi"], today)[0].id or 0
        turn = submit(session, me(session, cast, "sari"))
        rating.mark(session, me(session, cast, "wayan"), turn, "inovasi", 4)
    vault = cast.database.vault
    await cast.wayan.opens(f"achievements.verdict/{turn}/approve", vault)
    data = cast.wayan.button("Setujui")
    prove(cast, "maya")
    with cast.database.transaction() as session:
        desk.end_mandate(session, me(session, cast, "maya"), mandate)
    await cast.wayan.taps("", data=data)
    await cast.wayan.opens(f"achievements.verdict/{turn}/approve", vault)
    assert cast.wayan.sees("tidak tersedia")
    with cast.database.transaction() as session:
        assert session.exec(select(Achievement.state)).one() == State.SUBMITTED


def issue(cast: Cast, token: str) -> Holder:
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        account = active_of(session, cast.ids["kepala"])
        assert account is not None
        keyboards.issue(session, token, KEPALA, account.epoch, ["x"], now, now + DAY)
        return Holder(KEPALA, account.epoch, account.id)


def cannot_change(database: Database, change: Callable[[Session], None]) -> None:
    """Whoever would change it has to wait for us; nobody here waits for long."""
    if database.is_sqlite:
        file = str(database.engine.url.database)
        with (
            closing(sqlite3.connect(file, timeout=0.01)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
    else:

        def hastily() -> None:
            with database.transaction() as other_session:
                other_session.connection().execute(text("SET LOCAL lock_timeout = '50ms'"))
                change(other_session)

        with pytest.raises(OperationalError, match="lock timeout"):
            hastily()


@pytest.mark.parametrize("change", CHANGES)
def test_between_reading_who_presses_and_the_press(cast: Cast, change: Change) -> None:
    """Nothing can come in between: whoever would take something away waits for the press."""
    database, now = cast.database, cast.sari.office.clock.now()
    for key in ("kepala", "maya"):
        prove(cast, key)
    holder = issue(cast, "t")
    with database.transaction() as session:
        assert accounts.known(session, KEPALA, now.date()) is not None
        cannot_change(database, lambda other: change(other, cast))
        assert keyboards.spend(session, "t", holder, now, by=1)


def test_after_a_press_nothing_is_taken_away_until_it_has_ended(cast: Cast) -> None:
    database, now = cast.database, cast.sari.office.clock.now()
    holder, kepala = issue(cast, "t"), [cast.ids["kepala"]]
    with database.transaction() as session:
        assert keyboards.spend(session, "t", holder, now, by=1)
        cannot_change(database, lambda other: claims.renew(other, kepala))
    with database.transaction() as session:
        claims.renew(session, [cast.ids["kepala"]])


def test_after_a_proof_was_shown_nobody_resets_it_until_the_act_has_ended(cast: Cast) -> None:
    database, now = cast.database, cast.sari.office.clock.now()
    prove(cast, "kepala")
    with database.transaction() as session:
        factors.demand_proof(session, me(session, cast, "kepala"))
        kepala = [cast.ids["kepala"]]
        cannot_change(database, lambda other: _reset(other, kepala, now))


def _reset(session: Session, people: list[int], now: datetime) -> None:
    stored.end(session, people, stored.RESET, now)
