"""The process dies at every boundary of a delivery; another one takes over."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.courier import Courier, delivering, desk
from storage import leases
from storage.database import Database
from storage.outbox import Kind, Letter, State
from tests.courier.wire import NOW, SUCCESS, Crash, Post, open_post

R, D = Kind.REMINDER, Kind.DECISION


async def dies(post: Post) -> None:
    """The courier dies in the middle of a batch, and its lease lapses."""
    with pytest.raises(Crash):
        await post.courier.drain_once()
    post.wire.plan = []
    post.courier = post.another()
    post.later(seconds=31)


def breaks(monkeypatch: pytest.MonkeyPatch, step: str, *, after: bool) -> None:
    """The next time this transaction runs, the process dies just before or after its commit."""
    whole = Courier._write
    original = getattr(desk.Desk, step)

    async def write(self: Courier, work: Any) -> Any:
        hit: list[bool] = []

        def watched(*args: Any) -> Any:
            hit.append(True)
            if not after:
                raise Crash
            return original(*args)

        with monkeypatch.context() as inner:
            inner.setattr(desk.Desk, step, watched)
            result = await whole(self, work)
        if hit:
            monkeypatch.setattr(Courier, "_write", whole)
            raise Crash
        return result

    monkeypatch.setattr(Courier, "_write", write)


@pytest.mark.parametrize(
    ("step", "after", "sent", "reminder"),
    [
        ("claim", False, 1, State.SENT),
        ("claim", True, 1, State.SENT),
        ("begin", False, 1, State.SENT),
        ("begin", True, 0, State.UNKNOWN),  # nothing was sent, but nobody can know
        ("settle", False, 1, State.UNKNOWN),  # it was sent, but nobody knows
        ("settle", True, 1, State.SENT),
    ],
)
async def test_a_reminder_is_never_sent_twice(
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    after: bool,
    sent: int,
    reminder: State,
) -> None:
    post.owes("a", R)
    breaks(monkeypatch, step, after=after)
    await dies(post)
    monkeypatch.undo()
    await post.delivers()
    assert (len(post.wire.sent), post.state("a")) == (sent, reminder)


@pytest.mark.parametrize("step", ["claim", "begin", "settle"])
@pytest.mark.parametrize("after", [False, True])
async def test_a_decision_is_never_lost(
    post: Post, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    post.owes("a", D)
    breaks(monkeypatch, step, after=after)
    await dies(post)
    monkeypatch.undo()
    await post.delivers()
    post.later(minutes=1)
    await post.delivers()
    assert post.state("a") == State.SENT
    assert 1 <= len(post.wire.sent) <= 2
    marks = [call["text"] for call in post.wire.sent]
    assert marks in (["a#0"], ["a#1"], ["a#0", "a#1"])


async def test_a_crash_on_the_wire(post: Post) -> None:
    post.wire.plan = [Crash()]
    post.owes("a", R)
    await dies(post)
    await post.delivers()
    assert (len(post.wire.sent), post.state("a")) == (1, State.UNKNOWN)


async def test_only_the_holder_of_the_lease_delivers(post: Post) -> None:
    other = post.another()
    post.owes("a", R)
    assert await other.drain_once()
    post.owes("b", R, to=post.ids["budi"])
    assert not await post.courier.drain_once()
    assert post.state("b") == State.WAITING
    post.later(seconds=31)
    await post.delivers()
    assert post.state("b") == State.SENT


async def test_a_holder_that_lost_its_lease_stops_before_the_next_letter(post: Post) -> None:
    together, stolen = asyncio.Barrier(delivering.IN_FLIGHT), asyncio.Event()

    async def steal() -> None:
        await together.wait()

        def take(session: Session) -> bool:
            post.wall.advance(seconds=31)
            name = post.courier.desk.lease
            return leases.take(session, name, "other", post.wall.now(), desk.LASTS)

        assert await post.database.run(take)
        stolen.set()

    async def hold() -> None:
        await together.wait()
        await stolen.wait()

    for name in post.ids:
        post.owes(name, R, to=post.ids[name])
    assert len(post.ids) > delivering.IN_FLIGHT
    post.wire.plan = [steal, *[hold] * (delivering.IN_FLIGHT - 1)]
    await post.courier.drain_once()
    assert len(post.wire.sent) == delivering.IN_FLIGHT


async def test_a_late_success_wins_over_the_successors_guess(post: Post) -> None:
    arrived, go = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        arrived.set()
        await go.wait()

    post.wire.plan = [slow]
    post.owes("a", R)
    old = asyncio.ensure_future(post.courier.drain_once())
    await arrived.wait()
    post.courier = post.another()
    post.later(seconds=31)
    post.wire.plan = []
    await post.delivers()
    assert post.state("a") == State.UNKNOWN
    go.set()
    await old
    assert (post.state("a"), len(post.wire.sent)) == (State.SENT, 1)


async def test_what_is_in_flight_ends_when_the_courier_is_stopped(post: Post) -> None:
    arrived, go = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        arrived.set()
        await go.wait()

    post.wire.plan = [slow]
    for name in post.ids:
        post.owes(name, R, to=post.ids[name])
    running = asyncio.ensure_future(post.courier.run())
    await arrived.wait()
    running.cancel()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    states = Counter(post.state(name) for name in post.ids)
    assert set(states) <= {State.SENT, State.WAITING, State.LEASED}
    post.courier = post.another()
    await post.delivers()
    assert {post.state(name) for name in post.ids} == {State.SENT}
    assert len(post.wire.sent) == len(post.ids)


async def test_many_reminders_and_many_crashes(sqlite: Database) -> None:
    """None twice, none silently lost, and no more in doubt than were in flight."""
    dice, count = random.Random(7), 300
    post = open_post(sqlite)
    for number in range(count):
        post.owes(f"n{number}", R, chat_id=10_000 + number)
    crashes = 0
    while State.WAITING in {post.state(f"n{number}") for number in range(0, count, 7)}:
        post.wire.plan = [SUCCESS] * dice.randrange(12) + [Crash()]
        try:
            await post.courier.drain_once()
        except Crash:
            crashes += 1
            post.courier = post.another()
        post.later(seconds=31)
    post.wire.plan = []
    post.courier = post.another()
    open_states = {State.WAITING, State.LEASED, State.SENDING}
    for _ in range(count):
        if not open_states & {post.state(f"n{number}") for number in range(count)}:
            break
        post.later(seconds=31)
        await post.delivers()
    with sqlite.transaction(reading=True) as session:
        states = Counter(session.exec(select(Letter.state)).all())
    asked = Counter(call["chat_id"] for call in post.wire.sent)
    assert crashes > 5
    assert max(asked.values()) == 1
    assert set(states) == {State.SENT, State.UNKNOWN}
    assert sum(states.values()) == count
    assert states[State.UNKNOWN] <= crashes * delivering.IN_FLIGHT
    assert post.clock.now() > NOW
