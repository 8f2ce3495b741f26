"""`teladan watch`: rings when the bot cannot, by itself, with an exit code for a timer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import sandbox
from bot.__main__ import app
from sandbox.client import Sandbox
from storage import heartbeats
from storage.database import Database
from storage.vault import Vault
from tests import databases
from tests.conftest import SECRET

OPERATOR = 900


@pytest.fixture
async def telegram(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> AsyncIterator[sandbox.server.Running]:
    running = await sandbox.start(tmp_path / "sandbox")
    monkeypatch.chdir(tmp_path)
    settings = {
        "BOT_TOKEN": "123456:abc",
        "SECRET_KEY": SECRET,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'office.db'}",
        "TELEGRAM_API": running.url,
        "ALARM_CHAT": str(OPERATOR),
        "LOG_LEVEL": "ERROR",
        "TMPDIR": str(tmp_path),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with Sandbox(running.url) as people:
        await people.person("operator", id=OPERATOR, first_name="Operator", started=True)
        yield running
    await running.close()


def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'office.db'}", Vault(SECRET))


def lived(tmp_path: Path, alive: timedelta, heard: timedelta) -> None:
    """The heart beat so long ago."""
    one, now = database(tmp_path), datetime.now(UTC)
    databases.migrate(one)
    with one.transaction() as session:
        heartbeats.beat(session, now - alive, now - heard)
    one.close()


async def look() -> Result:
    return await asyncio.to_thread(CliRunner().invoke, app, ["watch"])


def told(running: sandbox.server.Running) -> list[str]:
    calls = running.world.ledger.since(0, "sendMessage")
    return [call.params["text"] for call in calls if call.status == 200]


MINUTE = timedelta(minutes=1)


async def test_a_bot_that_runs_is_left_alone(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    lived(tmp_path, MINUTE, MINUTE)
    said = await look()
    assert (said.exit_code, told(telegram)) == (0, [])
    assert "Aman" in said.output


async def test_a_bot_that_stands_still_is_told_once_an_hour(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    lived(tmp_path, 30 * MINUTE, 30 * MINUTE)
    for _ in range(3):
        assert (await look()).exit_code == 1
    [text] = told(telegram)
    assert "Bot tidak berjalan" in text
    assert "tersisa 23 jam" in text
    assert "Rujukan:" in text


async def test_it_says_when_messages_are_being_lost(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    lived(tmp_path, timedelta(hours=25), timedelta(hours=25))
    assert "Sudah lebih dari 24 jam" in (await look()).output
    assert len(told(telegram)) == 1


async def test_a_bot_that_runs_and_hears_nothing_is_told(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    lived(tmp_path, MINUTE, 40 * MINUTE)
    assert (await look()).exit_code == 1
    [text] = told(telegram)
    assert "Telegram tidak menjawab bot" in text


async def test_a_database_that_cannot_be_read_is_told_once(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    (tmp_path / "office.db").write_bytes(b"this is no database at all, not even a broken one")
    for _ in range(3):
        assert (await look()).exit_code == 1
    [text] = told(telegram)
    assert "Basis data tidak menjawab" in text


async def test_without_telegram_the_exit_code_and_the_screen_tell(
    telegram: sandbox.server.Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived(tmp_path, 30 * MINUTE, 30 * MINUTE)
    monkeypatch.setenv("TELEGRAM_API", "http://127.0.0.1:9")
    said = await look()
    assert said.exit_code == 1
    assert "Bot tidak berjalan" in said.output
    assert "tidak dapat dikirim" in said.output
    monkeypatch.setenv("TELEGRAM_API", telegram.url)
    await look()
    assert len(told(telegram)) == 1


async def test_before_the_first_start_there_is_nothing_to_say(
    telegram: sandbox.server.Running, tmp_path: Path
) -> None:
    one = database(tmp_path)
    databases.migrate(one)
    one.close()
    assert (await look()).exit_code == 0
    assert told(telegram) == []
