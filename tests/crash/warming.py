"""An engine that knows its statements already, and a program that has imported what it uses.

A bot compiles most of its statements in its first second; a forked one need not, again and again.
"""

from __future__ import annotations

import asyncio
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import psycopg
from sqlalchemy import URL, event, make_url

from storage.columns import hand_over
from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault

SECRET = "a secret that nobody uses twice"


def warm_up(server: str = "") -> list[Database]:
    """A used SQLite, and a used PostgreSQL where its server's address is given."""
    _imports()
    with tempfile.TemporaryDirectory() as folder:
        warm = [_used(f"sqlite:///{folder}/warm.db", Path(folder))]
        if server:
            with _scratch(server) as url:
                warm.append(_used(url, Path(folder)))
    return warm


def lend(warm: list[Database]) -> None:
    """Let the bot that this process will be have a used engine instead of a new one."""
    opening: Any = import_module("bot.commands.opening")
    plain = opening.Database

    def database(url: str, vault: Vault) -> Database:
        where = make_url(url)
        kind = where.get_backend_name()
        used = next((one for one in warm if one.engine.dialect.name == kind), None)
        return cast(Database, plain(url, vault)) if used is None else _moved(used, where, vault)

    opening.Database = database


def _moved(used: Database, where: URL, vault: Vault) -> Database:
    @event.listens_for(used.engine, "do_connect")
    def elsewhere(_: object, __: object, args: list[object], named: dict[str, object]) -> None:
        if used.is_sqlite:
            args[0] = where.database
        else:
            named["dbname"] = where.database

    used.engine.url, used.vault = where.set(drivername=used.engine.url.drivername), vault
    hand_over(vault, used.engine.dialect)
    return used


def _imports() -> None:
    import anyio._backends._asyncio
    import httpcore
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from sqlalchemy.orm import configure_mappers

    from bot.courier.speaker import transport
    from storage.migrate import FOLDER

    assert anyio._backends._asyncio
    assert httpcore
    configure_mappers()
    transport()
    # Certificates are read at every birth otherwise; the sandbox speaks plain HTTP.
    ready = ssl.create_default_context()
    ssl.create_default_context = lambda *_, **__: ready
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts: Any = ScriptDirectory.from_config(config)
    assert list(scripts.walk_revisions())
    ScriptDirectory.from_config = lambda *_: scripts  # type: ignore[method-assign]


@contextmanager
def _scratch(server: str) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    address = make_url(server).set(drivername="postgresql")
    with psycopg.connect(address.render_as_string(False), autocommit=True) as connection:
        name = f"warm_{connection.info.backend_pid}"
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        yield address.set(database=name).render_as_string(False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _used(url: str, folder: Path) -> Database:
    """A database without a thread or a connection, on whose engine a day has been played."""
    database = Database(url, Vault(SECRET))
    METADATA.create_all(database.engine)
    playing = Database(url, Vault(SECRET))
    playing.engine = database.engine
    asyncio.run(_day(playing, folder))
    playing._threads.shutdown()
    database.engine.dispose()
    return database


async def _day(database: Database, folder: Path) -> None:
    """What people do every day, what the clock brings, letters, and looks around."""
    from bot.ticks import TICKS
    from bot.watch.signs import known
    from handlers.conversations import build_dispatcher
    from storage import alarms, evidence_files, heartbeats, updates
    from tests.cast import settle
    from tests.conftest import NOW
    from tests.courier.wire import Post
    from tests.kit import Office, TestClock

    evidence_files.hand_over(folder / "evidence", database.engine)
    clock = TestClock(NOW)
    people = settle(Office(build_dispatcher(database, clock), clock), database)
    await people.sari.says("/prestasi")
    await people.sari.taps("Buat baru")
    await people.sari.says("Antrean loket turun")
    await people.budi.says("/forum")
    post = Post(database, people.ids, clock)
    post.owes("one")
    await post.delivers()
    await post.courier.fetch_once()
    for _ in range(2):
        for tick in TICKS:
            with database.transaction() as session:
                tick.work(session, clock.now())
        clock.advance(days=45)
    with database.transaction() as session:
        updates.count_try(session, 1, NOW, "started")
        session.flush()
        updates.tries(session, 1)
        updates.forget_tries(session, 1)
        heartbeats.beat(session, NOW, None)
        heartbeats.beat(session, NOW, NOW)
        known(session, NOW)
        alarms.all_ringing(session)
