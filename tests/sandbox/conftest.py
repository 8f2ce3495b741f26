"""A fresh sandbox for every test, and bots that speak to it through both client libraries."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import sandbox
from sandbox.client import Phone, Sandbox
from sandbox.server import Running

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


@pytest.fixture
async def sari(telegram: Sandbox) -> Phone:
    return await telegram.person("sari", "Sari", id=1001, phone="+62 812-1", username="sari_asn")
