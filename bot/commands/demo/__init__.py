"""`teladan demo`: the sandbox, the real bot against it, and an invented office in mid-quarter."""

from __future__ import annotations

import asyncio
import shutil
from asyncio.subprocess import Process
from contextlib import AsyncExitStack, suppress

import aiohttp

from bot.commands.demo.desk import FOLDER, Desk, free_port, is_taken, own_port
from bot.commands.demo.furnishing import answers, furnish, open_phones, settle
from bot.commands.demo.processes import start, until, until_stopped
from bot.commands.demo.steward import RUN, Steward
from bot.commands.saying import refuse, say
from bot.texts.operator import running


def demo(port: int, *, fresh: bool) -> None:
    """Run until Ctrl+C. Raises SystemExit(2) with a sentence when it cannot start."""
    folder = FOLDER.resolve()
    desk = Desk(folder, port or free_port(), own_port(folder))
    if is_taken(desk.port):
        refuse(running.port_taken(desk.port))
    if fresh or not desk.is_made:
        shutil.rmtree(desk.folder, ignore_errors=True)
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(desk))


async def _run(desk: Desk) -> None:
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(aiohttp.ClientSession())
        opened = _go_on if desk.is_made else _begin
        sandbox, bot = await opened(desk, stack, web)
        say(running.demo_ready(desk.url))
        await until_stopped(sandbox.wait(), Steward(stack, desk, web, bot).keep())
    say(running.stopped())


async def _begin(desk: Desk, stack: AsyncExitStack, web: aiohttp.ClientSession) -> list[Process]:
    """The first start: an office is made before the bot opens its eyes."""
    desk.folder.mkdir(parents=True)
    processes = [await _sandbox(desk, stack)]
    say(running.making_office())
    seeded = await asyncio.to_thread(settle, desk)
    await until(lambda: answers(web, f"{desk.url}/sim/state"), processes)
    await furnish(web, desk.url, seeded, desk.site)
    processes.append(await start(stack, desk, RUN))
    await until(lambda: answers(web, _ready(desk)), processes)
    await open_phones(web, desk.url, seeded.phones)
    desk.stamp()
    return processes


async def _go_on(desk: Desk, stack: AsyncExitStack, web: aiohttp.ClientSession) -> list[Process]:
    """Every later start: both at once, for the bot needs longer to wake than the sandbox."""
    processes = [await _sandbox(desk, stack), await start(stack, desk, RUN)]
    await until(lambda: answers(web, f"{desk.url}/sim/state"), processes)
    say(running.demo_waking(desk.url))
    await until(lambda: answers(web, _ready(desk)), processes)
    return processes


async def _sandbox(desk: Desk, stack: AsyncExitStack) -> Process:
    folder = str(desk.folder / "sandbox")
    return await start(stack, desk, ["-m", "sandbox", "--port", str(desk.port), "--data", folder])


def _ready(desk: Desk) -> str:
    return f"http://127.0.0.1:{desk.own_port}/readyz"
