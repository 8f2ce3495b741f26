"""Mixed updates under repeated kill -9: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from sandbox.client import Phone
from storage import migrate
from storage.accounts import ACTIVE, Account
from storage.achievements import Achievement
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.units import Unit
from storage.vault import Vault
from tests.conftest import SECRET
from tests.crash.life import Life, life

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]

PEOPLE, ROUNDS = (60, 13) if os.environ.get("CRASH") == "full" else (16, 4)
LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
FIRST = 5000
PATIENCE = 300.0


def fill(database: Database) -> None:
    """One unit of people with accounts, and nothing else."""
    migrate.upgrade(database.engine)
    with database.transaction() as session:
        unit = Unit(name="Layanan", zone="Asia/Jakarta")
        session.add(unit)
        session.flush()
        for number in range(PEOPLE):
            nip = f"1990010120150110{number:02d}"
            person = Employee(
                name=f"Orang {number}", search_key=f"orang {number}", sex=1, nip=nip,
                nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
                rank="III/a", unit_id=unit.id or 0,
            )  # fmt: skip
            session.add(person)
            session.flush()
            session.add(
                Account(
                    telegram_id=FIRST + number,
                    employee_id=person.id or 0,
                    state=ACTIVE,
                    claimed_at=LONG_AGO,
                )
            )


def story(number: int, turn: int) -> str:
    return f"Menyusun laporan pelayanan nomor {number} bagian {turn} untuk warga"


async def tell(phone: Phone, number: int) -> None:
    """Send texts that become drafts, look at the menu, and delete every other draft, twice."""
    for turn in range(ROUNDS):
        said = await phone.says(story(number, turn), wait=False)
        cursor = said["message"]["cursor"]
        shown = await phone.sees(story(number, turn), since=cursor, timeout=PATIENCE)
        if turn % 2:
            card = shown["message_id"]
            for _ in range(2):
                await phone.taps("Tidak, hapus", message_id=card, wait=False)
        await phone.says("/menu", wait=False)


async def play(one: Life) -> None:
    await one.start()
    phones = []
    for number in range(PEOPLE):
        phones.append(
            await one.telegram.person(f"p{number}", f"Orang {number}", id=FIRST + number)
        )
        await phones[-1].says("/menu", wait=False)
    telling = asyncio.gather(*(tell(phone, number) for number, phone in enumerate(phones)))
    await one.kill_while(telling, calls=(40, 200))
    await one.telegram.idle(timeout=PATIENCE)


async def test_no_effect_is_lost_or_doubled(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'teladan.db'}"
    async with life(tmp_path, url, fill, seed=2026) as one:
        await play(one)
        assert one.deaths >= ROUNDS
    database = Database(url, Vault(SECRET))
    with database.transaction() as session:
        kept = Counter(session.exec(select(Achievement.story)).all())
    database.close()
    wanted = Counter(
        story(number, turn) for number in range(PEOPLE) for turn in range(0, ROUNDS, 2)
    )
    assert kept == wanted
