"""`teladan demo`: the sandbox, the real bot against it, and an invented office in mid-quarter."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp

from bot.commands.saying import refuse, say
from bot.texts import operator as texts

if TYPE_CHECKING:
    from bot.office.phones import Phone
    from bot.office.seed import Seeded

FOLDER = Path("var/demo")
STAMP = "ready"
MIGRATIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"
TOKEN = "700000001:kotak-pasir-teladan-bukan-token-rahasia"  # noqa: S105
BOT = {"username": "teladan_contoh_bot", "first_name": "Teladan", "token": TOKEN}
PATIENCE = 180.0
LOOK_AGAIN = 0.1


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a demo keeps its things, and where it is reached."""

    folder: Path
    port: int
    own_port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'teladan.db'}"


def demo(port: int, *, fresh: bool) -> None:
    """Run until Ctrl+C. Raises SystemExit(2) with a sentence when it cannot start."""
    desk = Desk(FOLDER.resolve(), port or _free_port(), _free_port())
    if _is_taken(desk.port):
        refuse(texts.port_taken(desk.port))
    if fresh and desk.folder.exists():
        shutil.rmtree(desk.folder)
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(desk))


async def _run(desk: Desk) -> None:
    new = not _is_made(desk)
    if new:
        shutil.rmtree(desk.folder, ignore_errors=True)
        desk.folder.mkdir(parents=True)
    async with AsyncExitStack() as stack:
        folder = str(desk.folder / "sandbox")
        sandbox = ["-m", "sandbox", "--port", str(desk.port), "--data", folder]
        processes = [await _start(stack, desk, sandbox)]
        web = await stack.enter_async_context(aiohttp.ClientSession())
        if new:
            say(texts.making_office())
            seeded = await asyncio.to_thread(_settle, desk)
            await _until(lambda: _answers(web, f"{desk.url}/sim/state"), processes)
            await _furnish(web, desk.url, seeded)
        else:
            await _until(lambda: _answers(web, f"{desk.url}/sim/state"), processes)
            say(texts.demo_waking(desk.url))
        processes.append(await _start(stack, desk, ["-m", "bot", "run"]))
        ready = f"http://127.0.0.1:{desk.own_port}/readyz"
        await _until(lambda: _answers(web, ready), processes)
        if new:
            await _open_phones(web, desk.url, seeded.phones)
            (desk.folder / STAMP).write_text(_form(), encoding="utf-8")
        say(texts.demo_ready(desk.url))
        await _until_stopped(processes)
    say(texts.stopped())


def _is_made(desk: Desk) -> bool:
    """Whether an office was made here to its end, by a program with the same tables."""
    stamp = desk.folder / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _form()


def _form() -> str:
    """Names the newest form of the database without opening one."""
    return max(file.stem for file in MIGRATIONS.glob("*.py"))


def _settle(desk: Desk) -> Seeded:
    """Fill a new database with the invented office."""
    # Only the first start needs these, and every start should be quick.
    from bot.office import seed
    from storage.database import Database
    from storage.vault import Vault

    database = Database(desk.database, Vault(_secret(desk)))
    try:
        return seed.settle(database, desk.folder / "evidence")
    finally:
        database.close()


async def _start(
    stack: AsyncExitStack, desk: Desk, command: list[str]
) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, env=_environment(desk), stdout=asyncio.subprocess.DEVNULL
    )
    stack.push_async_callback(_stop, process)
    return process


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


def _environment(desk: Desk) -> dict[str, str]:
    """What the real bot needs to live on this desk; nothing of the machine's own `.env`."""
    ours = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": desk.url,
        "DATABASE_URL": desk.database,
        "SECRET_KEY": _secret(desk),
        "EVIDENCE_DIR": str(desk.folder / "evidence"),
        "CLOCK_URL": f"{desk.url}/sim/clock",
        "WEBHOOK_URL": "",
        "PORT": str(desk.own_port),
        "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING"),
    }
    return {**os.environ, **ours}


def _secret(desk: Desk) -> str:
    file = desk.folder / "secret"
    if not file.exists():
        file.write_text(secrets.token_hex(32), encoding="ascii")
        file.chmod(0o600)
    return file.read_text(encoding="ascii")


async def _furnish(web: aiohttp.ClientSession, url: str, seeded: Seeded) -> None:
    """Bring people, the clock and the named moments to the sandbox."""
    await web.post(f"{url}/sim/bot", json=BOT)
    await web.post(f"{url}/sim/clock", json={"to": seeded.now.isoformat()})
    marks = [{"at": at.isoformat(), "label": label} for at, label in seeded.marks]
    await web.put(f"{url}/sim/marks", json=marks)
    for phone in seeded.phones:
        person = {
            "key": phone.key,
            "id": phone.telegram_id,
            "first_name": phone.first_name,
            "last_name": phone.last_name,
            "role": phone.role,
            "zone": phone.zone,
            "phone": phone.number,
        }
        await web.post(f"{url}/sim/people", json=person)
    for number, name in seeded.colleagues:
        colleague = {"key": f"rekan-{number}", "id": number, "first_name": name}
        await web.post(f"{url}/sim/people", json={**colleague, "started": True, "silent": True})


async def _open_phones(web: aiohttp.ClientSession, url: str, phones: Sequence[Phone]) -> None:
    """Let everybody who has joined press Start, so that their phones show the menu."""
    link = f"https://t.me/{BOT['username']}"
    for phone in phones:
        if phone.joined:
            await web.post(f"{url}/sim/people/{phone.key}/follows", json={"link": link})


async def _answers(web: aiohttp.ClientSession, url: str) -> bool:
    with suppress(aiohttp.ClientError):
        async with web.get(url) as answer:
            return answer.status == 200
    return False


async def _until(
    holds: Callable[[], Awaitable[bool]], processes: Sequence[asyncio.subprocess.Process]
) -> None:
    """Look again until it holds. Raises SystemExit(2) when a process ends or time runs out."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not await holds():
        late = asyncio.get_running_loop().time() > deadline
        if late or any(process.returncode is not None for process in processes):
            refuse(texts.demo_fell())
        await asyncio.sleep(LOOK_AGAIN)


async def _until_stopped(processes: Sequence[asyncio.subprocess.Process]) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    waiting = [asyncio.ensure_future(process.wait()) for process in processes]
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait([*waiting, stopping], return_when=asyncio.FIRST_COMPLETED)
    fell = not stop.is_set()
    for task in (*waiting, stopping):
        task.cancel()
    if fell:
        refuse(texts.demo_fell())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
