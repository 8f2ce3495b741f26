"""In the demo time is the sandbox's, from the first moment on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import sandbox
from bot.clock import MovedClock, catch_up
from sandbox.client import Sandbox

MORNING = datetime(2031, 3, 4, 1, 0, tzinfo=UTC)


async def test_a_bot_knows_the_moved_time_before_its_first_tick(tmp_path: Path) -> None:
    running = await sandbox.start(tmp_path)
    async with Sandbox(running.url) as telegram:
        await telegram.clock.freeze()
        await telegram.clock.to(MORNING)
        clock = MovedClock()
        await catch_up(clock, f"{running.url}/sim/clock")
        assert clock.now() == MORNING
        await telegram.clock.freeze(False)
        await catch_up(clock, f"{running.url}/sim/clock")
        assert clock.now() > MORNING
        assert clock.now().date() == MORNING.date()
    await running.close()
