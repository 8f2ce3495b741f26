"""Real processes on one PostgreSQL against one sandbox: started, killed, asked how they are."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from aiohttp import ClientError, ClientSession
from sqlmodel import select

import sandbox
from sandbox.client import Sandbox
from sandbox.server import Running
from storage.database import Database
from storage.leases import Lease
from storage.vault import Vault
from tests.conftest import SECRET
from tests.replicas.balancer import Balancer

TOKEN = "700000001:a-token-for-tests-only"
ROOT = Path(__file__).parents[2]


class Nursery:
    """The process of `tests.replicas.nursery`."""

    def __init__(self, talk: IO[str], hear: IO[str]) -> None:
        self._talk, self._hear = talk, hear
        assert self._hear.readline() == "ready\n"

    def ask(self, *words: Any) -> int:
        self._talk.write(json.dumps(words) + "\n")
        self._talk.flush()
        return int(self._hear.readline())


@contextmanager
def open_nursery() -> Iterator[Nursery]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.replicas.nursery"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Nursery(process.stdin, process.stdout)
        process.stdin.close()


@dataclass
class Site:
    """One installation: `names` are its processes, each on a port of its own."""

    nursery: Nursery
    settings: dict[str, str]
    running: Running
    telegram: Sandbox
    database: Database
    dice: random.Random
    ports: dict[str, int]
    pids: dict[str, int] = field(default_factory=dict)
    deaths: int = 0

    def start(self, name: str, **more: str) -> None:
        settings = {**self.settings, "PORT": str(self.ports[name]), **more}
        self.pids[name] = self.nursery.ask("start", name, settings)

    def send(self, name: str, number: signal.Signals) -> None:
        self.nursery.ask("signal", name, int(number))

    async def freeze(self, name: str) -> None:
        """Stop it in the middle of what it does, but not while it alone may write to SQLite.

        A file's lock cannot be taken from a process that stands still; a server sees to its own.
        """
        self.send(name, signal.SIGSTOP)
        while self.database.is_sqlite and not await asyncio.to_thread(self._takes_writing):
            self.send(name, signal.SIGCONT)
            await self.running.world.pulse.wait(0.01)
            self.send(name, signal.SIGSTOP)

    def _takes_writing(self) -> bool:
        """Whether somebody else than the one that stands still can write."""
        path = self.database.engine.url.database
        with closing(sqlite3.connect(path or "", timeout=0.5, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return False
            connection.execute("ROLLBACK")
            return True

    def ends(self, name: str) -> int:
        """How it ended; waits for that."""
        del self.pids[name]
        return self.nursery.ask("end", name)

    def kill(self, name: str) -> None:
        """It is dead when this returns. AssertionError when it had ended by itself."""
        self.send(name, signal.SIGKILL)
        assert self.ends(name) == -signal.SIGKILL, "a process had ended by itself"
        self.deaths += 1

    def holder(self, what: str) -> str:
        """The name of the process that holds this lease; empty: none of those that live."""
        with self.database.transaction(reading=True) as session:
            rows = session.exec(select(Lease).where(Lease.name.startswith(what))).all()
        held = {row.holder.split("/")[1] for row in rows if "/" in row.holder}
        return next((name for name, pid in self.pids.items() if str(pid) in held), "")

    async def state(self, name: str) -> dict[str, Any]:
        """What /readyz says; empty while nobody listens."""
        url = f"http://127.0.0.1:{self.ports[name]}/readyz"
        try:
            async with ClientSession() as web, web.get(url) as answer:
                said: dict[str, Any] = await answer.json()
                return {**said, "status": answer.status}
        except ClientError:
            return {}

    async def until_listening(self, name: str) -> None:
        await self._until_says(name, bool)

    async def until_ready(self, *names: str) -> None:
        for name in names:
            await self._until_says(name, lambda said: bool(said.get("ready")))

    async def _until_says(self, name: str, so: Callable[[dict[str, Any]], bool]) -> None:
        async with asyncio.timeout(60):
            while not so(await self.state(name)):
                await self.running.world.pulse.wait(0.05)

    async def until(self, so: Callable[[], bool], patience: float = 300.0) -> None:
        """Look at every change in the sandbox whether it is so."""
        async with asyncio.timeout(patience):
            while not so():
                await self.running.world.pulse.wait(0.25)

    @property
    def calls(self) -> int:
        calls = self.running.world.ledger.calls
        return calls[-1].n if calls else 0


def free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@asynccontextmanager
async def open_site(
    nursery: Nursery, folder: Path, url: str, fill: Callable[[Database], None], names: str
) -> AsyncIterator[Site]:
    """A filled database and a sandbox whose clock stands still; no process is born yet."""
    database = Database(url, Vault(SECRET))
    await asyncio.to_thread(fill, database)
    running = await sandbox.start(folder / "sandbox")
    settings = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": running.url,
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "EVIDENCE_DIR": str(folder / "evidence"),
        "CLOCK_URL": f"{running.url}/sim/clock",
        "LOG_LEVEL": "ERROR",
    }
    ports = dict(zip(names, free_ports(len(names)), strict=True))
    async with Sandbox(running.url) as telegram:
        await telegram.clock.freeze()
        dice = random.Random(10)
        site = Site(nursery, settings, running, telegram, database, dice, ports)
        try:
            yield site
        finally:
            for name in list(site.pids):
                site.send(name, signal.SIGKILL)
                site.ends(name)
            await running.close()
            database.close()


@asynccontextmanager
async def balanced(site: Site) -> AsyncIterator[Balancer]:
    """A balancer in front of the site's ports, named in its settings."""
    balancer = Balancer(list(site.ports.values()), site.dice, site.running.world.pulse.wait)
    port = await balancer.open()
    site.settings |= {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": "a-secret-of-the-replicas",
    }
    try:
        yield balancer
    finally:
        await balancer.close()
