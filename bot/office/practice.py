"""An invented unit to practise in: one employee, a superior, two colleagues, a quarter.

Its people, its calendar and all that is done there exist only for whoever practises.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from sqlmodel import Session

from bot.actions import periods as making
from bot.office import hiring, judging, publishing
from bot.office.desk import NOW, Office, wib
from bot.office.names import MAN, WOMAN, Life
from bot.office.people import AGENCY, SEMARANG, Member
from bot.rules.periods import PeriodState
from storage import accounts, appraisals, employees, periods
from storage.columns import vault_of
from storage.periods import Period

SEED, USUAL = 57, 4.0
EMPLOYEE, SUPERIOR, HEAD = "ayu", "surya", "kepala"
HATS = (EMPLOYEE, SUPERIOR)


def _born(year: int, began: int, sex: int) -> Life:
    return Life(date(year, 4, 12), date(began, 3, 1), sex)


MEMBERS = {
    one.key: replace(one, number=number)
    for number, one in enumerate(
        (
            Member(HEAD, "Harun Latihan, M.Si.", _born(1972, 1998, MAN), "Kepala Badan",
                   "JPT Pratama", "IV/c", AGENCY, "", "pimpinan"),
            Member(SUPERIOR, "Surya Latihan, S.Sos.", _born(1982, 2007, MAN),
                   "Kepala Seksi Pelayanan", "Pengawas", "III/d", SEMARANG, HEAD),
            Member(EMPLOYEE, "Ayu Latihan, A.Md.", _born(1995, 2019, WOMAN),
                   "Petugas Loket Pelayanan", "Terampil", "II/c", SEMARANG, SUPERIOR),
            Member("dewi", "Dewi Latihan, S.A.P.", _born(1991, 2016, WOMAN),
                   "Penelaah Teknis Kebijakan", "Pelaksana", "III/a", SEMARANG, SUPERIOR),
            Member("rudi", "Rudi Latihan", _born(1989, 2014, MAN),
                   "Pengadministrasi Perkantoran", "Pelaksana", "II/d", SEMARANG, SUPERIOR),
        ),
        1,
    )
}  # fmt: skip
OTHERS = tuple(key for key in MEMBERS if key != EMPLOYEE)


def furnish(session: Session) -> None:
    """Everybody is hired and has an account; the fourth quarter of 2026 runs."""
    office = Office(session, Random(SEED), MEMBERS)
    hiring.hire(office, hiring.FOUNDED, late=False)
    hiring.open_accounts(office, list(MEMBERS), date(2026, 1, 5))
    _settle(session, NOW - timedelta(minutes=5))


def period_of(session: Session) -> Period:
    """The quarter in which everything happens."""
    period = periods.of_quarter(session, 2026, 4)
    assert period is not None
    return period


def now_of(session: Session) -> datetime:
    """The invented moment: it stands still until the quarter is moved on."""
    period = period_of(session)
    return {
        PeriodState.OPEN: NOW,
        PeriodState.RATING: wib(period.submit_until + timedelta(1), 9),
    }.get(PeriodState(period.state), wib(period.publish_on, 9))


def number_of(session: Session, key: str) -> int:
    """Somebody's number in the invented roster."""
    person = employees.by_nip(session, MEMBERS[key].nip)
    assert person is not None
    return person.id or 0


def account_of(session: Session, key: str) -> int:
    account = accounts.active_of(session, number_of(session, key))
    assert account is not None
    return account.id or 0


def begin_rating(session: Session) -> None:
    """The quarter is over: colleagues have reported, everybody may be rated."""
    office, period = _office(session), period_of(session)
    judging.report(office, period, OTHERS, {})
    _settle(session, wib(period.submit_until + timedelta(1), 8))


def publish(session: Session) -> None:
    """Colleagues whom the trainee has not rated are rated; the head publishes."""
    office, period = _office(session), period_of(session)
    assert period.id is not None
    begun = appraisals.begun(session, period.id)
    rest = [key for key in OTHERS if office.ids[key] not in begun]
    judging.rate(office, period, rest, {}, dict.fromkeys(rest, USUAL))
    _settle(session, wib(period.rate_until + timedelta(1), 8))
    publishing.release(office, period)


def _settle(session: Session, now: datetime) -> None:
    while making.make(session, now):
        pass


def _office(session: Session) -> Office:
    """As it stands, with dice that fall as often as anybody begins anew."""
    office = Office(session, Random(SEED), MEMBERS)
    vault = vault_of(session)
    numbers = {one.nip_index: one.id or 0 for one in employees.in_service(session)}
    office.ids |= {key: numbers[vault.index(one.nip)] for key, one in MEMBERS.items()}
    return office
