"""What is measured, each as a function that gives rows of the table."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.web.site import PATH
from tests.bench import office
from tests.bench.crowd import Crowd, echo, script_of
from tests.bench.running import Subject, asked, subject, webhook

AT_ONCE = 100
WARM_UP = 600


@dataclass
class Row:
    """One line of the table; `ratio` compares with the row named `against`."""

    measure: str
    value: float
    unit: str
    against: str = ""
    ratio: float | None = None


async def echoes(kind: str, count: int, *, hooked: bool = False) -> list[Row]:
    """A bare bot that says everything back, by polling or by webhook."""
    crowd = Crowd(office.ACTIVE_PEOPLE, lambda _: echo(), plain=True)
    api = await crowd.telegram.start()
    port = free_port()
    settings = webhook(port) | {"WEBHOOK_PATH": PATH} if hooked else {}
    try:
        async with subject(f"{kind} by webhook" if hooked else kind, api, 0, **settings) as one:
            await asked(crowd.telegram, one)
            if hooked:
                crowd.telegram.push_to([f"http://127.0.0.1:{port}{PATH}"])
            await crowd.load(WARM_UP, AT_ONCE)
            rate = await crowd.load(count, AT_ONCE)
            return [Row(f"bare {kind}, {'webhook' if hooked else 'polling'}", rate, "updates/s")]
    finally:
        await crowd.telegram.close()


@contextlib.asynccontextmanager
async def teladans(crowd: Crowd, url: str, replicas: int) -> AsyncIterator[list[Subject]]:
    """Our bot by polling (`replicas` 0), or so many by webhook."""
    api = await crowd.telegram.start()
    try:
        async with contextlib.AsyncExitStack() as stack:
            ports = [free_port() for _ in range(replicas)]
            settings = [webhook(port) for port in ports] or [{}]
            subjects = []
            for core, own in enumerate(settings):
                crowd.telegram.asked.clear()
                one = await stack.enter_async_context(
                    subject("teladan", api, core, DATABASE_URL=url, **own)
                )
                await asked(crowd.telegram, one)
                subjects.append(one)
            if ports:
                crowd.telegram.push_to([f"http://127.0.0.1:{port}{PATH}" for port in ports])
            yield subjects
    finally:
        await crowd.telegram.close()


async def updates(
    name: str, url: str, count: int, *, replicas: int = 0, people: int = office.ACTIVE_PEOPLE,
    half_load: bool = True,
) -> list[Row]:  # fmt: skip
    """The mix of a working day, durable, as fast as it goes; then evenly at half that load."""
    await asyncio.to_thread(office.make, url, people=people)
    crowd = Crowd(office.ACTIVE_PEOPLE, lambda at: script_of(at, office.SUPERIORS), plain=False)
    async with teladans(crowd, url, replicas) as those:
        await crowd.load(WARM_UP, AT_ONCE)
        cpu = sum(one.cpu for one in those)
        asked_before = sum([await one.statements() for one in those])
        rate = await crowd.load(count, AT_ONCE)
        cpu = sum(one.cpu for one in those) - cpu
        statements = sum([await one.statements() for one in those]) - asked_before
        rows = [
            Row(name, rate, "updates/s"),
            Row(f"{name}: processor", cpu / count * 1e3, "ms/update"),
            Row(f"{name}: statements", statements / count, "a update"),
            Row(f"{name}: memory", max(one.memory for one in those) / 1e6, "MB"),
        ]
        if half_load:
            took = await crowd.pour(count // 2, rate / 2)
            for share in (50, 95, 99):
                at = took[min(len(took) - 1, len(took) * share // 100)]
                rows.append(Row(f"{name}: half load p{share}", at * 1e3, "ms"))
        return rows


async def outbox(url: str, seconds: int) -> list[Row]:
    """The courier at its pace, and what it could do without one."""
    rows = []
    for free in (False, True):
        own = url if free else f"{url}-paced"
        await asyncio.to_thread(office.make, own, people=3_000, letters=10_000)
        crowd = Crowd(1, lambda _: echo(), plain=True)
        api = await crowd.telegram.start()
        try:
            unpaced = "1" if free else ""
            async with subject("teladan", api, DATABASE_URL=own, BENCH_UNPACED=unpaced) as one:
                await asked(crowd.telegram, one)
                await crowd.telegram.has_sent(20)
                cpu, before, since = one.cpu, len(crowd.telegram.sent), time.perf_counter()
                await asyncio.sleep(seconds)
                passed = time.perf_counter() - since
                sent = crowd.telegram.sent[before:]
                cpu = one.cpu - cpu
        finally:
            await crowd.telegram.close()
        name = "outbox unpaced" if free else "outbox at its pace"
        rows.append(Row(name, len(sent) / passed, "messages/s"))
        rows.append(Row(f"{name}: processor", cpu / len(sent) * 1e3, "ms/message"))
        if not free:
            rows.append(Row("outbox: most in any second", busiest(sent), "messages"))
    return rows


async def start(url: str, letters: int) -> list[Row]:
    """From nothing to the first update handled, with letters waiting; memory then."""
    await asyncio.to_thread(office.make, url, people=3_000, letters=letters)
    crowd = Crowd(office.ACTIVE_PEOPLE, lambda at: script_of(at, office.SUPERIORS), plain=False)
    since = time.perf_counter()
    async with teladans(crowd, url, 0) as (one,):
        await crowd.load(1, 1)
        took = time.perf_counter() - since
        return [
            Row(f"start to first update, {letters} letters waiting", took, "s"),
            Row(f"memory, {letters} letters waiting", one.memory / 1e6, "MB"),
        ]


def busiest(moments: list[float]) -> int:
    """The most that fell into any one second."""
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
