"""How fast, how many at once, and to whom: by counting, on a clock of the test's own."""

from __future__ import annotations

import asyncio
import selectors
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session
from telegram.ext import AIORateLimiter

from bot.courier import delivering, loop
from bot.courier.speaker import open_bot
from storage import outbox
from storage.outbox import Kind, State
from tests.courier.wire import API, TOKEN, Post, Wire


class Hasty(selectors.DefaultSelector):
    """Waits for nothing: time jumps to when the wait would have ended."""

    moment = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.moment += max(timeout or 0.0, 0.0) + 1e-6  # a clock never stands still
        return super().select(0)


def test_twenty_a_second_evenly() -> None:
    selector = Hasty()
    fast = asyncio.SelectorEventLoop(selector)
    fast.time = lambda: selector.moment  # type: ignore[method-assign]
    starts: list[float] = []

    async def send() -> None:
        bot = open_bot(TOKEN, API, Wire())
        await asyncio.gather(*(one(bot, number) for number in range(60)))

    async def one(bot: Any, number: int) -> None:
        await bot.send_message(number + 1, "x")
        starts.append(selector.moment)

    try:
        fast.run_until_complete(send())
    finally:
        fast.close()
    assert len(starts) == 60
    busiest = max(sum(at <= other < at + 1 for other in starts) for at in starts)
    assert busiest <= 21
    assert 2.8 <= max(starts) <= 3.1


def test_a_429_is_left_to_the_outbox() -> None:
    limiter = open_bot(TOKEN, API, Wire()).rate_limiter
    assert isinstance(limiter, AIORateLimiter)
    assert limiter._max_retries == 0


async def test_one_a_second_to_one_person_and_nobody_else_waits(post: Post) -> None:
    for number in range(3):
        post.owes(f"s{number}", Kind.DECISION)
    post.owes("b", Kind.DECISION, to=post.ids["budi"])
    assert await post.courier.drain_once()
    assert [post.state(key) for key in ("s0", "s1", "b")] == [
        State.SENT,
        State.WAITING,
        State.SENT,
    ]
    post.seconds += 0.5
    assert not await post.courier.drain_once()
    post.seconds += 0.6
    assert await post.courier.drain_once()
    assert (post.state("s1"), post.state("s2")) == (State.SENT, State.WAITING)


async def test_at_most_four_in_flight(post: Post) -> None:
    for number in range(20):
        post.owes(f"n{number}", Kind.REMINDER, chat_id=500 + number)
    full = asyncio.Event()

    async def hold() -> None:
        if post.wire.flying == delivering.IN_FLIGHT:
            full.set()
        await full.wait()

    post.wire.plan = [hold] * delivering.IN_FLIGHT
    await post.courier.drain_once()
    assert (len(post.wire.sent), post.wire.most_flying) == (20, delivering.IN_FLIGHT)


async def test_what_is_written_wakes_the_courier(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not look for letters after every press: it hears of those that are written."""
    monkeypatch.setattr(loop, "POLL", 3600.0)
    both, sent, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
    looks: Counter[str] = Counter()

    async def told() -> None:
        sent.set()

    async def look(name: str, plain: Callable[[], Awaitable[bool]]) -> bool:
        found = await plain()
        looks[name] += 1
        if len(looks) == 2:
            both.set()
        return found

    def reads(session: Session) -> None:
        outbox.due(session, post.clock.now())

    def owes(session: Session) -> None:
        to = post.ids["sari"]
        outbox.put(session, "a", Kind.DECISION, "letter", post.clock.now(), to=to)

    post.wire.plan = [told]
    for name in ("drain_once", "fetch_once"):
        monkeypatch.setattr(post.courier, name, partial(look, name, getattr(post.courier, name)))
    running = asyncio.ensure_future(post.courier.run(stop))
    await both.wait()
    await post.database.run(reads)
    before = looks["drain_once"]
    await post.database.run(owes)
    await sent.wait()
    stop.set()
    await running
    assert post.state("a") == State.SENT
    assert (before, looks["fetch_once"]) == (1, 1)


async def test_a_nudge_wakes_the_courier(post: Post) -> None:
    stop = asyncio.Event()
    running = asyncio.ensure_future(post.courier.run(stop))
    sent = asyncio.Event()

    async def told() -> None:
        sent.set()

    post.wire.plan = [told]
    post.owes("a", Kind.DECISION)
    post.courier.nudge()
    await sent.wait()
    stop.set()
    await running
    assert post.state("a") == State.SENT
