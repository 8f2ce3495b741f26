"""Colleagues are proposed until a day of the scheme; who may is reminded, then it is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.actions import peers, schemes
from bot.actions.refusals import Refused
from bot.rules.schemes import PeriodCalendar
from bot.rules.schemes.faults import faults
from storage.database import Database
from storage.duties import FOR_MINE, OWN, Duty, DutyKind
from storage.peers import PeerDraw, PeerTicket
from storage.periods import OPEN, Period
from storage.scheme_files import default_text
from tests.actions.played import NOW, PEOPLE, employ, me_of
from tests.quarter import period_id, tick

LAST, AFTER = (datetime(2026, 10, day, 3, tzinfo=UTC) for day in (2, 3))
WEEK = datetime(2026, 9, 26, 3, tzinfo=UTC)


@pytest.fixture
def summer(sqlite: Database) -> Database:
    with sqlite.transaction() as session:
        employ(session)
    tick(sqlite, NOW, peers=True)
    return sqlite


def owed(database: Database) -> Counter[int]:
    """Open reminders to propose, by what is to be proposed."""
    with database.transaction() as session:
        found = session.exec(select(Duty).where(Duty.kind == DutyKind.NOMINATE)).all()
    return Counter(one.object_id for one in found if not (one.done_at or one.cancelled_at))


def test_the_last_week_reminds_and_a_proposal_ends_it(summer: Database) -> None:
    assert not owed(summer)
    tick(summer, WEEK, peers=True)
    assert owed(summer) == {OWN: PEOPLE - 1, FOR_MINE: 3}
    number = period_id(summer)
    with summer.transaction() as session:
        peers.propose(session, me_of(session, 6, WEEK), number, 6, 8)
    assert owed(summer)[OWN] == PEOPLE - 2
    tick(summer, WEEK, peers=True)
    assert owed(summer)[OWN] == PEOPLE - 2
    tick(summer, AFTER, peers=True)
    assert not owed(summer), "nobody is late with what nobody had to do"


def test_the_draw_follows_the_last_day_before_the_window(summer: Database) -> None:
    number = period_id(summer)
    tick(summer, LAST, peers=True)
    with summer.transaction() as session:
        assert session.exec(select(PeerDraw)).first() is None
        peers.propose(session, me_of(session, 6, LAST), number, 6, 8)
    tick(summer, AFTER, peers=True)
    with summer.transaction() as session:
        period = session.get(Period, number)
        assert period is not None
        assert period.state == OPEN
        [made] = session.exec(select(PeerDraw)).all()
        assert made.drawn_at is not None
        ways = {one.way for one in session.exec(select(PeerTicket)) if one.about_id == 6}
        assert "employee" in ways
        me = me_of(session, 7, AFTER)
        with pytest.raises(Refused, match="drawn"):
            peers.propose(session, me, number, 7, 8)
        plan = next(one for one in peers.home(session, me).proposing if one.period_id == number)
        assert (plan.open, plan.from_day) == (False, date(2026, 10, 6))
        ticket = session.exec(select(PeerTicket).where(PeerTicket.rater_id == 7)).first()
        assert ticket is not None
        with pytest.raises(Refused, match="window_closed"):
            peers.rate(session, me, ticket.id or 0, 1, 4)
        assert not peers.waiting(session, me)


@pytest.mark.parametrize(
    ("proposals", "sound"), [(None, True), (5, True), (-30, True), (6, False), (-90, False)]
)
def test_a_scheme_takes_them_between_opening_and_reports(
    proposals: int | None, sound: bool
) -> None:
    scheme = replace(schemes.read(default_text()), calendar=PeriodCalendar(proposals=proposals))
    found = [one for one in faults(scheme) if one.where == "calendar.proposals"]
    assert (not found) is sound


def test_reports_that_were_moved_forward_end_it_too(summer: Database) -> None:
    number = period_id(summer)
    with summer.transaction() as session:
        period = session.get(Period, number)
        assert period is not None
        assert schemes.proposals_until(session, period) == LAST.date()
        period.submit_until = WEEK.date()
        assert schemes.proposals_until(session, period) == WEEK.date(), "moved for this quarter"
