"""Many people of one unit, with accounts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import Session

from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.employees import Employee
from storage.units import Unit
from tests.crash.life import Life

LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
FIRST = 500_000


def employ_many(session: Session, count: int, *, superiors: int = 0) -> list[int]:
    """Employees with the numbers from 1 on, Telegram ids from FIRST on; their numbers.

    The first `superiors` have nobody above them; the others are shared out among them.
    """
    unit = Unit(name="Layanan", zone="Asia/Jakarta")
    session.add(unit)
    session.flush()
    ids: list[int] = []
    for number in range(count):
        nip = f"19900101201501{number:04d}"
        above = ids[number % superiors] if 0 < superiors <= number else None
        person = Employee(
            name=f"Orang {number}", search_key=f"orang {number}", sex=1, nip=nip,
            nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
            rank="III/a", unit_id=unit.id or 0, superior_id=above,
        )  # fmt: skip
        session.add(person)
        session.flush()
        ids.append(person.id or 0)
    assert ids == list(range(1, count + 1))
    session.add_all(
        Account(
            telegram_id=FIRST + number, employee_id=one, state=ACTIVE,
            claimed_at=LONG_AGO, approved_at=LONG_AGO, proof="test",
        )
        for number, one in enumerate(ids)
    )  # fmt: skip
    session.flush()
    return ids


async def phones(one: Life, count: int) -> None:
    """Everybody has opened the bot once."""
    for number in range(count):
        name, chat = f"Orang {number}", FIRST + number
        await one.telegram.person(f"p{number}", name, id=chat, started=True)
