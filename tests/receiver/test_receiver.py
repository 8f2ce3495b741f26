"""Each update takes effect once; one that cannot is parked and its lane goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import ClientDecodeError
from aiogram.types import Message
from sqlmodel import Session, select

from bot.lanes import chat_of, lane_of
from bot.measures import REPLAYED
from bot.receiver import AT_ONCE, Receiver
from storage import updates
from storage.database import Database
from storage.updates import FailedUpdate
from tests.cast import Cast
from tests.kit import TOKEN, Office, Telegram, TestClock

Take = Callable[[Message], Awaitable[object]]
THEN = datetime(2026, 9, 21, 3, tzinfo=UTC)


def said(number: int, person: int, text: str) -> dict[str, Any]:
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1790000000,
            "chat": {"id": person, "type": "private"},
            "from": {"id": person, "is_bot": False, "first_name": "x"},
            "text": text,
        },
    }


class Desk:
    """A receiver around one handler; remembers whom it told what."""

    def __init__(self, database: Database, clock: TestClock, take: Take) -> None:
        self.told: list[tuple[int, str]] = []
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(take)
        bot = Bot(TOKEN, session=Telegram(clock))
        self.receiver = Receiver(bot, dispatcher, database, clock, self._tell)

    async def _tell(self, chat: int, reference: str) -> None:
        self.told.append((chat, reference))

    @property
    def committed(self) -> float | None:
        value = self.receiver.measures.registry.get_sample_value
        return value("teladan_updates_total", {"step": "handled"})


@pytest.fixture
def desk(database: Database, clock: TestClock) -> Callable[[Take], Desk]:
    return lambda take: Desk(database, clock, take)


async def test_people_are_served_in_their_own_order(desk: Callable[[Take], Desk]) -> None:
    heard: dict[int, list[str]] = {1: [], 2: []}

    async def take(message: Message) -> None:
        await asyncio.sleep(0)
        heard[message.chat.id].append(message.text or "")

    batch = [said(n, 1 + n % 2, str(n)) for n in range(40)]
    office = desk(take)
    await office.receiver.take(batch)
    assert heard == {
        1: [str(n) for n in range(0, 40, 2)],
        2: [str(n) for n in range(1, 40, 2)],
    }
    assert office.committed == 40


async def test_poison_is_parked_after_three_tries_and_the_lane_goes_on(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    tries: list[str] = []

    async def take(message: Message) -> None:
        tries.append(message.text or "")
        if message.text == "poison":
            raise ZeroDivisionError

    office = desk(take)
    await office.receiver.take([said(1, 5, "poison"), said(2, 5, "next")])
    assert tries == ["poison"] * 3 + ["next"]
    [(chat, reference)] = office.told
    assert chat == 5

    def parked(session: Session) -> FailedUpdate | None:
        return session.exec(select(FailedUpdate)).first()

    row = await database.run(parked)
    assert row is not None
    assert (row.reference, row.tries) == (reference, 3)
    assert row.raw is not None
    assert "poison" in row.raw


async def test_a_form_refused_inside_a_handler_is_a_fault_of_ours_and_is_tried_again(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    tries = []

    async def take(message: Message) -> None:
        tries.append(message.text)
        if len(tries) == 1 or message.text == "poison":
            Message.model_validate({"message_id": "none"})

    office = desk(take)
    await office.receiver.take([said(1, 5, "once"), said(2, 5, "poison")])
    assert tries == ["once"] * 2 + ["poison"] * 3
    assert office.committed == 1
    [(chat, _)] = office.told
    assert chat == 5


async def test_an_update_that_nobody_can_read_is_parked_at_once(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    async def take(_: Message) -> None:
        raise AssertionError("nobody should have got it")

    office = desk(take)
    unreadable = said(1, 5, "x")
    del unreadable["message"]["date"]
    await office.receiver.take([unreadable])
    rows = await database.run(lambda session: list(session.exec(select(FailedUpdate))))
    assert [(row.update_id, row.parked_at is not None) for row in rows] == [(1, True)]


async def test_an_update_that_killed_the_process_three_times_is_not_tried_again(
    desk: Callable[[Take], Desk],
) -> None:
    class Killed(BaseException):
        pass

    async def kill(message: Message) -> None:
        raise Killed

    async def start_and_die() -> None:
        await desk(kill).receiver.handle(said(1, 5, "kills"), wary=True)

    for _ in range(3):
        with pytest.raises(Killed):
            await start_and_die()
    calm = desk(kill)
    await calm.receiver.take([said(1, 5, "kills")], wary=True)
    assert [chat for chat, _ in calm.told] == [5]


async def test_what_came_together_with_a_killer_is_served(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    class Killed(BaseException):
        pass

    heard: list[str] = []

    async def take(message: Message) -> None:
        if message.text == "kills":
            raise Killed
        heard.append(message.text or "")

    batch = [said(1, 5, "before"), said(2, 6, "kills"), said(3, 7, "after")]
    for _ in range(3):
        with pytest.raises(Killed):
            await desk(take).receiver.take(batch, wary=True)
    calm = desk(take)
    await calm.receiver.take(batch, wary=True)
    assert heard[-2:] == ["before", "after"]
    assert [chat for chat, _ in calm.told] == [6]


async def test_a_first_batch_that_goes_well_leaves_no_trace(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    async def take(message: Message) -> None:
        pass

    await desk(take).receiver.take([said(1, 5, "good")], wary=True)
    rows = await database.run(lambda session: session.exec(select(FailedUpdate)).all())
    assert rows == []


async def test_a_try_of_who_died_after_the_effect_is_forgotten(
    desk: Callable[[Take], Desk], database: Database
) -> None:
    async def replay(_: Message) -> object:
        return REPLAYED

    unknown = {"update_id": 2, "of_next_year": {"chat": {"id": 5}}}
    await database.run(lambda session: updates.count_try(session, 1, THEN, "started"))
    await desk(replay).receiver.take([said(1, 5, "done before")])
    await desk(replay).receiver.take([unknown], wary=True)
    rows = await database.run(lambda session: session.exec(select(FailedUpdate)).all())
    assert rows == []


async def test_tries_are_kept_no_longer_than_an_update_may_come_again(database: Database) -> None:
    def look(session: Session) -> set[int]:
        for number in (1, 2):
            updates.count_try(session, number, THEN, "OSError")
        updates.count_try(session, 3, THEN + timedelta(hours=1), "OSError")
        updates.park(session, 2, THEN, "ref", "{}")
        session.flush()
        updates.sweep(session, THEN + timedelta(minutes=1))
        return set(session.exec(select(FailedUpdate.update_id)))

    assert await database.run(look) == {2, 3}


async def test_what_nobody_can_read_is_parked_and_hides_nothing(
    desk: Callable[[Take], Desk],
) -> None:
    heard: list[str] = []

    async def take(message: Message) -> None:
        heard.append(message.text or "")

    office = desk(take)
    unreadable = {"update_id": 1, "message": {"message_id": "?", "chat": 3}}
    await office.receiver.take([unreadable, {"update_id": 2}, said(3, 5, "fine")])
    assert heard == ["fine"]
    assert [chat for chat, _ in office.told] == [0]


async def test_a_handler_that_hangs_is_cut_off(
    desk: Callable[[Take], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.receiver.SECONDS", 0.01)

    async def hang(message: Message) -> None:
        await asyncio.Event().wait()

    office = desk(hang)
    await office.receiver.take([said(1, 5, "slow")])
    assert [chat for chat, _ in office.told] == [5]


async def test_a_crowd_waits_for_room_before_its_time_limit_counts(
    desk: Callable[[Take], Desk],
) -> None:
    inside: set[int] = set()
    most, full = 0, asyncio.Event()

    async def take(message: Message) -> None:
        nonlocal most
        inside.add(message.chat.id)
        most = max(most, len(inside))
        if most >= AT_ONCE:
            full.set()
        await full.wait()
        inside.remove(message.chat.id)

    office = desk(take)
    crowd = [said(n, n, "hello") for n in range(1, 3 * AT_ONCE)]
    await asyncio.gather(*(office.receiver.handle(raw) for raw in crowd))
    assert most == AT_ONCE
    assert office.committed == len(crowd)


async def test_a_screen_that_cannot_be_shown_undoes_nothing(office: Office, cast: Cast) -> None:
    decode = ClientDecodeError("Failed to decode", ValueError("html"), "<html>502</html>")
    for fault in (decode, ConnectionResetError()):
        office.telegram.fail_next = [fault]
        await cast.sari.says("/menu")
    await cast.sari.says("/menu")
    assert cast.sari.sees("Sari Lestari")


def test_lane_and_chat_are_read_from_any_update() -> None:
    tap = {
        "update_id": 1,
        "callback_query": {
            "from": {"id": 9},
            "data": "x",
            "message": {"chat": {"id": 9, "type": "private"}},
        },
    }
    assert (lane_of(tap), chat_of(tap)) == (9, 9)
    shared = {"from": {"id": 9}, "chat": {"id": -5, "type": "supergroup"}}
    assert (lane_of({"my_chat_member": shared}), chat_of({"my_chat_member": shared})) == (-5, 0)
    assert lane_of({"channel_post": {"chat": {"id": -6, "type": "channel"}}}) == -6
    assert (lane_of({"update_id": 1}), chat_of({"update_id": 1})) == (0, 0)
    assert (lane_of({"message": {"from": {"id": "x"}}}), chat_of({"message": 3})) == (0, 0)
