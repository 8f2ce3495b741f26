"""A bot that is killed and born again, against a sandbox that keeps the outside truth."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sandbox
from sandbox.client import Sandbox
from sandbox.server import Running
from storage.database import Database
from storage.vault import Vault
from tests.conftest import SECRET

TOKEN = "700000001:a-token-for-tests-only"
ROOT = Path(__file__).parents[2]


@dataclass
class Life:
    """One bot's life: `kill` ends it in the middle of whatever it does, `start` begins anew."""

    nursery: asyncio.subprocess.Process
    running: Running
    telegram: Sandbox
    dice: random.Random
    process: int | None = None
    deaths: int = 0
    seen: list[int] = field(default_factory=list)

    async def start(self) -> None:
        assert self.nursery.stdin is not None
        assert self.nursery.stdout is not None
        self.nursery.stdin.write(b"start\n")
        self.process = int(await self.nursery.stdout.readline())

    def kill(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            self.process = None
            self.deaths += 1

    async def kill_while(self, work: Awaitable[object], calls: tuple[int, int]) -> None:
        """Let the work run; kill and restart the bot each time so many calls have come in."""
        task = asyncio.ensure_future(work)
        while not task.done():
            await self._calls_more(self.dice.randint(*calls), task)
            if not task.done():
                self.kill()
                await self.start()
        task.result()

    async def _calls_more(self, count: int, task: asyncio.Future[object]) -> None:
        goal = self.calls + count
        while self.calls < goal and not task.done():
            await self.running.world.pulse.wait(0.2)

    @property
    def calls(self) -> int:
        """How many calls the bot has made in all its lives."""
        calls = self.running.world.ledger.calls
        return calls[-1].n if calls else 0


@asynccontextmanager
async def life(
    folder: Path, database_url: str, fill: Callable[[Database], None], seed: int
) -> AsyncIterator[Life]:
    """A sandbox, a filled database and a nursery; the first bot is born at the end of `start`."""
    database = Database(database_url, Vault(SECRET))
    fill(database)
    database.close()
    running = await sandbox.start(folder / "sandbox")
    ours = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": running.url,
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET,
        "EVIDENCE_DIR": str(folder / "evidence"),
        "CLOCK_URL": f"{running.url}/sim/clock",
        "PORT": "0",
        "LOG_LEVEL": "ERROR",
        "PYTHONWARNINGS": "ignore",
    }
    nursery = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.crash.nursery",
        cwd=ROOT, env={**os.environ, **ours},
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert nursery.stdout is not None
    await nursery.stdout.readline()
    async with Sandbox(running.url) as telegram:
        one = Life(nursery, running, telegram, random.Random(seed))
        try:
            yield one
        finally:
            one.kill()
            nursery.kill()
            await nursery.wait()
    await running.close()
