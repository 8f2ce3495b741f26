"""The invented office is made: four units in three time zones, three quarters of history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from sqlmodel import Session

from bot.actions import periods as making
from bot.office import (
    broadcasting,
    calibrating,
    careers,
    citizens,
    colleagues,
    counters,
    disputes,
    drilling,
    gathering,
    guiding,
    hiring,
    history,
    honours,
    lastyear,
    late,
    levels,
    marks,
    meetings,
    mending,
    people,
    present,
    rounds,
    talking,
    teaching,
    thanking,
    voices,
)
from bot.office.citizens import Citizen
from bot.office.counters import Desks
from bot.office.desk import NOW, Office
from bot.office.phones import Phone, phones
from bot.office.protection import protect
from bot.rules.quarters import Quarter
from storage import accounts, employees, evidence_files, migrate, periods
from storage.database import Database

SEED = 20_261_110
FIRST_QUARTER = Quarter(2026, 1)


@dataclass(frozen=True, slots=True)
class Seeded:
    """What the sandbox needs to know: its clock, its phones, the named moments of the clock.

    `keys` of authenticators are by the phone's key; `colleagues` have accounts (Telegram id,
    name) but no phone that anybody looks at; `citizens` have a phone and no account.
    """

    now: datetime
    phones: Sequence[Phone]
    marks: Sequence[tuple[datetime, str]]
    keys: Mapping[str, str]
    colleagues: Sequence[tuple[int, str]]
    citizens: Sequence[Citizen]


def settle(database: Database, evidence: Path) -> Seeded:
    """Make the invented office in a new database; evidence goes to that folder.

    The same every time, but for what is sealed. ValueError when somebody works there already.
    """
    migrate.upgrade(database.engine)
    return furnish(database, evidence)


def furnish(database: Database, evidence: Path) -> Seeded:
    """The same in a database that has its tables."""
    evidence_files.hand_over(evidence, database.engine)
    dice = Random(SEED)
    members = {member.key: member for member in people.everybody(dice)}
    with database.transaction() as session:
        if employees.in_service(session):
            raise ValueError("the database has people already")
        office = Office(session, dice, members)
        desks = _found(office)
        named = _live(session, office, desks)
        asked = citizens.citizens(office, desks)
        keys = protect(office)
        shown = phones(members)
        seen = {phone.telegram_id for phone in shown}
        everybody = accounts.all_active(session)
        others = [one for one in everybody if one[0] not in seen]
        return Seeded(NOW, shown, named, keys, others, asked)


def _found(office: Office) -> Desks:
    """People come, and the counters open where they work."""
    hiring.hire(office, hiring.FOUNDED, late=False)
    hiring.open_accounts(office, list(office.ids), date(2026, 1, 5))
    return counters.open_counters(office)


def _live(session: Session, office: Office, desks: Desks) -> Sequence[tuple[datetime, str]]:
    """The year up to now, in its order."""
    usual = levels.courses(office.dice, office.members)
    heard: dict[str, int] = {}
    for number in range(3):
        quarter = FIRST_QUARTER.plus(number)
        heard |= voices.hear(office, desks, quarter)
        history.live_through(office, quarter, {key: own[number] for key, own in usual.items()})
    lastyear.look_back(office)
    hiring.hire(office, hiring.NEWCOMERS, late=True)
    hiring.open_accounts(office, list(people.LATE), date(2026, 11, 3))
    hiring.arrange_leave(office)
    hiring.invite_last(office)
    hiring.report_wrong_superior(office)
    present.set_up(office, {key: own[2] for key, own in usual.items()})
    met = meetings.hold(office)
    second = periods.of_quarter(session, 2026, 2)
    assert second is not None
    disputes.dispute(office, second)
    before, running = (periods.of_quarter(session, 2026, number) for number in (3, 4))
    assert before is not None
    assert running is not None
    late.rate(office, second)
    drilling.drill(office, before)
    honours.propose_in_makassar(office, before)
    calibrating.rate_as_team(office, before)
    calibrating.open_a_sitting(office, before)
    rounds.vote_now(office, before)
    colleagues.propose(office, running)
    talking.talk(office)
    gathering.remember(office, met.clinic, met.present, met.running)
    guiding.guide(office)
    thanking.thank(office)
    teaching.teach(office)
    broadcasting.broadcast(office)
    careers.keep_careers(office)
    heard |= voices.hear(office, desks, FIRST_QUARTER.plus(3))
    mending.mend(office, desks, heard)
    rounds.nominate_now(office)
    making.make(session, NOW - timedelta(minutes=5))
    marks.remember(session)
    return marks.marks(session, running, met.ahead)
