"""Mixed updates under repeated kill -9: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from sandbox.client import Phone
from sandbox.client.asking import Json
from storage.achievements import Achievement
from storage.audit import AuditEntry
from storage.database import Database
from storage.keyboards import Keyboard
from storage.updates import FailedUpdate, HandledUpdate
from tests import databases
from tests.crash.life import FULL, PATIENCE, Life, Nursery, life
from tests.crash.people import FIRST, employ_many

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]

log = logging.getLogger(__name__)
PEOPLE, ROUNDS = (60, 4) if FULL else (10, 1)
UPDATES = PEOPLE * (1 + 13 * ROUNDS)
QUIET_DAY = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def fill(database: Database) -> None:
    databases.migrate(database)
    with database.transaction() as session:
        employ_many(session, PEOPLE)


def story(number: int, turn: int, what: str) -> str:
    return f"Menyusun laporan pelayanan nomor {number} bagian {turn} yang {what}"


def title(number: int, turn: int) -> str:
    return f"Loket {number} tahap {turn}"


def data_of(shown: Json, label: str) -> str:
    return next(
        str(key["data"]) for row in shown["keyboard"] for key in row if key["text"] == label
    )


async def presses_twice(phone: Phone, shown: Json, label: str) -> None:
    """Two taps in a row, as impatient fingers do."""
    data = data_of(shown, label)
    for _ in range(2):
        await phone.taps(data=data, message_id=shown["message_id"], wait=False)


async def tells(phone: Phone, said: str) -> Json:
    """Something told just so; the screen that offers to make an achievement of it."""
    sent = await phone.says(said, wait=False)
    return await phone.sees(said, since=sent["message"]["cursor"], timeout=PATIENCE)


async def one_round(phone: Phone, number: int, turn: int) -> None:
    """Thirteen updates: a draft that stays, one deleted, one begun with a button and named."""
    await tells(phone, story(number, turn, "tetap"))
    await phone.says("/menu", wait=False)
    shown = await tells(phone, story(number, turn, "dihapus"))
    await presses_twice(phone, shown, "Tidak, hapus")
    await phone.says("/menu", wait=False)
    await phone.says("/prestasi", wait=False)
    shown = await phone.sees_button("Buat baru", timeout=PATIENCE)
    await presses_twice(phone, shown, "Buat baru")
    shown = await phone.sees_button("Mulai baru", timeout=PATIENCE)
    await presses_twice(phone, shown, "Mulai baru")
    await phone.says(title(number, turn), wait=False)
    await phone.says("/menu", wait=False)


async def person(one: Life, number: int) -> None:
    phone = await one.telegram.person(f"p{number}", f"Orang {number}", id=FIRST + number)
    await phone.says("/menu", wait=False)
    for turn in range(ROUNDS):
        await one_round(phone, number, turn)


async def test_no_effect_is_lost_or_doubled(nursery: Nursery, tmp_path: Path, url: str) -> None:
    async with life(nursery, tmp_path, url, fill, seed=2026) as one:
        await one.telegram.clock.to(QUIET_DAY)
        one.start()
        everybody = asyncio.gather(*(person(one, number) for number in range(PEOPLE)))
        await one.kill_while(everybody, calls=(8, 120))
        await one.telegram.idle(timeout=100)
        log.info("%d updates, %d deaths", UPDATES, one.deaths)
        assert one.deaths >= ROUNDS * 3
        check(one.database)


def check(database: Database) -> None:
    with database.transaction(reading=True) as session:
        drafts = session.exec(select(Achievement.story, Achievement.title)).all()
        deleted = session.exec(
            select(AuditEntry.object).where(AuditEntry.action == "achievements.delete")
        ).all()
        parked = session.exec(
            select(FailedUpdate.fault).where(col(FailedUpdate.parked_at).is_not(None))
        ).all()
        handled = session.exec(select(func.count()).select_from(HandledUpdate)).one()
        pressed = select(func.count()).where(col(Keyboard.spent_at).is_not(None))
        spent = session.exec(pressed).one()
    told = Counter(told for told, _ in drafts if told)
    begun = Counter(name for told, name in drafts if not told)
    turns = [(number, turn) for number in range(PEOPLE) for turn in range(ROUNDS)]
    assert parked == []
    assert told == Counter(story(*turn, "tetap") for turn in turns)
    assert begun == Counter(title(*turn) for turn in turns)
    assert len(deleted) == len(set(deleted)) == len(turns)
    # Looking at a screen leaves no trace; a press spends its token, a text is noted.
    assert (handled, spent) == (len(turns) * 3, len(turns) * 3)
