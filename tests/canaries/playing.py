"""Plays everything that people can do with canaries in their mouths; leaves all it wrote behind.

Run as a program: `python -m tests.canaries.playing FOLDER`. Logs go to standard error at DEBUG.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from sqlmodel import Session, SQLModel, select

from bot import logs
from bot.measures import Measures
from bot.settings import Settings
from bot.web.metrics import Metrics
from bot.web.site import build_site, serve
from handlers.conversations import build_dispatcher, whole_table
from storage import backup, evidence_files, recovery_codes
from storage.database import Database
from storage.employees import Employee
from storage.migrate import upgrade
from storage.tables import METADATA
from storage.vault import Vault
from tests.authority.building import build
from tests.authority.cases import Case, read
from tests.authority.people import ACTING
from tests.authority.pressing import Pressing, may
from tests.authority.watching import Watch
from tests.authority.world import World
from tests.canaries.faults import everything_fails
from tests.canaries.planted import (
    AUTHENTICATOR,
    BYTES,
    GROUPED,
    METRICS,
    NIP,
    PASSWORD,
    PHONE,
    RECOVERY,
    SECRET_KEY,
    SPELLINGS,
    TEXT,
    TOKEN,
    WEBHOOK,
    WORD,
)
from tests.conftest import NOW
from tests.factors import enrol
from tests.kit import Office, Person, TestClock

CODES = (NIP, PHONE, AUTHENTICATOR, RECOVERY)
# Names that hang at a counter for everybody: their columns are readable, as those of units.
ON_THE_WALL = {
    f"surveys.{verb}_{thing}" for verb in ("new", "rename") for thing in ("service", "counter")
}
SAYINGS = (TEXT, NIP, PHONE, *SPELLINGS)
ENVIRONMENT = {
    "BOT_TOKEN": TOKEN,
    "SECRET_KEY": SECRET_KEY,
    "WEBHOOK_URL": "https://teladan.example",
    "WEBHOOK_SECRET": WEBHOOK,
    "METRICS_TOKEN": METRICS,
    "LOG_LEVEL": "DEBUG",
}


def open_world(folder: Path) -> World:
    """An office in which one NIP, one number and one file are canaries."""
    url = os.environ.get("CANARY_DATABASE", f"sqlite:///{folder / 'teladan.db'}")
    database = Database(url, Vault(SECRET_KEY))
    evidence_files.hand_over(folder / "evidence", database.engine)
    upgrade(database.engine)
    clock = TestClock(NOW)
    world = build(Office(build_dispatcher(database, clock), clock), database)
    with database.transaction() as session:
        sari = session.get(Employee, world.cast.ids["sari"])
        assert sari is not None
        sari.nip, sari.nip_index = NIP, database.vault.index(NIP)
        sari.phone, sari.phone_index = PHONE, database.vault.index(PHONE)
        factor = enrol(session, sari.id or 0, NOW, AUTHENTICATOR)
        recovery_codes.give(session, factor, [RECOVERY], NOW)
    evidence_files.files_beside(database).write("ab" * 32, BYTES)
    return world


async def play(world: World) -> int:
    """Everything that can be typed, sent, opened and pressed, by some who may.

    In how many columns there were canaries before the presses, which also delete.
    """
    pressing, cases = Pressing(world, Watch()), [case for case in read() if case.right]
    for case in cases:
        for key in _allowed(case, 2):
            if case.part in ("typed", "sent"):
                await _says_all(pressing, key, case)
    for said in SAYINGS:
        await world.cast.stranger.says(said)
        await world.cast.stranger.says(f"/start {said}")
        await world.cast.sari.says(f"/menu {said}")
    for code in (RECOVERY, GROUPED, AUTHENTICATOR):
        await world.cast.sari.says(code)
        await world.cast.stranger.says(f"/start {code}")
    await world.cast.stranger.shares_contact(PHONE)
    await world.cast.sari.shares_contact(PHONE)
    planted = _planted(world.database)
    for part in ("places", "acts"):
        for case in cases:
            for key in _allowed(case, 1):
                if case.part == part:
                    await pressing.presses(key, case)
    return planted


def _allowed(case: Case, most: int) -> list[str]:
    return [key for key in ACTING if may(case, key)][:most]


async def _says_all(pressing: Pressing, key: str, case: Case) -> None:
    """As a text that is fit there, and as one that may not be."""
    person, text = pressing.world.cast.people[key], case.said.format(**pressing.world.at)
    await pressing.presses(key, case)
    if case.name in ON_THE_WALL:
        return
    for said in (*(SAYINGS if case.name == "desk.search" else ()), TEXT, f"{text} {TEXT}"):
        pressing.listens(person, case)
        await (person.says(said) if case.part == "typed" else _sends(person, said))


async def _sends(person: Person, said: str) -> None:
    name = f"{said}.pdf"
    await person.sends_document(name, "application/pdf", caption=said, unique=f"d{hash(said)}")


@asynccontextmanager
async def _site(world: World) -> AsyncIterator[str]:
    async def well() -> dict[str, object]:
        return {"ready": True}

    async def handle(_: dict[str, object]) -> None:
        raise ValueError(TEXT)

    clock = world.cast.sari.office.clock
    metrics = Metrics(Measures(), world.database, clock, clock, METRICS)
    runner = await serve(build_site(well, handle, WEBHOOK, metrics.page), "127.0.0.1", 0)
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def answers(world: World) -> bytes:
    """What whoever asks the web side is told, faults included."""
    told = b""
    secret = {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK, "Authorization": f"Bearer {METRICS}"}
    async with _site(world) as address, ClientSession(headers=secret) as web:
        for path in ("/healthz", "/readyz", "/metrics", f"/{TOKEN}"):
            async with web.get(address + path) as answer:
                told += await answer.read() + str(answer.headers).encode()
        async with web.post(f"{address}/telegram", json={"update_id": 1}) as answer:
            told += await answer.read()
    return told


def shown(database: Database) -> str:
    """`repr` of the settings, the database, its keys and every row."""
    told = [repr(Settings()), repr(database.engine), repr(database), repr(database.vault)]
    with Session(database.engine) as session:
        for model in _models():
            told += [repr(row) for row in session.exec(select(model))]
    return "\n".join(told)


def _models() -> list[Any]:
    return [mapper.class_ for mapper in SQLModel._sa_registry.mappers]


async def main(folder: Path) -> None:
    os.environ |= ENVIRONMENT | {
        "DATABASE_URL": f"postgresql://teladan:{PASSWORD}@127.0.0.1:1/teladan"
    }
    logs.set_up("DEBUG")
    logs.hide(*Settings().secrets())
    enrolling: Any = import_module("bot.actions.factors.enrolling")
    enrolling.make_secret = lambda: AUTHENTICATOR
    enrolling.make_recovery_codes = lambda: [RECOVERY]
    world = open_world(folder)
    planted = await play(world)
    (folder / "alarms").write_text("\n".join(await everything_fails(world)), encoding="utf-8")
    (folder / "answers").write_bytes(await answers(world))
    (folder / "reprs").write_text(shown(world.database), encoding="utf-8")
    backup.write(world.database.engine, folder / "evidence", folder / "backup")
    _copy_living(folder)
    (folder / "planted").write_text(str(planted), encoding="ascii")
    world.database.close()


def _copy_living(folder: Path) -> None:
    """The files of the database as they lie there while it is open."""
    for file in folder.glob("teladan.db*"):
        shutil.copy(file, folder / f"living-{file.name}")


def _planted(database: Database) -> int:
    """How many sealed columns hold a canary once they are opened."""
    count = 0
    with database.engine.connect() as connection:
        for table in METADATA.sorted_tables:
            rows = connection.execute(table.select()).all()
            for column in table.columns:
                values = {str(row._mapping[column]) for row in rows}
                count += any(WORD in one or one in CODES for one in values)
    return count


if __name__ == "__main__":
    assert whole_table()
    asyncio.run(main(Path(sys.argv[1])))
