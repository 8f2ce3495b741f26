"""The webhook: secret obligatory, 200 only after the commit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.web.site import HEADER, build_site, serve

SECRET = "a-secret"


class Hand:
    """Takes updates, and can be told to hold them or to fail."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.go = asyncio.Event()
        self.go.set()

    async def __call__(self, raw: dict[str, Any]) -> None:
        await self.go.wait()
        self.taken.append(raw["update_id"])


async def well() -> dict[str, Any]:
    return {"ready": True}


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
async def url(hand: Hand) -> AsyncIterator[str]:
    runner = await serve(build_site(well, hand, SECRET), "127.0.0.1", 0)
    port = runner.addresses[0][1]
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({HEADER: SECRET}, b'{"update_id": 1}', 200),
        ({HEADER: "wrong"}, b'{"update_id": 1}', 403),
        ({}, b'{"update_id": 1}', 403),
        ({HEADER: SECRET}, b"not json", 400),
        ({HEADER: SECRET}, b"[]", 400),
        ({HEADER: SECRET}, b'{"update_id": "x"}', 400),
        ({HEADER: SECRET}, b"\xff\xfe", 400),
    ],
)
async def test_only_telegram_is_heard(
    url: str, hand: Hand, headers: dict[str, str], body: bytes, status: int
) -> None:
    async with (
        ClientSession() as web,
        web.post(f"{url}/telegram", data=body, headers=headers) as answer,
    ):
        assert answer.status == status
    assert hand.taken == ([1] if status == 200 else [])


async def test_the_answer_waits_for_the_commit(url: str, hand: Hand) -> None:
    hand.go.clear()
    async with ClientSession() as web:
        post = web.post(f"{url}/telegram", json={"update_id": 3}, headers={HEADER: SECRET})
        answering = asyncio.ensure_future(post)
        async with web.get(f"{url}/healthz") as alive:
            assert alive.status == 200
        assert not answering.done()
        hand.go.set()
        answer = await answering
        assert answer.status == 200
        answer.release()
    assert hand.taken == [3]


async def test_a_polling_bot_has_no_webhook() -> None:
    runner = await serve(build_site(well, None, None), "127.0.0.1", 0)
    port = runner.addresses[0][1]
    async with ClientSession() as web, web.post(f"http://127.0.0.1:{port}/telegram") as answer:
        assert answer.status == 404
    await runner.cleanup()
