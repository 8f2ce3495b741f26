"""A holder that is dead on this machine is known to be; whatever else is asked has to lapse."""

from __future__ import annotations

import os
import subprocess
import sys

from bot.hold import Hold
from bot.holder import is_gone, new_holder
from storage.database import Database
from tests.kit import TestClock
from tests.receiver.line import LEASE

BORN = "from bot.holder import new_holder; print(new_holder(), flush=True); input()"


def test_a_killed_process_is_gone_and_a_living_one_is_not() -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", BORN]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        holder = process.stdout.readline().strip()
        assert not is_gone(holder)
        process.kill()
        process.wait()
    assert is_gone(holder)


def test_of_others_nothing_is_known() -> None:
    machine, number, _ = new_holder().split("/")
    assert not is_gone(f"{machine}/{os.getpid()}/x")
    assert not is_gone(f"another-machine/{2**22 + 1}/x")
    assert not is_gone(f"/{2**22 + 1}/x")
    assert not is_gone("webhook")
    assert not is_gone(f"{machine}/me/x")
    assert number == str(os.getpid())


async def test_replicas_by_webhook_hold_together_and_keep_pollers_away(
    database: Database, clock: TestClock
) -> None:
    one, two = (Hold(database, clock, LEASE, "webhook") for _ in range(2))
    poller = Hold(database, clock, LEASE, new_holder())
    assert await one.asked()
    assert await two.asked()
    clock.advance(seconds=10)
    assert await one.asked()
    clock.advance(seconds=10)
    assert not await poller.asked()
    clock.advance(seconds=10)
    assert await poller.asked()
    assert not await two.asked()
