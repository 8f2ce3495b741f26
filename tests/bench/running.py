"""Starting what is measured, on a processor of its own, and reading what it cost."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.telegram import SECRET, Telegram
from tests.conftest import SECRET as KEY

COUNTED = b"statements "
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
CORES = sorted(os.sched_getaffinity(0))


@dataclass
class Subject:
    """One process; `cpu` in seconds, `memory` in bytes, `statements` since its start."""

    process: asyncio.subprocess.Process
    born: float = field(default_factory=time.perf_counter)

    @property
    def cpu(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    @property
    def memory(self) -> int:
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE

    async def statements(self) -> int:
        """How many the process has sent to its database so far."""
        self.process.send_signal(signal.SIGUSR1)
        assert self.process.stdout is not None
        async with asyncio.timeout(10):
            while not (said := await self.process.stdout.readline()).startswith(COUNTED):
                assert said, "the subject has ended"
        return int(said.removeprefix(COUNTED))


@contextlib.asynccontextmanager
async def subject(kind: str, api: str, core: int = 0, **settings: str) -> AsyncIterator[Subject]:
    """A process on one core, ended at the end."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "BOT_TOKEN": "42:BENCH",
            "TELEGRAM_API": api,
            "SECRET_KEY": KEY,
            "EVIDENCE_DIR": f"{folder}/evidence",
            "LOG_LEVEL": "ERROR",
            "PORT": "0",
            **settings,
        }
        own = CORES[core % len(CORES)]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench.subject", kind, api,
            env=environment, stdout=asyncio.subprocess.PIPE,
            preexec_fn=lambda: os.sched_setaffinity(0, {own}),
        )  # fmt: skip
        try:
            yield Subject(process)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def asked(telegram: Telegram, one: Subject) -> None:
    """Wait until the process asks for updates."""
    asking = asyncio.ensure_future(telegram.asked.wait())
    ended = asyncio.ensure_future(one.process.wait())
    async with asyncio.timeout(90):
        await asyncio.wait([asking, ended], return_when=asyncio.FIRST_COMPLETED)
    asking.cancel()
    ended.cancel()
    if one.process.returncode is not None:
        raise RuntimeError("the subject ended by itself")


def webhook(port: int) -> dict[str, str]:
    """Settings of a process that is told by webhook on its own port."""
    address = "https://bench.example"
    return {"WEBHOOK_URL": address, "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
