"""Many people of one unit, with accounts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import Session

from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.employees import Employee
from storage.units import Unit

LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
FIRST = 500_000


def employ_many(session: Session, count: int, *, superior_of: int = 0) -> list[int]:
    """Employees numbered from 0, Telegram ids from FIRST; their numbers in the roster.

    Each of the first `superior_of` is the superior of one of the next so many.
    """
    unit = Unit(name="Layanan", zone="Asia/Jakarta")
    session.add(unit)
    session.flush()
    ids: list[int] = []
    for number in range(count):
        nip = f"19900101201501{number:04d}"
        above = ids[number - superior_of] if superior_of <= number < 2 * superior_of else None
        person = Employee(
            name=f"Orang {number}", search_key=f"orang {number}", sex=1, nip=nip,
            nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
            rank="III/a", unit_id=unit.id or 0, superior_id=above,
        )  # fmt: skip
        session.add(person)
        session.flush()
        ids.append(person.id or 0)
    session.add_all(
        Account(
            telegram_id=FIRST + number, employee_id=one, state=ACTIVE,
            claimed_at=LONG_AGO, approved_at=LONG_AGO, proof="test",
        )
        for number, one in enumerate(ids)
    )  # fmt: skip
    return ids
