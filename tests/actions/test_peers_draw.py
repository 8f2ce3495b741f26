"""The draw as the clock makes it: in chunks, once, as proposed, replaced where refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, col, select

from bot.actions import peers, schemes
from bot.actions.me import Me, read_me
from bot.actions.peers import drawing, ticking
from storage import absences, duties, employees, periods
from storage.accounts import ACTIVE, Account
from storage.audit.entries import AuditEntry
from storage.columns import vault_of
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.peers import PeerTicket, Side, TicketState, drafts, proposals, tickets
from storage.scheme_files import default_text
from storage.units import Unit
from tests.quarter import RATING, period_id, tick

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
THEN = datetime.combine(RATING, NOW.time(), UTC)
UNITS, TEAM = 3, 8
HEAD = 1


def hire(session: Session, name: str, unit: int, superior: int | None) -> int:
    number = len(session.exec(select(Employee.id)).all()) + 1
    person = Employee(
        name=name, search_key=name.lower(), sex=1, nip=str(number),
        nip_index=vault_of(session).index(str(number)), post="Analis", post_level="x", rank="x",
        unit_id=unit, superior_id=superior,
    )  # fmt: skip
    session.add(person)
    session.flush()
    account = Account(
        telegram_id=number, employee_id=person.id or 0, state=ACTIVE, claimed_at=NOW,
        approved_at=NOW, proof="test",
    )  # fmt: skip
    session.add(account)
    return person.id or 0


@pytest.fixture
def summer(database: Database) -> Database:
    """A head, and three units with a superior and six people each; the quarter is open."""
    with database.transaction() as session:
        units = [Unit(name=f"Unit {n}", zone="Asia/Jakarta") for n in range(UNITS)]
        session.add_all(units)
        session.flush()
        hire(session, "Kepala", units[0].id or 0, None)
        for unit in units:
            superior = hire(session, f"Atasan {unit.id}", unit.id or 0, HEAD)
            for number in range(TEAM):
                hire(session, f"Orang {unit.id}{number}", unit.id or 0, superior)
    tick(database, NOW, peers=True)
    return database


def drawn(database: Database) -> list[PeerTicket]:
    with database.transaction() as session:
        return list(session.exec(select(PeerTicket).order_by(col(PeerTicket.id))))


def chain_of(database: Database, one: PeerTicket) -> set[int]:
    with database.transaction() as session:
        above = {*employees.chain(session, one.about_id)}
        below = {one.about_id} & {*employees.chain(session, one.rater_id)}
        return (above & {one.rater_id}) | below


def test_everybody_gets_real_colleagues_and_nobody_too_many(summer: Database) -> None:
    tick(summer, THEN, peers=True)
    found = drawn(summer)
    asked = [one for one in found if one.side == Side.PEER]
    about = Counter(one.about_id for one in asked)
    assert set(about.values()) <= {3, 4, 5}
    assert len(about) == UNITS * TEAM
    assert max(Counter(one.rater_id for one in asked).values()) <= 6
    assert not any(chain_of(summer, one) for one in asked)
    upward = Counter(one.about_id for one in found if one.side == Side.UPWARD)
    assert upward == {HEAD: UNITS, 2: TEAM, 2 + TEAM + 1: TEAM, 2 + 2 * (TEAM + 1): TEAM}


def test_what_was_proposed_is_drawn(summer: Database) -> None:
    with summer.transaction() as session:
        period = period_of(session)
        proposals.propose(session, period, 3, "employee", 11, 3, NOW)
        proposals.propose(session, period, 3, "superior", 12, 2, NOW)
    tick(summer, THEN, peers=True)
    ways = {one.rater_id: one.way for one in drawn(summer) if one.about_id == 3}
    assert (ways[11], ways[12]) == ("employee", "superior")


def period_of(session: Session) -> int:
    found = periods.of_quarter(session, 2026, 3)
    assert found is not None
    return found.id or 0


def test_it_is_made_once_however_often_the_clock_ticks(
    summer: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "CHUNK", TEAM + 2)
    tick(summer, THEN, peers=True)
    before = [(one.id, one.rater_id) for one in drawn(summer)]
    tick(summer, THEN, peers=True)
    assert [(one.id, one.rater_id) for one in drawn(summer)] == before
    with summer.transaction() as session:
        said = session.exec(select(AuditEntry.action)).all()
    assert (said.count("peers.draw"), said.count("peers.drawn")) == (1, UNITS)


class Fallen(Exception):
    """The process died before its commit."""


def fall(database: Database) -> None:
    with database.transaction() as session:
        ticking.tick(session, THEN)
        raise Fallen


def test_a_fall_in_the_middle_loses_and_doubles_nothing(
    summer: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each transaction is tried twice, the first time in vain."""
    monkeypatch.setattr(drawing, "CHUNK", TEAM + 2)
    monkeypatch.setattr("bot.actions.peers.drawing.secrets.token_hex", lambda _: "benih")
    tick(summer, THEN)
    more = True
    while more:
        with pytest.raises(Fallen):
            fall(summer)
        with summer.transaction() as session:
            more = ticking.tick(session, THEN)
    once = [(one.about_id, one.rater_id, one.way) for one in drawn(summer)]
    assert len(once) == len(set(once))
    assert len({about for about, _, _ in once}) == UNITS * (TEAM + 1) + 1


def test_who_declines_is_replaced_and_never_asked_about_them_again(summer: Database) -> None:
    tick(summer, THEN, peers=True)
    period = period_id(summer)
    with summer.transaction() as session:
        first = session.exec(select(PeerTicket).where(PeerTicket.side == Side.PEER)).first()
        assert first is not None
        about, rater, number = first.about_id, first.rater_id, first.id or 0
        mine = tickets.of_rater(session, period, rater)
        for one in mine:
            if one.id != number and one.id:
                tickets.change(session, one.id, TicketState.SPENT, THEN)
        before = Counter(one.state for one in tickets_about(session, period, about))
        went = peers.decline(session, me(session, rater), number)
        assert went.notice
        assert not duties.open_ones(session, (rater,), (DutyKind.PEERS,), RATING)
    tick(summer, THEN, peers=True)
    with summer.transaction() as session:
        after = tickets_about(session, period, about)
        assert sum(one.state == TicketState.OPEN for one in after) == before["open"]
        assert [one.rater_id for one in after].count(rater) == 1
        owing = tickets.raters_owing(session, period)
        found = session.exec(select(Duty).where(Duty.kind == DutyKind.PEERS)).all()
        open_ones = {one.owner_id for one in found if not one.done_at and not one.cancelled_at}
        assert open_ones == owing


def tickets_about(session: Session, period: int, about: int) -> list[PeerTicket]:
    found = select(PeerTicket).where(
        PeerTicket.period_id == period, PeerTicket.about_id == about,
        PeerTicket.side == Side.PEER,
    )  # fmt: skip
    return list(session.exec(found.order_by(col(PeerTicket.id))))


def me(session: Session, number: int) -> Me:
    found = read_me(session, number, THEN)
    assert found is not None
    return found


def test_who_leaves_or_is_away_to_the_end_is_replaced_the_next_day(summer: Database) -> None:
    tick(summer, THEN, peers=True)
    period, next_day = period_id(summer), THEN.replace(day=THEN.day + 1)
    with summer.transaction() as session:
        gone, away, person = 3, 4, 5
        left = session.get(Employee, gone)
        assert left is not None
        left.left_on = RATING
        session.add(left)
        absences.add_absence(session, away, RATING, date(2026, 12, 1), "annual", HEAD)
        before = len(tickets_about(session, period, person))
        first = len(session.exec(select(PeerTicket)).all())
    tick(summer, next_day, peers=True)
    with summer.transaction() as session:
        still = {
            one.rater_id
            for one in session.exec(select(PeerTicket).where(PeerTicket.state == "open"))
        }
        assert not still & {gone, away}
        assert all(one.state == "gone" for one in tickets_about(session, period, gone))
        now = tickets_about(session, period, person)
        refused = [one for one in now if one.state == "gone"]
        assert len({one.rater_id for one in now}) == len(now)
        assert len(now) - before <= len(refused)
        total = len(session.exec(select(PeerTicket)).all())
        assert total > first
        assert all(one.replaced for one in refused)


def test_who_has_no_account_or_is_away_is_not_asked(summer: Database) -> None:
    with summer.transaction() as session:
        for account in session.exec(select(Account).where(col(Account.employee_id) == 3)):
            account.state = "ended"
            session.add(account)
        absences.add_absence(session, 4, RATING, date(2026, 12, 1), "annual", HEAD)
    tick(summer, THEN, peers=True)
    found = drawn(summer)
    assert not {3, 4} & {one.rater_id for one in found}
    assert {3, 4} <= {one.about_id for one in found}


def test_a_scheme_without_colleagues_asks_nobody(
    summer: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = replace(schemes.read(default_text()), asks_peers=False)
    monkeypatch.setattr("bot.actions.peers.ticking.schemes.of_period", lambda *_: scheme)
    tick(summer, THEN, peers=True)
    assert drawn(summer) == []


def test_an_unsent_draft_counts_nowhere(summer: Database) -> None:
    tick(summer, THEN, peers=True)
    period = period_id(summer)
    with summer.transaction() as session:
        for one in session.exec(select(PeerTicket)).all():
            drafts.write(session, one.id or 0, drafts.Said({"kolaborasi": 5}))
    tick(summer, THEN.replace(day=14), peers=True)
    with summer.transaction() as session:
        assert peers.close(session, _period(session, period), THEN, 100) == 0
    assert {one.state for one in drawn(summer)} == {"lapsed"}


def _period(session: Session, number: int) -> periods.Period:
    found = periods.get(session, number)
    assert found is not None
    return found
