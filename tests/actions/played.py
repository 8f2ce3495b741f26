"""A quarter of a small office, played to its publication, in which the test knows every answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlmodel import Session, select

from bot.actions import appraisals, publication, schemes
from bot.actions.appraisals.beginning import begin
from bot.actions.me import Me, read_me
from bot.actions.peers.asking import asked_from
from bot.rules.authority import Role
from storage import periods
from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.grants import Grant
from storage.peers import PeerTicket, Said, Side, TicketState, drafts, tickets
from storage.units import Unit
from tests.factors import enrol, proves
from tests.quarter import CALIBRATION, RATING, period_id, tick

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
THEN, AFTER = (datetime.combine(day, NOW.time(), UTC) for day in (RATING, CALIBRATION))
SUPERIOR, STEPS = 4, 11
PEOPLE, HEAD, MEMBER = 11, 1, 11
WHY = "Kepala tidak mempunyai atasan di instansi ini."
Ask = Callable[[PeerTicket, list[str]], Said | None]
"""What somebody answers, by the keys that are asked; None: nothing is sent."""


@dataclass
class Played:
    """What each ticket said, and whom it was about: side, about, rater."""

    database: Database
    period: int
    said: Mapping[int, tuple[str, int, int, Said]]

    def about(self, number: int) -> list[int]:
        """The tickets of colleagues about this person."""
        return [
            one
            for one, (side, about, _, _) in self.said.items()
            if (side, about) == (Side.PEER, number)
        ]


def me_of(session: Session, number: int, now: datetime = AFTER) -> Me:
    me = read_me(session, number, now)
    assert me is not None
    return me


def play(
    database: Database,
    ask: Ask,
    unsent: Mapping[str, int] | None = None,
    more: Callable[[], None] = lambda: None,
) -> Played:
    """From the opening to the head's signature, by the real actions.

    `unsent` are levels that stay in the drafts of those who send nothing; `more` adds to the
    office.
    """
    with database.transaction() as session:
        employ(session)
    more()
    tick(database, NOW, peers=True)
    tick(database, THEN, peers=True)
    period = period_id(database)
    with database.transaction() as session:
        _appraise(session, period)
        said = _answer(session, period, ask, unsent or {})
    tick(database, AFTER, peers=True)
    proves(database, HEAD, AFTER)
    with database.transaction() as session:
        me = me_of(session, HEAD)
        publication.write_reason(session, me, period, WHY)
        publication.sign(session, me, period)
    tick(database, AFTER, peers=True)
    return Played(database, period, said)


def employ(session: Session) -> None:
    """A head, two superiors, and people below them in two units; the last one is of the team."""
    units = [Unit(name=name, zone="Asia/Jakarta") for name in ("Satu", "Dua")]
    session.add_all(units)
    session.flush()
    for number in range(1, PEOPLE + 1):
        superior = None if number == HEAD else HEAD if number <= 3 else 3 - number % 2
        person = Employee(
            id=number, name=f"Pegawai {number}", search_key=f"pegawai {number}", sex=1,
            nip=str(number), nip_index=vault_of(session).index(str(number)), post="Analis",
            post_level="x", rank="x", unit_id=units[number % 2].id or 0, superior_id=superior,
        )  # fmt: skip
        session.add(person)
        session.flush()
        account = Account(
            telegram_id=number, employee_id=number, state=ACTIVE, claimed_at=NOW,
            approved_at=NOW, proof="test",
        )  # fmt: skip
        session.add(account)
    for who, role in ((HEAD, Role.HEAD), (MEMBER, Role.EVALUATION_TEAM), (MEMBER, Role.HR)):
        session.add(Grant(employee_id=who, role=role, since=date(2026, 1, 1)))
    enrol(session, HEAD, NOW)


def _appraise(session: Session, period: int) -> None:
    """Every superior gives everybody the same."""
    for person in session.exec(select(Employee).order_by(Employee.id)).all():  # type: ignore[arg-type]
        if person.superior_id is None:
            continue
        me = me_of(session, person.superior_id, THEN)
        number = begin(session, me, period, person.id or 0)
        for step in range(1, STEPS + 1):
            appraisals.rate(session, me, number, step, SUPERIOR)
        appraisals.send(session, me, number)


def _answer(
    session: Session, period: int, ask: Ask, unsent: Mapping[str, int]
) -> dict[int, tuple[str, int, int, Said]]:
    found = {}
    row = periods.get(session, period)
    assert row is not None
    scheme = schemes.of_period(session, row)
    for one in session.exec(select(PeerTicket).order_by(PeerTicket.id)).all():  # type: ignore[arg-type]
        number = one.id or 0
        said = ask(one, [i.key for i in asked_from(scheme, one.side)])
        drafts.write(session, number, said or Said(unsent))
        if said is not None:
            assert tickets.change(session, number, TicketState.SPENT, THEN)
            found[number] = (one.side, one.about_id, one.rater_id, said)
    return found
