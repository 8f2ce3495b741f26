"""Killed, away for hours while Telegram drops a tap, and born again: cards live once more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from sandbox.client import Phone
from sandbox.client.asking import Json
from storage.achievements import Achievement
from storage.audit import AuditEntry
from storage.database import Database
from storage.heartbeats import Heartbeat
from storage.open_screens import OpenScreen
from tests import databases
from tests.crash.life import Life, Nursery, life
from tests.crash.people import FIRST, employ_many

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]

QUIET_DAY = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
TOLD = "Menyusun laporan pelayanan loket tiga bersama warga"
PATIENCE = 60.0
SHORT, LONG = timedelta(minutes=30), timedelta(hours=26)
DELETE = "Tidak, hapus"


def fill(database: Database) -> None:
    databases.migrate(database)
    with database.transaction() as session:
        employ_many(session, 1)


@contextmanager
def reading(one: Life) -> Iterator[Session]:
    with one.database.transaction(reading=True) as session:
        yield session


def is_noted(one: Life) -> bool:
    """Whether the screen and the last word from Telegram would outlive the bot."""
    with reading(one) as session:
        screen = session.exec(select(OpenScreen.place)).first()
        beat = session.exec(select(Heartbeat.heard_at)).first()
        return bool(screen) and beat is not None


def deleted(one: Life) -> int:
    with reading(one) as session:
        found = select(AuditEntry.id).where(AuditEntry.action == "achievements.delete")
        return len(session.exec(found).all())


def drafts(one: Life) -> list[str]:
    with reading(one) as session:
        return list(session.exec(select(Achievement.story)).all())


def sleep_through(one: Life, hours: timedelta) -> None:
    """The machine was off for so long: the heart beat last so long ago."""
    with one.database.transaction() as session:
        beat = session.exec(select(Heartbeat)).one()
        assert beat.heard_at is not None
        beat.alive_at, beat.heard_at = beat.alive_at - hours, beat.heard_at - hours
        session.add(beat)


def data_of(shown: Json, label: str) -> str:
    return next(
        str(key["data"]) for row in shown["keyboard"] for key in row if key["text"] == label
    )


async def taps_in_vain(one: Life, phone: Phone, card: Json, away: timedelta) -> None:
    """A tap at a bot that is dead; Telegram gives it up."""
    await phone.taps(data=data_of(card, DELETE), message_id=card["message_id"], wait=False)
    assert len(one.running.world.updates.pending) == 1
    await one.telegram.clock.to(QUIET_DAY + away)
    one.running.world.updates.expire()
    assert one.running.world.updates.pending == {}


@pytest.mark.parametrize("away", [SHORT, LONG], ids=["half an hour", "a day"])
async def test_a_card_left_open_lives_again_and_its_tap_counts_once(
    nursery: Nursery, tmp_path: Path, url: str, away: timedelta
) -> None:
    async with life(nursery, tmp_path, url, fill, seed=1) as one:
        one.environment |= {"SCREENS_EVERY": "0.2", "WATCHED_EVERY": "0.2"}
        await one.telegram.clock.to(QUIET_DAY)
        one.start()
        phone = await one.telegram.person("p0", "Orang 0", id=FIRST)
        sent = await phone.says(TOLD, wait=False)
        card = await phone.sees(TOLD, since=sent["message"]["cursor"], timeout=PATIENCE)
        await one.until(lambda: is_noted(one))
        one.kill()
        await taps_in_vain(one, phone, card, away)
        sleep_through(one, away)
        before = await phone.cursor()
        one.start()
        if away is LONG:
            letter = await phone.sees(
                "lebih lama daripada Telegram", since=before, timeout=PATIENCE
            )
            before = await phone.cursor()
            await phone.taps("Buka", message_id=letter["message_id"], wait=False)
        again = await phone.sees(TOLD, since=before, timeout=PATIENCE)
        assert (deleted(one), drafts(one)) == (0, [TOLD])
        old, new = data_of(card, DELETE), data_of(again, DELETE)
        assert old != new
        assert (again["message_id"] == card["message_id"]) is (away is SHORT)
        await presses_at_once(phone, again, new, new)
        await one.telegram.idle(timeout=PATIENCE)
        assert (deleted(one), drafts(one)) == (1, [])
        await presses_at_once(phone, card, old, old)
        await one.telegram.idle(timeout=PATIENCE)
        assert (deleted(one), drafts(one)) == (1, [])


async def presses_at_once(phone: Phone, shown: Json, *data: str) -> None:
    for one in data:
        await phone.taps(data=one, message_id=shown["message_id"], wait=False)
