"""Offices of any size for the bench: few people act, many are there."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlmodel import Session

from bot.screens import Place
from storage import migrate, outbox
from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.outbox import Kind, Owed
from storage.vault import Vault
from tests.bench.crowd import FIRST, PER_SUPERIOR
from tests.conftest import SECRET
from tests.crash.people import LONG_AGO, employ_many

ACTIVE_PEOPLE = 120
SUPERIORS = ACTIVE_PEOPLE // (PER_SUPERIOR + 1)
CHUNK = 5_000


def make(url: str, *, people: int = ACTIVE_PEOPLE, letters: int = 0) -> None:
    """A fresh office with so many employees, and letters waiting to be sent to the others."""
    database = Database(url, Vault(SECRET))
    try:
        migrate.upgrade(database.engine)
        with database.transaction() as session:
            employ_many(session, ACTIVE_PEOPLE, superiors=SUPERIORS)
        for start in range(ACTIVE_PEOPLE, people, CHUNK):
            with database.transaction() as session:
                _more(session, start, min(CHUNK, people - start))
        for start in range(0, letters, CHUNK):
            with database.transaction() as session:
                owe(session, start, min(CHUNK, letters - start), people)
    finally:
        database.close()


def _more(session: Session, start: int, count: int) -> None:
    vault = vault_of(session)
    employees, accounts = [], []
    for number in range(start, start + count):
        nip = f"19900101{200000 + number % 700000}{number % 10_000:04d}"
        employees.append(
            {
                "id": number + 1, "name": f"Orang {number}", "search_key": f"orang {number}",
                "sex": 1, "nip": nip, "nip_index": vault.index(f"{nip}/{number}"),
                "post": "Analis", "post_level": "Pelaksana", "rank": "III/a", "unit_id": 1,
            }
        )  # fmt: skip
        accounts.append(
            {
                "telegram_id": FIRST + number, "employee_id": number + 1, "state": ACTIVE,
                "claimed_at": LONG_AGO, "approved_at": LONG_AGO, "proof": "bench",
                "epoch": 0, "digest": True, "plain": False, "offered": "", "menu_app": "",
            }
        )  # fmt: skip
    session.connection().execute(insert(Employee), employees)
    session.connection().execute(insert(Account), accounts)


def owe(session: Session, start: int, count: int, people: int) -> None:
    now, opens = datetime.now(UTC), Place("joining.welcome")
    others = people - ACTIVE_PEOPLE
    owed = [
        Owed(f"bench/{number}", ACTIVE_PEOPLE + 1 + number % others, {}, opens, now)
        for number in range(start, start + count)
    ]
    outbox.put_many(session, Kind.DECISION, "joining.welcome", now, owed)
