"""The processes of a demo: started, waited for, stopped together."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Any

from bot.commands.demo.desk import Desk
from bot.commands.saying import refuse
from bot.texts.operator import running

PATIENCE = 180.0
LOOK_AGAIN = 0.1


async def start(stack: AsyncExitStack, desk: Desk, command: list[str]) -> Process:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, env=desk.environment, stdout=DEVNULL
    )
    stack.push_async_callback(_stop, process)
    return process


async def _stop(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def until(holds: Callable[[], Awaitable[bool]], processes: Sequence[Process]) -> None:
    """Look again until it holds. Raises SystemExit(2) when a process ends or time runs out."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not await holds():
        late = asyncio.get_running_loop().time() > deadline
        if late or any(process.returncode is not None for process in processes):
            refuse(running.demo_fell())
        await asyncio.sleep(LOOK_AGAIN)


async def until_stopped(*ends: Coroutine[Any, Any, Any]) -> None:
    """Until somebody stops it. Raises SystemExit(2) when one of these comes to its end first."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    waiting = [asyncio.ensure_future(end) for end in ends]
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait([*waiting, stopping], return_when=asyncio.FIRST_COMPLETED)
    fell = not stop.is_set()
    for task in (*waiting, stopping):
        task.cancel()
    if fell:
        refuse(running.demo_fell())
