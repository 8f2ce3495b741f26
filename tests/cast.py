"""A small invented office for tests: who is who is written here once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlmodel import Session

from bot.rules.authority import Role
from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.grants import Grant
from storage.units import Unit
from tests.factors import enrol
from tests.kit import Office, Person

JOINED = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)

HEAD = (Role.HEAD,)
TEAM = (Role.EVALUATION_TEAM,)

# key: (Telegram id, name, NIP, sex, unit, superior, roles)
PEOPLE: dict[str, tuple[int, str, str, int, str, str | None, tuple[Role, ...]]] = {
    "kepala": (104, "Drs. Hendra Wijaya, M.Si.", "197001011995011001", 1, "Pusat", None, HEAD),
    "budi": (102, "Budi Santoso, S.Sos.", "198001012005011002", 1, "Layanan", "kepala", ()),
    "sari": (101, "Sari Lestari, A.Md.", "199003032015032003", 2, "Layanan", "budi", ()),
    "dedi": (105, "Dedi Pratama", "199104042016041004", 1, "Layanan", "budi", ()),
    "wayan": (103, "Ni Wayan Astuti, S.E.", "198505052010012005", 2, "Pusat", "kepala", TEAM),
    "maya": (106, "Maya Kusuma, S.Psi.", "198806062012012006", 2, "Pusat", "kepala", (Role.HR,)),
    "rina": (107, "Rina Marlina, S.H.", "198707072011012007", 2, "Pusat", "kepala", (Role.HR,)),
    "yosef": (108, "Yosef Wanggai", "199208082018011008", 1, "Jayapura", "budi", ()),
}  # fmt: skip
DECIDERS = ("kepala", "maya", "rina")  # they have put their second factor in
UNITS = {"Pusat": "Asia/Jakarta", "Layanan": "Asia/Jakarta", "Jayapura": "Asia/Jayapura"}


@dataclass(frozen=True)
class Cast:
    """People by key, with their numbers in the roster."""

    people: dict[str, Person]
    ids: dict[str, int]
    units: dict[str, int]
    database: Database

    def __getattr__(self, key: str) -> Person:
        return self.people[key]


def settle(office: Office, database: Database) -> Cast:
    """Put everybody into the database, with active accounts."""
    with database.transaction() as session:
        units, ids = employ(session)
    return meet(office, database, units, ids)


def meet(office: Office, database: Database, units: dict[str, int], ids: dict[str, int]) -> Cast:
    """Those who are in the database, with phones."""
    people = {key: office.person(row[0], row[1]) for key, row in PEOPLE.items()}
    return Cast(people, ids, units, database)


def employ(session: Session) -> tuple[dict[str, int], dict[str, int]]:
    """Units and employees with accounts and roles; their numbers by key."""
    units: dict[str, int] = {}
    for name, zone in UNITS.items():
        unit = Unit(name=name, zone=zone, parent_id=units.get("Pusat"))
        session.add(unit)
        session.flush()
        units[name] = unit.id or 0
    ids: dict[str, int] = {}
    for key, (telegram_id, name, nip, sex, where, superior, roles) in PEOPLE.items():
        person = Employee(
            name=name, search_key=name.lower(), sex=sex, nip=nip,
            nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
            rank="III/a", unit_id=units[where], superior_id=ids.get(superior or ""),
        )  # fmt: skip
        session.add(person)
        session.flush()
        ids[key] = person.id or 0
        session.add(
            Account(
                telegram_id=telegram_id,
                employee_id=ids[key],
                state=ACTIVE,
                claimed_at=JOINED,
                approved_at=JOINED,
                proof="test",
            )
        )
        for role in roles:
            session.add(Grant(employee_id=ids[key], role=role, since=date(2026, 1, 1)))
        if key in DECIDERS:
            session.flush()
            enrol(session, ids[key], JOINED)
    return units, ids
