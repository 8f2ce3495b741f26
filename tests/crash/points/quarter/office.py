"""The office of the quarter: two more people, a team of three, a short scheme, a whole trail."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from bot.rules.authority import Role
from bot.rules.people import search_key
from storage import agreement, audit, periods, postings, scheme_files, superior_reports
from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.employees import Employee
from storage.grants import Grant
from storage.units import Unit
from tests.cast import JOINED
from tests.conftest import NOW
from tests.crash.points.verbs import person_named

# key: (Telegram id, name, NIP, sex, unit, superior)
MORE = {
    "agus": (109, "Agus Salim, S.H.", "198109092009011009", 1, "Pusat", "Hendra"),
    "citra": (110, "Citra Dewi, A.Md.", "199210102018012010", 2, "Layanan", "Budi"),
}
KEPT = {
    "produktivitas": 50, "inovasi": 30, "kolaborasi": 20,
    "berorientasi_pelayanan": 60, "akuntabel": 40,
}  # fmt: skip


def scheme() -> str:
    """The shipped one with five of its indicators, and three colleagues for everybody."""
    head, *parts = scheme_files.default_text().split("[[indicators]]\n")
    kept = [_weighed(part) for part in parts if _key_of(part) in KEPT]
    return "[[indicators]]\n".join([head.replace("most = 5", "most = 3"), *kept])


def _key_of(part: str) -> str:
    return part.split('"')[1]


def _weighed(part: str) -> str:
    line = next(line for line in part.split("\n") if line.startswith("weight = "))
    return part.replace(line, f"weight = {KEPT[_key_of(part)]}", 1)


def staff(session: Session) -> None:
    """Besides, Dedi says that his superior is another one since this week."""
    for key in MORE:
        _hire(session, key)
    for key in ("maya", "rina"):
        session.add(
            Grant(
                employee_id=person_named(session, key).id or 0,
                role=Role.EVALUATION_TEAM,
                since=date(2026, 1, 1),
            )
        )
    for account in session.exec(select(Account).order_by("id")):
        _testify(session, account)
    postings.bring(session, JOINED.date())
    dedi = person_named(session, "dedi")
    said = "Sejak pekan ini Pak Hendra."
    superior_reports.make(session, dedi.id or 0, dedi.superior_id or 0, said, NOW)
    assert periods.add_scheme(session, 1, date(2026, 1, 1), scheme(), JOINED)
    audit.record(session, JOINED, None, "schemes.install", "scheme/1")


def _hire(session: Session, key: str) -> None:
    number, name, nip, sex, unit, superior = MORE[key]
    leads = select(Employee.id).where(Employee.name.contains(superior))  # type: ignore[attr-defined]
    person = Employee(
        name=name, search_key=search_key(name), sex=sex, nip=nip,
        nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
        rank="III/a", superior_id=session.exec(leads).one(),
        unit_id=session.exec(select(Unit.id).where(Unit.name == unit)).one() or 0,
    )  # fmt: skip
    session.add(person)
    session.flush()
    session.add(
        Account(
            telegram_id=number, employee_id=person.id or 0, state=ACTIVE, claimed_at=JOINED,
            approved_at=JOINED, proof="test",
        )
    )  # fmt: skip


def _testify(session: Session, account: Account) -> None:
    """What the trail would say of somebody who joined."""
    about, who = f"account/{account.id}", account.employee_id
    phone = agreement.telephone(vault_of(session), account.telegram_id)
    joined = {"replaces": 0, "telephone": phone}
    audit.record(session, JOINED, who, "joining.claim", about, joined)
    proven = {"proof": account.proof, "waits": False}
    audit.record(session, JOINED, None, "joining.prove", about, proven)
    audit.record(session, JOINED, who, "joining.activate", about, {"replaces": 0})
