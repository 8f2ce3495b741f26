"""Stopping in order: no more work is sent to us, what is in hand is finished, then we go."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

PATIENCE = 40.0
"""Longer than the three tries of an update."""


class Stopping:
    """`asked` is set by SIGINT or SIGTERM; `over` when the time for draining has passed."""

    def __init__(self, drain_seconds: float) -> None:
        self.asked = asyncio.Event()
        self.over = asyncio.Event()
        self.drain_seconds = drain_seconds
        self._hurry = asyncio.Event()

    def listen(self) -> None:
        """From now on signals are heard; the second one ends the draining at once."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, self.ask)

    def ask(self) -> None:
        (self._hurry if self.asked.is_set() else self.asked).set()

    async def until(
        self,
        jobs: list[Coroutine[Any, Any, None]],
        receiving: Coroutine[Any, Any, None],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        """Run all until a signal comes or one of them fails; its error is raised.

        Then a balancer has its time to notice; `close` and the end of `receiving` follow, and at
        last the jobs are cancelled.
        """
        tasks = [asyncio.ensure_future(job) for job in jobs]
        hearing, asked = asyncio.ensure_future(receiving), asyncio.ensure_future(self.asked.wait())
        done, _ = await asyncio.wait([*tasks, hearing, asked], return_when=asyncio.FIRST_COMPLETED)
        if done == {asked}:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.drain_seconds):
                    await self._hurry.wait()
            self.over.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await asyncio.gather(close(), hearing)
        for task in [*tasks, hearing, asked]:
            task.cancel()
        await asyncio.gather(*tasks, hearing, asked, return_exceptions=True)
        for task in done - {asked}:
            task.result()
