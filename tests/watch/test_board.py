"""The bell rings once for all processes, again when it lasts, and never forgets an all-clear."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.rules.watching import Alarm
from storage.database import Database
from tests.kit import TestClock
from tests.watch.room import Room


@pytest.fixture
def room(database: Database, clock: TestClock) -> Room:
    return Room(database, clock, TestClock(clock.now()))


def reference(text: str) -> str:
    found = re.search(r"Rujukan: ([0-9A-F]{8})", text)
    assert found is not None, text
    return found[1]


async def test_two_processes_ring_once_and_again_after_an_hour(room: Room) -> None:
    now = room.wall.now()
    await room.board.ring(Alarm.DISK, "512", now, now)
    await room.restarts()
    for minutes in (1, 59, 60, 61):
        await room.board.ring(Alarm.DISK, "512", now, now + timedelta(minutes=minutes))
    first, second = room.told
    assert reference(first) == reference(second)
    assert "512 MB" in first
    assert "pukul 10.00 WIB" in first
    later = now + timedelta(hours=2)
    assert await room.board.over(Alarm.DISK, later)
    assert not await room.board.over(Alarm.DISK, later)
    assert len(room.told) == 3
    assert "Sudah berlalu" in room.told[-1]
    assert "pukul 12.00 WIB" in room.told[-1]
    assert reference(room.told[-1]) == reference(first)


async def test_what_could_not_be_told_is_told_later(room: Room) -> None:
    now = room.wall.now()
    room.reachable = False
    await room.board.ring(Alarm.LETTERS, "31", now, now)
    await room.board.tell("sesuatu")
    room.reachable = True
    await room.board.ring(Alarm.LETTERS, "32", now, now + timedelta(minutes=1))
    await room.board.flush(now)
    assert len(room.told) == 2
    assert "32 menit" in room.told[0]
    assert room.told[1] == "sesuatu"


async def test_an_alarm_that_was_never_delivered_still_ends_with_a_word(room: Room) -> None:
    now = room.wall.now()
    room.reachable = False
    await room.board.ring(Alarm.TELEGRAM, "", now, now)
    await room.board.over(Alarm.TELEGRAM, now + timedelta(hours=3))
    room.reachable = True
    await room.board.flush(now)
    [text] = room.told
    assert "pukul 10.00 WIB" in text
    assert "pukul 13.00 WIB" in text


async def test_without_the_database_the_bell_rings_all_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = room.wall.now()

    async def away(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    with monkeypatch.context() as patch:
        patch.setattr(room.database, "run", away)
        for minutes in (0, 1, 2, 60):
            await room.board.ring(Alarm.DATABASE, "x", now, now + timedelta(minutes=minutes))
        assert len(room.told) == 2
        assert not await room.board.over(Alarm.DATABASE, now)
    assert await room.board.over(Alarm.DATABASE, now + timedelta(hours=2))
    assert {reference(text) for text in room.told} == {reference(room.told[0])}
    assert len(room.told) == 3


async def test_many_parked_updates_are_told_together(room: Room) -> None:
    now = room.wall.now()
    for number in range(5):
        await room.board.parked(f"T{number}", now + timedelta(seconds=number))
    await room.board.flush(now + timedelta(minutes=9))
    assert len(room.told) == 1
    assert "ref=T0" in room.told[0]
    await room.board.flush(now + timedelta(minutes=10))
    await room.board.flush(now + timedelta(minutes=30))
    assert len(room.told) == 2
    assert "T1, T2, T3, T4" in room.told[1]
