"""`teladan migrate`: the newest schema, unless a program that does not know it still runs."""

from __future__ import annotations

from sqlalchemy import inspect

from bot.clock import WallClock
from bot.commands.opening import open_database, open_settings
from bot.commands.saying import refuse, say
from bot.holder import is_gone
from bot.texts.operator import running
from storage import leases
from storage import migrate as schema
from storage.database import Database


def migrate() -> None:
    """Bring the database to the newest schema. Several at once wait for one another."""
    with open_database(open_settings(), newest=False) as database:
        if schema.is_newer(database.engine):
            refuse(running.database_newer())
        if not schema.only_adds(database.engine) and is_used(database):
            refuse(running.still_running())
        schema.upgrade(database.engine)
    say(running.migrated())


def is_used(database: Database) -> bool:
    """Whether a bot receives or delivers with this database."""
    if "lease" not in inspect(database.engine).get_table_names():
        return False
    now = WallClock().now()
    with database.transaction(reading=True) as session:
        holders = leases.living(session, "", now)
    return not all(is_gone(holder) for holder in holders)
