"""Two processes that poll with one token and one database: only one is told, nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramServerError,
)
from aiogram.types import Message
from sqlmodel import Session, col, select

from bot import hold
from bot.polling import GetRawUpdates
from storage import updates
from storage.database import Database
from storage.updates import HandledUpdate
from tests.kit import TestClock
from tests.receiver.line import Line, Process
from tests.receiver.test_receiver import said

METHOD = GetRawUpdates(limit=1, timeout=0, allowed_updates=[])
CONFLICT = "terminated by other getUpdates request"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.polling.LONGEST_PAUSE", 0.0)
    monkeypatch.setattr(hold, "LOOKED_EVERY", 0.005)


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    """Connections of another process."""
    url = database.engine.url.render_as_string(hide_password=False)
    second = Database(url, database.vault)
    yield second
    second.close()


def note(session: Session, message: Message) -> None:
    updates.begin(session, message.message_id, message.chat.id, message.date)


def noted(database: Database) -> list[int]:
    with database.transaction(reading=True) as session:
        found = select(HandledUpdate.update_id).order_by(col(HandledUpdate.at))
        return list(session.exec(found))


async def until(so: object) -> None:
    assert callable(so)
    async with asyncio.timeout(20):
        while not so():  # noqa: ASYNC110 - of many things, none of which tells
            await asyncio.sleep(0)


async def test_one_polls_and_the_other_follows_when_it_stops(
    database: Database, other: Database, clock: TestClock
) -> None:
    line = Line()
    first, second = Process(database, line, clock, note), Process(other, line, clock, note)
    first.start()
    await first.telegram.asked.wait()
    second.start()
    await until(lambda: second.said)
    line.put(said(1, 5, "a"), said(2, 6, "b"))
    await until(lambda: not line.waiting)
    assert "siaga" in second.said[0]
    assert second.telegram.offsets == []
    first.stop.set()
    await first.ends()
    await second.telegram.asked.wait()
    line.put(said(3, 5, "c"))
    await until(lambda: not line.waiting)
    second.stop.set()
    await second.ends()
    assert sorted(noted(database)) == [1, 2, 3]


async def test_one_that_wakes_up_too_late_neither_acts_nor_confirms(
    database: Database, other: Database, clock: TestClock
) -> None:
    line, asleep, wake = Line(), asyncio.Event(), asyncio.Event()
    done: list[str] = []

    async def sleep(message: Message) -> None:
        if message.text == "b":
            asleep.set()
            await wake.wait()

    def work(name: str) -> object:
        def add(session: Session, message: Message) -> None:
            done.append(f"{name}{message.text}")

        return add

    line.put(said(1, 5, "a"), said(2, 5, "b"), said(3, 5, "c"))
    first = Process(database, line, clock, work("1"), sleep)  # type: ignore[arg-type]
    second = Process(other, line, clock, work("2"))  # type: ignore[arg-type]
    first.start()
    await asleep.wait()
    second.start()
    await until(lambda: second.said)
    clock.advance(seconds=hold.LASTS.total_seconds())
    await until(lambda: not line.waiting)
    wake.set()
    await until(lambda: first.said)
    assert done == ["1a", "2a", "2b", "2c"]
    assert first.telegram.offsets == [None]
    for one in (first, second):
        one.stop.set()
        await one.ends()


async def test_what_is_in_hand_is_finished_and_confirmed(
    database: Database, clock: TestClock
) -> None:
    line, busy, go = Line(), asyncio.Event(), asyncio.Event()

    async def wait(message: Message) -> None:
        busy.set()
        await go.wait()

    line.put(said(1, 5, "a"), said(2, 6, "b"))
    one = Process(database, line, clock, note, wait)
    one.start()
    await busy.wait()
    one.stop.set()
    go.set()
    await one.ends()
    assert sorted(noted(database)) == [1, 2]
    assert (line.waiting, one.telegram.offsets) == ([], [None, 3])
    assert not one.hold.held


async def test_a_token_used_elsewhere_is_told_once_and_clearly(
    database: Database, clock: TestClock
) -> None:
    one = Process(database, Line(), clock, note)
    one.telegram.faults = [TelegramConflictError(method=METHOD, message=CONFLICT)] * 3
    one.start()
    await until(lambda: len(one.telegram.offsets) == 4)
    [sentence] = one.said
    assert "409" in sentence
    assert "/revoke" in sentence
    one.stop.set()
    await one.ends()


async def test_polling_goes_on_after_every_kind_of_trouble(
    database: Database, clock: TestClock
) -> None:
    one = Process(database, Line(), clock, note)
    one.telegram.faults = [
        ClientDecodeError("Failed to decode", ValueError("html"), "<html>502</html>"),
        TelegramNetworkError(method=METHOD, message="no route"),
        TelegramConflictError(method=METHOD, message=CONFLICT),
        TelegramServerError(method=METHOD, message="Bad Gateway"),
        ConnectionResetError(),
    ]
    one.start()
    await until(lambda: len(one.telegram.offsets) == 6)
    assert one.task is not None
    assert not one.task.done()
    one.stop.set()
    await one.ends()
