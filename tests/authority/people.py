"""Everybody who may press a button: the cast, and those whose standing is out of the ordinary.

Relations and roles are written down here once more, so that they are not asked of the code.
"""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.rules.authority import Relation, Role
from storage.accounts import ACTIVE, SUSPENDED, Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.grants import Grant
from tests.cast import JOINED, PEOPLE, Cast, settle
from tests.factors import enrol
from tests.kit import Office

EVERY = tuple(role for role in Role if role is not Role.INSPECTORATE)
# key: (Telegram id, name, unit, superior, roles, unit of the roles)
OTHERS: dict[str, tuple[int, str, str, str, tuple[Role, ...], str | None]] = {
    "gita": (201, "Gita Permata", "Pusat", "kepala", (), None),  # holds Budi's mandate
    "hadi": (202, "Hadi Susanto", "Layanan", "kepala", (), None),  # on leave, nobody in his place
    "nina": (203, "Nina Wulandari", "Layanan", "hadi", (), None),
    "tuti": (204, "Tuti Rumbiak", "Jayapura", "kepala", EVERY, "Jayapura"),
    "ipah": (205, "Ipah Saripah", "Pusat", "kepala", (Role.INSPECTORATE,), None),
    "surya": (206, "Surya Dharma", "Pusat", "kepala", EVERY, None),  # suspended
    "lia": (207, "Lia Kartika", "Pusat", "kepala", EVERY, None),  # has left
    "bagas": (208, "Bagas Adi", "Layanan", "budi", (), None),  # has not joined yet
}
STRANGER = 999
LEFT = date(2026, 8, 1)
AGENCY = {key: frozenset(row[6]) for key, row in PEOPLE.items()}
UNIT_OF = {key: row[4] for key, row in PEOPLE.items()} | {k: r[2] for k, r in OTHERS.items()}
SUPERIOR_OF = {key: row[5] for key, row in PEOPLE.items()} | {k: r[3] for k, r in OTHERS.items()}
MANDATES = {"gita": "budi"}
ACTING = (*PEOPLE, "gita", "hadi", "nina", "tuti", "ipah")
ONE_OF_EACH_ROLE = ("sari", "budi", "kepala", "wayan", "maya", "ipah")
POWERLESS = ("surya", "lia", "bagas", "stranger")


def settle_all(office: Office, database: Database) -> Cast:
    """The cast and the others, with the accounts they have."""
    cast = settle(office, database)
    with database.transaction() as session:
        for key in OTHERS:
            _employ(session, cast, key)
    cast.people["stranger"] = office.person(STRANGER, "Orang")
    return cast


def _employ(session: Session, cast: Cast, key: str) -> None:
    telegram_id, name, unit, superior, roles, where = OTHERS[key]
    nip = f"19800101200501{telegram_id:04}"
    person = Employee(
        name=name, search_key=name.lower(), sex=1, nip=nip, nip_index=vault_of(session).index(nip),
        post="Analis", post_level="Pelaksana", rank="III/a", unit_id=cast.units[unit],
        superior_id=cast.ids[superior], left_on=LEFT if key == "lia" else None,
    )  # fmt: skip
    session.add(person)
    session.flush()
    cast.ids[key] = person.id or 0
    cast.people[key] = cast.sari.office.person(telegram_id, name)
    for role in roles:
        unit_id = cast.units[where] if where else None
        session.add(
            Grant(employee_id=cast.ids[key], role=role, unit_id=unit_id, since=date(2026, 1, 1))
        )
    if key == "bagas":
        return
    if key == "tuti":
        enrol(session, cast.ids[key], JOINED)
    session.add(
        Account(
            telegram_id=telegram_id, employee_id=cast.ids[key], claimed_at=JOINED,
            state=SUSPENDED if key == "surya" else ACTIVE, approved_at=JOINED, proof="test",
        )
    )  # fmt: skip


def relation(key: str, about: str | None) -> Relation:
    """What the object's person is to this one."""
    if about is None:
        return Relation.NOBODY
    if about == key:
        return Relation.SELF
    superior = SUPERIOR_OF[about]
    if superior in (key, MANDATES.get(key)):
        return Relation.REPORT
    above = SUPERIOR_OF[superior] if superior else None
    if above is not None and above in (key, MANDATES.get(key)):
        return Relation.INDIRECT_REPORT
    return Relation.SAME_UNIT if UNIT_OF[key] == UNIT_OF[about] else Relation.OTHER


def roles(key: str, about: str | None) -> frozenset[Role]:
    """The roles that reach the object's person; Tuti's end in Jayapura."""
    if key == "tuti":
        return frozenset(EVERY) if about is None or UNIT_OF[about] == "Jayapura" else frozenset()
    return AGENCY.get(key, frozenset({Role.INSPECTORATE} if key == "ipah" else ()))
