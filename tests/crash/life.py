"""A bot that is killed and born again, against a sandbox that keeps the outside truth."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import sandbox
from sandbox.client import Sandbox
from sandbox.ledger import Call
from sandbox.server import Running
from storage.database import Database
from storage.vault import Vault
from tests.conftest import SECRET

TOKEN = "700000001:a-token-for-tests-only"
ROOT = Path(__file__).parents[2]
FULL = os.environ.get("CRASH") == "full"
PATIENCE = 1500.0 if FULL else 300.0


class Nursery:
    """The process of `tests.crash.nursery`: at most one bot lives at a time."""

    def __init__(self, talk: IO[str], hear: IO[str]) -> None:
        self._talk, self._hear = talk, hear
        assert self._hear.readline() == "ready\n"

    def start(self, environment: dict[str, str]) -> int:
        """A bot is born; the number of its process."""
        return int(self._ask(json.dumps(environment)))

    def kill(self) -> None:
        """The bot is dead when this returns. AssertionError when it had ended by itself."""
        assert self._ask("kill") == str(-signal.SIGKILL), "the bot had ended by itself"

    def wait(self) -> int:
        """How what was born ended by itself."""
        return int(self._ask("wait"))

    def _ask(self, line: str) -> str:
        self._talk.write(f"{line}\n")
        self._talk.flush()
        return self._hear.readline().strip()


@contextmanager
def open_nursery(server: str = "") -> Iterator[Nursery]:
    """A nursery that is gone at the end; bots on this PostgreSQL are born as quickly as others."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.crash.nursery"]
    command += [server] if server else []
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Nursery(process.stdin, process.stdout)
        process.stdin.close()


@dataclass
class Life:
    """One bot's life: `kill` ends it in the middle of whatever it does, `start` begins anew."""

    nursery: Nursery
    environment: dict[str, str]
    running: Running
    telegram: Sandbox
    database: Database
    dice: random.Random
    alive: bool = False
    deaths: int = 0

    def start(self) -> None:
        self.nursery.start(self.environment)
        self.alive = True

    def kill(self) -> None:
        self.alive = False
        self.nursery.kill()
        self.deaths += 1

    async def kill_while(self, work: Awaitable[object], calls: tuple[int, int]) -> None:
        """Let the work run; kill and restart the bot each time so many calls have come in."""
        task = asyncio.ensure_future(work)
        while not task.done():
            goal = self.calls + self.dice.randint(*calls)
            while self.calls < goal and not task.done():
                await self.running.world.pulse.wait(0.2)
            if not task.done():
                self.kill()
                self.start()
        task.result()

    async def until(self, so: Callable[[], bool]) -> None:
        """Look at every change in the sandbox whether it is so. TimeoutError after a while."""
        async with asyncio.timeout(PATIENCE):
            while not so():
                await self.running.world.pulse.wait(0.25)

    @property
    def calls(self) -> int:
        """How many calls the bot has made in all its lives."""
        calls = self.running.world.ledger.calls
        return calls[-1].n if calls else 0

    def accepted(self, method: str = "sendMessage") -> list[Call]:
        """Calls that had their effect, whatever the bot came to know of it."""
        return [call for call in self.running.world.ledger.since(0, method) if call.status == 200]


def surroundings(running: Running, folder: Path, database_url: str) -> dict[str, str]:
    """The settings of a bot that lives in this folder, with this sandbox as Telegram."""
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": running.url,
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET,
        "EVIDENCE_DIR": str(folder / "evidence"),
        "CLOCK_URL": f"{running.url}/sim/clock",
        "PORT": "0",
        "LOG_LEVEL": "ERROR",
    }


def hooked(port: int) -> dict[str, str]:
    """Settings of a bot to which updates come by webhook, on this port."""
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": "a-secret-of-the-webhook",
        "PORT": str(port),
    }


@asynccontextmanager
async def life(
    nursery: Nursery, folder: Path, database_url: str, fill: Callable[[Database], None], seed: int
) -> AsyncIterator[Life]:
    """A sandbox with a clock that stands still and a filled database; no bot is born yet."""
    database = Database(database_url, Vault(SECRET))
    fill(database)
    running = await sandbox.start(folder / "sandbox")
    environment = surroundings(running, folder, database_url)
    async with Sandbox(running.url) as telegram:
        await telegram.clock.freeze()
        one = Life(nursery, environment, running, telegram, database, random.Random(seed))
        try:
            yield one
        finally:
            if one.alive:
                one.kill()
            await running.close()
            database.close()
