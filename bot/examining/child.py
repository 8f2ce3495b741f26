"""A process of its own for each file: without the database, without secrets, within limits."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bot.examining.limits import Limits
from bot.examining.verdicts import Examined, Judged, examined
from bot.examining.wire import MOST_SAID, READY, NonsenseError, understand
from bot.rules.evidence import MOST_BYTES, Fault, Unfit

PROGRAM = ("-m", "bot.examining")
ROOT = Path(__file__).parents[2]
WAKES_WITHIN = 60.0
PIECE = 64 * 1024
# Ended from outside, by whoever stops the machine or runs out of memory: not the file's doing.
FROM_OUTSIDE = (-signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP, -signal.SIGKILL)


class CannotExamineError(Exception):
    """No child could be started, or it was ended from outside: try again later."""


@dataclass(frozen=True, slots=True)
class Child:
    """A process that waits for one file."""

    process: asyncio.subprocess.Process
    limits: Limits

    async def examine(self, content: bytes) -> Examined:
        """Judge one file. Raises Unfit, UNSAFE for a child that died over it; CannotExamineError.

        Nothing the child says is trusted beyond its form.
        """
        if len(content) > MOST_BYTES:
            raise Unfit(Fault.TOO_LARGE)
        await self._wakes()
        try:
            async with asyncio.timeout(self.limits.wall):
                judged = await self._judges(content)
        except (TimeoutError, NonsenseError):
            raise Unfit(Fault.UNSAFE) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            raise await self._died() from None
        return examined(content, judged)

    async def _wakes(self) -> None:
        try:
            async with asyncio.timeout(WAKES_WITHIN):
                if await self._out.readexactly(len(READY)) != READY:
                    raise CannotExamineError("said nonsense")
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError) as fault:
            raise CannotExamineError("did not wake") from fault

    async def _judges(self, content: bytes) -> Judged:
        assert self.process.stdin is not None
        self.process.stdin.write(content)
        self.process.stdin.write_eof()
        await self.process.stdin.drain()
        try:
            line = await self._out.readuntil(b"\n")
        except asyncio.LimitOverrunError:
            raise NonsenseError from None
        judged, size = understand(line)
        if judged.changed is None:
            return judged
        return replace(judged, changed=await self._out.readexactly(size))

    async def _died(self) -> Exception:
        if await self.process.wait() in FROM_OUTSIDE:
            return CannotExamineError("ended from outside")
        return Unfit(Fault.UNSAFE)

    @property
    def _out(self) -> asyncio.StreamReader:
        assert self.process.stdout is not None
        return self.process.stdout


@asynccontextmanager
async def open_child(
    limits: Limits | None = None, program: Sequence[str] = PROGRAM
) -> AsyncIterator[Child]:
    """A child that wakes while its file is on the way, and is gone at the end.

    Raises CannotExamineError when none can be started.
    """
    bounds = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="teladan-", ignore_cleanup_errors=True) as folder:
        process = await _start(bounds, program, folder)
        try:
            yield Child(process, bounds)
        finally:
            await _reap(process)


async def _start(
    limits: Limits, program: Sequence[str], folder: str
) -> asyncio.subprocess.Process:
    bounds = (limits.memory, limits.cpu, limits.wall)
    pipe = asyncio.subprocess.PIPE
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-B", "-s"),
            *program,
            *map(str, bounds),
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "TMPDIR": folder, "HOME": folder, "LC_ALL": "C.UTF-8"},
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
            limit=MOST_SAID,
        )
    except OSError as fault:
        raise CannotExamineError(type(fault).__name__) from fault


async def _reap(process: asyncio.subprocess.Process) -> None:
    """End it and whatever it started; what it still said is let go, so that the pipes close."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.stdin.close()
    with suppress(ConnectionError):
        while await process.stdout.read(PIECE):
            pass
    await process.wait()
