"""The hours in which it is already another day in the office than in UTC: nobody loses one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.actions.expectations import agreeing, proposing
from bot.actions.peers.fields import reachable
from bot.rules.authority import Role
from storage import periods, proposals
from storage.absences import Absence
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.grants import Grant
from storage.proposals import Proposal
from tests.actions.test_expectations import draft, me
from tests.cast import employ
from tests.quarter import tick

OPENING = datetime(2026, 7, 1, 3, tzinfo=UTC)
EVENING = datetime(2026, 7, 2, 15, 30, tzinfo=UTC)
"""22.30 WIB on the 2nd, half past midnight of the 3rd in Jayapura."""
DAWN = datetime(2026, 7, 2, 22, 30, tzinfo=UTC)
"""05.30 WIB on the 3rd."""
SECOND, THIRD = date(2026, 7, 2), date(2026, 7, 3)
PERIOD = 1


@pytest.fixture
def ids(sqlite: Database) -> dict[str, int]:
    with sqlite.transaction() as session:
        _, ids = employ(session)
    tick(sqlite, OPENING)
    return ids


def days(session: Session, kind: DutyKind, owner: int) -> list[tuple[date, date]]:
    open_ones = (col(Duty.done_at).is_(None), col(Duty.cancelled_at).is_(None))
    found = select(Duty).where(Duty.kind == kind, Duty.owner_id == owner, *open_ones)
    return [(one.opens_on, one.due_on) for one in session.exec(found)]


def test_what_is_proposed_at_dawn_is_decided_in_as_many_days(
    sqlite: Database, ids: dict[str, int]
) -> None:
    week = timedelta(7)
    with sqlite.transaction() as session:
        sari = me(session, "sari", DAWN)
        proposing.propose(session, sari, draft(session, sari))
    tick(sqlite, DAWN)
    with sqlite.transaction() as session:
        assert days(session, DutyKind.AGREE, ids["budi"]) == [(THIRD, THIRD + week)]


def test_what_comes_back_late_in_the_evening_comes_back_tomorrow_in_jayapura(
    sqlite: Database, ids: dict[str, int]
) -> None:
    with sqlite.transaction() as session:
        yosef = me(session, "yosef", OPENING)
        proposing.propose(session, yosef, draft(session, yosef))
        budi = me(session, "budi", EVENING)
        agreeing.send_all_back(session, budi, PERIOD, ids["yosef"], "Mohon sebutkan satuannya.")
    tick(sqlite, EVENING)
    with sqlite.transaction() as session:
        assert days(session, DutyKind.PLAN, ids["yosef"]) == [(THIRD, THIRD + timedelta(7))]


def test_a_proposal_of_an_award_is_decided_from_the_day_of_the_office(
    sqlite: Database, ids: dict[str, int]
) -> None:
    with sqlite.transaction() as session:
        session.add(
            Proposal(
                kind="pegawai_teladan", period_id=PERIOD, scope_id=0, employee_id=ids["sari"],
                proposer_id=ids["wayan"], reason="Ia.", state=proposals.WAITING,
                written_at=DAWN, proposed_at=DAWN,
            )
        )  # fmt: skip
    tick(sqlite, DAWN)
    with sqlite.transaction() as session:
        ((opens, _),) = days(session, DutyKind.DECIDE_AWARD, ids["kepala"])
        assert opens == THIRD


def test_roles_begin_and_end_at_midnight_in_the_west(
    sqlite: Database, ids: dict[str, int]
) -> None:
    midnight = datetime(2026, 7, 2, 17, tzinfo=UTC)
    with sqlite.transaction() as session:
        for role, since, until in (
            (Role.HR, THIRD, None), (Role.HEAD, date(2026, 1, 1), SECOND),
        ):  # fmt: skip
            session.add(Grant(employee_id=ids["dedi"], role=role, since=since, until=until))
        session.flush()
        assert set(me(session, "dedi", midnight - timedelta(seconds=1)).roles) == {Role.HEAD}
        assert set(me(session, "dedi", midnight).roles) == {Role.HR}


def test_whoever_is_away_from_today_is_not_drawn_before_breakfast(
    sqlite: Database, ids: dict[str, int]
) -> None:
    with sqlite.transaction() as session:
        period = periods.get(session, PERIOD)
        assert period is not None
        today = period.submit_until + timedelta(2)
        before = datetime.combine(today, OPENING.time(), UTC) - timedelta(hours=9)
        dedi, away = ids["dedi"], Absence(
            employee_id=ids["dedi"], kind="annual", since=today, until=period.rate_until
        )  # fmt: skip
        session.add(away)
        session.flush()
        assert dedi not in reachable(session, period, before, [dedi])
        assert dedi in reachable(session, period, before - timedelta(hours=2), [dedi])
