"""The world is built once a process; whoever wants one has it with a dispatcher of their own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from handlers.conversations import build_dispatcher
from tests.authority.building import build
from tests.authority.world import World
from tests.cast import Cast
from tests.conftest import NOW
from tests.databases import fresh
from tests.kit import Office, TestClock


def world(folder: Path) -> World:
    """Like the world that was built, in a database in this folder, on phones that are empty."""
    built = _built()
    clock = TestClock(built.cast.sari.office.clock.moment)
    database = fresh(folder / "teladan.db")
    office = Office(build_dispatcher(database, clock), clock)
    people = {
        key: office.person(one.telegram_id, one.first_name)
        for key, one in built.cast.people.items()
    }
    cast = Cast(people, dict(built.cast.ids), dict(built.cast.units), database)
    again = World(cast, database, dict(built.at), built.image, built.untouched)
    again.restore()
    return again


@cache
def _built() -> World:
    """Its own phones, clock and database are left alone from then on."""
    with tempfile.TemporaryDirectory() as folder:
        database, clock = fresh(Path(folder) / "teladan.db"), TestClock(NOW)
        built = build(Office(build_dispatcher(database, clock), clock), database)
        database.close()
    return built
