"""The watch: silence, a webhook in trouble, a database that is away, ticks, letters, stops."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.actions import audit as trail
from bot.watch import Hook
from storage import alarms, heartbeats, outbox
from storage.database import Database
from storage.outbox import Kind
from tests.kit import TestClock
from tests.watch.room import Room


@pytest.fixture
def room(database: Database, clock: TestClock) -> Room:
    return Room(database, clock, TestClock(clock.now()))


async def test_all_is_well_and_nothing_is_said(room: Room) -> None:
    for _ in range(30):
        assert await room.passes(age=3.0, seconds=10) == []
    assert room.watch.ready


async def test_the_heart_beats_at_most_once_a_minute(room: Room) -> None:
    writes: list[object] = []
    beat = room.watch._beat
    room.watch._beat = lambda *args: writes.append(1) or beat(*args)  # type: ignore[func-returns-value,method-assign]
    for _ in range(60):
        await room.passes(age=1.0, seconds=10)
    assert len(writes) == 10


async def test_a_silent_telegram_rings_once_it_can_be_told_from_when_to_when(room: Room) -> None:
    await room.passes(seconds=10)
    room.reachable = False
    for waited in range(10, 3700, 10):
        assert await room.passes(age=float(waited), seconds=10) == []
        assert room.watch.ready is (waited <= 120)
    value = room.measures.registry.get_sample_value
    assert value("teladan_alarms", {"name": "telegram"}) == 1
    assert value("teladan_silence_seconds") == 3690
    assert value("teladan_ready") == 0
    room.reachable = True
    [text] = await room.passes(age=0.0, seconds=10)
    assert value("teladan_alarms", {"name": "telegram"}) is None
    assert "kembali mendengar Telegram" in text
    assert "pukul 10.00 WIB sampai" in text
    assert "pukul 11.01 WIB" in text
    assert room.watch.ready
    assert await room.passes(seconds=10) == []
    with room.database.transaction() as session:
        assert alarms.all_ringing(session) == []


async def test_a_first_answer_that_never_comes_rings_too(room: Room) -> None:
    await room.passes(age=None, seconds=0)
    assert await room.passes(age=None, seconds=120) == []
    [text] = await room.passes(age=None, seconds=10)
    assert "Telegram tidak menjawab" in text
    assert not room.watch.ready


async def test_whoever_stands_by_expects_nothing(room: Room) -> None:
    room.expects = False
    for _ in range(40):
        assert await room.passes(age=None, seconds=10) == []
    assert room.watch.ready


async def test_a_long_batch_is_no_silence_but_slowness(room: Room) -> None:
    seconds = [0.0]
    room.measures.seconds = lambda: seconds[0]
    await room.passes(seconds=10)
    with room.measures.handing_out():
        said: list[str] = []
        for waited in range(10, 300, 10):
            seconds[0] = float(waited)
            said += await room.passes(age=float(waited), seconds=10)
    [text] = said
    assert "sangat lambat" in text
    [clear] = await room.passes(age=0.0, seconds=10)
    assert "Sudah berlalu" in clear


async def test_a_database_that_is_away_rings_after_a_minute(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.passes(seconds=10)

    async def away(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    with monkeypatch.context() as patch:
        patch.setattr(room.database, "run", away)
        said = [await room.passes(seconds=10) for _ in range(7)]
        assert [len(texts) for texts in said] == [0, 0, 0, 0, 0, 0, 1]
        assert "Basis data tidak menjawab" in said[-1][0]
    [clear] = await room.passes(seconds=10)
    assert "Sudah berlalu" in clear


async def test_letters_ticks_and_anchors_ring(room: Room) -> None:
    now = room.clock.now()
    with room.database.transaction() as session:
        outbox.put(session, "a", Kind.DECISION, "x", now, chat_id=5)
        trail.anchor(session, now - timedelta(days=3))
    for _ in range(3):
        room.measures.tick_failed("reminders.plan")
    said: list[str] = []
    for _ in range(50):
        said += await room.passes(minutes=1)
    assert ["reminders.plan" in text for text in said] == [True, False, False]
    assert ["berjangkar" in text for text in said] == [False, True, False]
    assert ["Surat tidak terkirim" in text for text in said] == [False, False, True]


async def test_a_restart_goes_on_with_what_rings(room: Room) -> None:
    for _ in range(3):
        room.measures.tick_failed("a")
    assert len(await room.passes(seconds=10)) == 1
    await room.restarts()
    [clear] = await room.passes(seconds=10)
    assert "Sudah berlalu" in clear


HOOK = Hook(0)


@pytest.fixture
def hooked(database: Database, clock: TestClock) -> Room:
    return Room(database, clock, TestClock(clock.now()), hook=HOOK)


async def test_a_webhook_is_judged_by_what_telegram_says(hooked: Room) -> None:
    assert await hooked.passes(seconds=10) == []
    hooked.hook = Hook(7, "Connection refused")
    said: list[str] = []
    for _ in range(20):
        said += await hooked.passes(seconds=20)
    [text] = said
    assert "Connection refused" in text
    assert hooked.watch.ready  # Telegram answers; it is we who cannot be reached
    hooked.hook = Hook(0)
    said = [*await hooked.passes(minutes=1), *await hooked.passes(minutes=1)]
    assert ["Sudah berlalu" in text for text in said].count(True) == 1


async def test_a_growing_queue_at_telegram_rings(hooked: Room) -> None:
    said: list[str] = []
    for pending in (5, 9, 14, 30, 60, 90, 120):
        hooked.hook = Hook(pending)
        said += await hooked.passes(minutes=1)
    [text] = said
    assert "tidak dapat mengantar" in text


async def test_a_telegram_that_does_not_answer_about_its_webhook(hooked: Room) -> None:
    await hooked.passes(seconds=10)
    hooked.hook = None
    said: list[str] = []
    for _ in range(4):
        said += await hooked.passes(minutes=1)
    assert "Telegram tidak menjawab" in said[0]
    assert not hooked.watch.ready


async def test_a_stop_is_measured_from_the_last_heartbeat(room: Room) -> None:
    await room.passes(seconds=10)
    await room.watch._last_beat()
    await room.restarts()
    assert await room.passes(age=None, minutes=2) == []
    assert await room.passes(seconds=20) == []  # 140 s: no tap was lost
    await room.watch._last_beat()
    await room.restarts()
    [text] = await room.passes(hours=26)
    assert "lebih dari 24 jam" in text
    assert room.nudged == 1
    with room.database.transaction() as session:
        heart = heartbeats.last(session)
        assert heart is not None
        assert heart.heard_at == room.wall.now()


async def test_the_heart_only_beats_forward(room: Room) -> None:
    now = room.wall.now()
    with room.database.transaction() as session:
        assert heartbeats.beat(session, now, now) is None
        assert heartbeats.beat(session, now, now - timedelta(hours=1)) == now
        assert heartbeats.beat(session, now, None) == now
        heart = heartbeats.last(session)
        assert heart is not None
        assert heart.heard_at == now
