"""Ticks: what the scheduler is told, and that one fault does not stop the others."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.base import STATE_STOPPED
from sqlmodel import Session

from bot.clockwork import LONGEST_REST, SECONDS, Clockwork
from bot.ticks import TICKS, Tick
from storage.database import Database
from tests.kit import TestClock


async def test_the_scheduler_is_only_a_metronome(sqlite: Database, clock: TestClock) -> None:
    stop = asyncio.Event()
    ticked = asyncio.Event()
    clockwork = Clockwork(sqlite, clock, [Tick("x", lambda *_: ticked.set())])
    running = asyncio.ensure_future(clockwork.run(stop))
    await ticked.wait()
    scheduler = clockwork.scheduler
    assert isinstance(scheduler, AsyncIOScheduler)
    assert isinstance(scheduler._jobstores["default"], MemoryJobStore)
    (job,) = scheduler.get_jobs()
    assert (job.coalesce, job.misfire_grace_time, job.max_instances) == (True, None, 1)
    assert job.trigger.interval.total_seconds() == SECONDS == 60
    stop.set()
    await running


async def test_a_fault_stops_only_its_own_tick(sqlite: Database, clock: TestClock) -> None:
    asked: list[tuple[str, datetime]] = []

    def fine(_: Session, now: datetime) -> None:
        asked.append(("fine", now))

    def faulty(_: Session, now: datetime) -> None:
        asked.append(("faulty", now))
        raise RuntimeError("on purpose")

    ticks = [Tick("a", fine), Tick("b", faulty), Tick("c", fine)]
    await Clockwork(sqlite, clock, ticks).tick_now()
    assert asked == [("fine", clock.now()), ("faulty", clock.now()), ("fine", clock.now())]


async def test_one_round_sees_one_moment_though_the_clock_jumps(
    sqlite: Database, clock: TestClock
) -> None:
    """Else a digest of the new day would go out before that day's duties are there."""
    seen: list[datetime] = []

    def jumps(_: Session, now: datetime) -> None:
        seen.append(now)
        clock.advance(days=1)

    before = clock.now()
    clockwork = Clockwork(sqlite, clock, [Tick("a", jumps), Tick("b", jumps)])
    await clockwork.tick_now()
    assert seen == [before, before]
    await clockwork.tick_now()
    assert seen[2] == clock.now() - timedelta(days=2) == before + timedelta(days=2)


async def test_big_work_is_done_in_transactions_of_its_own(
    sqlite: Database, clock: TestClock
) -> None:
    sessions: list[int] = []

    def big(session: Session, _: datetime) -> bool:
        sessions.append(id(session))
        return len(sessions) < 5

    await Clockwork(sqlite, clock, ticks=[Tick("big", big)]).tick_now()
    assert len(sessions) == 5


async def test_long_arithmetic_is_done_between_two_transactions(
    sqlite: Database, clock: TestClock
) -> None:
    """While it lasts others write; what it comes to is written in a transaction of its own."""
    steps: list[str] = []

    def count(session: Session, _: datetime) -> Callable[[], Callable[[Session], None]]:
        steps.append(f"read {session.in_transaction()}")
        return compute

    def compute() -> Callable[[Session], None]:
        assert threading.current_thread() is not threading.main_thread()
        with sqlite.transaction() as other:
            steps.append(f"others write {other.in_transaction()}")
        return lambda _: steps.append("write")

    await Clockwork(sqlite, clock, ticks=[Tick("count", count)]).tick_now()
    assert [one.split()[0] for one in steps] == ["read", "others", "write"]


async def test_everything_can_be_asked_of_an_empty_database(
    sqlite: Database, clock: TestClock
) -> None:
    done: list[str] = []
    named = [Tick(tick.name, _noting(tick, done)) for tick in TICKS if "evidence" not in tick.name]
    await Clockwork(sqlite, clock, ticks=named).tick_now()
    assert set(done) == {tick.name for tick in named}


def _noting(tick: Tick, done: list[str]):  # type: ignore[no-untyped-def]
    def work(session: Session, now: datetime) -> object:
        result = tick.work(session, now)
        done.append(tick.name)
        return result

    return work


@pytest.mark.parametrize("after", [False, True], ids=["in a round", "just called"])
async def test_stopping_in_the_middle_of_a_tick_is_quiet(
    sqlite: Database, clock: TestClock, caplog: pytest.LogCaptureFixture, after: bool
) -> None:
    begun, go, done = asyncio.Event(), threading.Event(), list[str]()
    loop = asyncio.get_running_loop()

    def slow(_: Session, __: datetime) -> bool:
        loop.call_soon_threadsafe(begun.set)
        assert go.wait(20)
        done.append("round")
        return True

    def never(_: Session, __: datetime) -> None:
        done.append("another tick")

    clockwork = Clockwork(sqlite, clock, ticks=[Tick("slow", slow), Tick("never", never)])
    running = asyncio.ensure_future(clockwork.run())
    await begun.wait()
    if after:  # a second call waits for its turn when the end comes
        second = asyncio.ensure_future(clockwork.tick_now())
    running.cancel()
    await asyncio.sleep(0)
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    if after:
        await second
    assert done == ["round"]
    assert [record.getMessage() for record in caplog.records] == []
    assert clockwork.scheduler.state == STATE_STOPPED


async def test_who_taps_meanwhile_has_the_database_three_times_as_long_next(
    sqlite: Database, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many taps get through beside a tick with much to do; alone it goes on at once."""
    rests: list[float] = []
    sleep = asyncio.sleep

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        await sleep(0)

    monkeypatch.setattr("bot.clockwork.asyncio.sleep", rest)
    crowded, left = True, 3
    loop, taps = asyncio.get_running_loop(), []

    def tap() -> None:
        taps.append(asyncio.ensure_future(sqlite.run(lambda _: None)))
        heard.set()

    def much(_: Session, __: datetime) -> bool:
        nonlocal left
        left -= 1
        if crowded:
            heard.clear()
            loop.call_soon_threadsafe(tap)
            assert heard.wait(10)
        return left > 0

    heard = threading.Event()
    await Clockwork(sqlite, clock, [Tick("much", much)]).tick_now()
    assert len(rests) == len(taps) == 3
    assert all(0 < rested <= LONGEST_REST for rested in rests)
    await asyncio.gather(*taps)
    crowded, left = False, 3
    await Clockwork(sqlite, clock, [Tick("much", much)]).tick_now()
    assert len(rests) == 3
