"""Lanes keep one person's order and let others pass."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.lanes import Lanes, without_secrets


async def test_one_lane_runs_in_order_of_arrival() -> None:
    lanes, order, go = Lanes(), list[int](), asyncio.Event()

    async def enter(number: int) -> None:
        async with lanes.of(7):
            await go.wait()
            order.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(20):
            group.create_task(enter(number))
        go.set()
    assert order == list(range(20))
    assert len(lanes) == 0


async def test_other_lanes_pass_while_one_is_held() -> None:
    lanes, passed = Lanes(), asyncio.Event()

    async def pass_by() -> None:
        async with lanes.of(2):
            passed.set()

    async with lanes.of(1):
        async with asyncio.timeout(5), asyncio.TaskGroup() as group:
            group.create_task(pass_by())
        assert passed.is_set()


async def test_a_lane_goes_on_after_an_error() -> None:
    lanes = Lanes()

    async def fail() -> None:
        async with lanes.of(1):
            raise LookupError

    await asyncio.gather(fail(), return_exceptions=True)
    async with asyncio.timeout(5), lanes.of(1):
        pass
    assert len(lanes) == 0


def test_what_is_put_aside_holds_no_telegram_name() -> None:
    """`Data saya di sini` says so to people without an account."""
    who = {"id": 5, "first_name": "Siti", "last_name": "Aminah", "username": "sitiaminah"}
    raw = {
        "update_id": 7,
        "message": {"text": "Halo", "from": who, "chat": {**who, "type": "private"}},
    }
    assert without_secrets(raw) == {
        "update_id": 7,
        "message": {"text": "Halo", "from": {"id": 5}, "chat": {"id": 5, "type": "private"}},
    }


def test_what_is_put_aside_holds_no_security_code() -> None:
    key = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
    raw: dict[str, Any] = {
        "update_id": 7,
        "message": {"text": "123 456", "from": {"id": 5}, "entities": [{"type": "code"}]},
        "callback_query": {"message": {"text": f"Kunci: {key}\nA1B2C-3D4E5"}, "data": "a.x.0"},
    }
    kept = without_secrets(raw)
    assert kept["update_id"] == 7
    assert kept["message"] == {**raw["message"], "text": "[kode]"}
    assert kept["callback_query"] == {
        "message": {"text": "Kunci: [kode]\n[kode]"},
        "data": "a.x.0",
    }
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert without_secrets({"a": deep})
