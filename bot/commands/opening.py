"""Opening settings and database for a command; faults end it with a sentence and exit code 2."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.request import urlopen
from zoneinfo import ZoneInfo

from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError

from bot import logs
from bot.commands.saying import refuse
from bot.settings import Settings, SettingsRefused, read_settings
from bot.texts.operator import copies, running
from storage import evidence_files, migrate, restoring
from storage.database import Database
from storage.vault import Vault


def open_settings() -> Settings:
    try:
        settings = read_settings()
    except SettingsRefused as faults:
        refuse(*faults.sentences)
    logs.set_up(settings.log_level, settings.log_format)
    logs.hide(*settings.secrets())
    return settings


def office_now(settings: Settings) -> datetime:
    """This moment in the office's own zone; in the demo by the sandbox's clock."""
    now = datetime.now(UTC)
    if settings.clock_url is not None:
        try:
            with urlopen(settings.clock_url, timeout=5) as told:  # noqa: S310 - checked by Settings
                now = datetime.fromisoformat(json.load(told)["now"])
        except (OSError, ValueError):
            refuse(running.clock_not_reached(settings.clock_url))
    return now.astimezone(ZoneInfo(settings.timezone))


@contextmanager
def open_database(
    settings: Settings, *, newest: bool = True, half: bool = False
) -> Iterator[Database]:
    """The database, with its schema. An empty one is filled; another one is refused.

    So is one whose restore was cut off, unless `half` of it will do.
    """
    database = Database(settings.database_url, Vault(settings.secret_key.get_secret_value()))
    evidence_files.hand_over(settings.evidence_dir, database.engine)
    try:
        if not half and restoring.is_begun(database.engine):
            refuse(copies.half_restored())
        if newest:
            prepare(database)
        yield database
    except SQLAlchemyError as fault:
        refuse(running.database_unreachable(type(fault).__name__))
    finally:
        database.close()


def prepare(database: Database) -> None:
    """Make sure of the newest schema. Raises SystemExit for any other one that is there."""
    if not inspect(database.engine).get_table_names():
        migrate.upgrade(database.engine)
    elif migrate.is_newer(database.engine):
        refuse(running.database_newer())
    elif not migrate.is_newest(database.engine):
        refuse(running.database_outdated())
