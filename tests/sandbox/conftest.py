"""A fresh sandbox for every test, and a bot that speaks to it through both client libraries."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

import sandbox
from sandbox.client import Phone, Sandbox
from sandbox.server import Running
from tests.sandbox.voices import Aiogram, Ptb, Voice

TOKEN = "123456:AAtest-token"


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    server = await sandbox.start(tmp_path)
    yield server
    await server.close()


@pytest.fixture
async def telegram(running: Running) -> AsyncIterator[Sandbox]:
    async with Sandbox(running.url) as client:
        yield client


@pytest.fixture(params=[Aiogram, Ptb], ids=["aiogram", "ptb"])
async def voice(request: pytest.FixtureRequest, running: Running) -> AsyncIterator[Voice]:
    speaker = request.param(running.url, TOKEN)
    await speaker.open()
    yield speaker
    await speaker.close()


class Wire:
    """The Bot API without a library: status, headers and body as they are."""

    def __init__(self, url: str) -> None:
        self.base = f"{url}/bot{TOKEN}"
        self.session = ClientSession()

    async def __call__(self, method: str, **params: Any) -> Any:
        """The JSON envelope of a call with a JSON body."""
        async with self.session.post(f"{self.base}/{method}", json=params) as answer:
            return await answer.json()

    async def result(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        envelope = await self(method, **params)
        assert envelope["ok"], envelope
        return envelope["result"]


@pytest.fixture
async def wire(running: Running) -> AsyncIterator[Wire]:
    wire = Wire(running.url)
    await wire("getMe")
    yield wire
    await wire.session.close()


async def started(telegram: Sandbox, key: str, number: int, **facts: Any) -> Phone:
    """Somebody who has pressed Start; the update is forgotten again."""
    phone = await telegram.person(key, key.capitalize(), id=number, **facts)
    await phone.says("/start", wait=False)
    return phone


@pytest.fixture
async def sari(telegram: Sandbox) -> Phone:
    facts = {"phone": "+62 812-1", "username": "sari_asn", "last_name": "Dewi"}
    return await started(telegram, "sari", 1001, **facts)


@pytest.fixture
async def budi(telegram: Sandbox) -> Phone:
    return await started(telegram, "budi", 1002, phone="+62 812-2")


async def line_is_held(running: Running) -> None:
    """Returns when a bot waits in getUpdates."""
    while running.world.line is None:
        await running.world.pulse.wait(0.05)
